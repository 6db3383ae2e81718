import * as v from 'valibot';
import { expect, test } from 'vitest';
import { contracts } from '#lib/core/methods/contracts/method.ts';
import { contractsParams } from '#lib/core/methods/contracts/params.ts';
import type { MethodResult } from '#lib/core/methods/types.ts';
import { warningText } from '#lib/i18n/coded.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { checkKnownShape } from '#lib/report/snapshot/known-shape.ts';
import { datedContracts } from '../../support/contracts.ts';
import { ledgerOf } from '../../support/ledger.ts';

/** Contracts as version 1 said them: before statuses were told, and with one sentence for all rows left out. */
function versionOne(): MethodResult {
	const { result } = contracts.run(
		{
			ledger: ledgerOf([['a', 0, 100]]),
			frame: { asOf: 100, from: null, weekStart: 1 },
			contracts: datedContracts([
				[0, 0, 400],
				[0, null, null]
			])
		},
		v.parse(contractsParams, {})
	);
	const { status: _, ...columns } = result.tables.source.columns;
	const { status: __, ...types } = result.tables.source.types;
	const { statuses: ___, ...tables } = result.tables;
	const { statuses: ____, ...params } = result.params;
	const leftOut = { orphans: 0, undated: 1, reversed: 0, later: 0, endUnknown: 0 };
	return {
		...result,
		version: 1,
		params,
		warnings: [{ code: 'contracts-left-out', params: { n: 1, all: 2, ...leftOut } }],
		tables: { ...tables, source: { rows: 1, columns, types } }
	};
}

test('contracts of version 1 open, with no column of statuses and no decisions', () => {
	const opened = checkKnownShape(versionOne());
	expect(opened.tables['source']?.columns['status']).toEqual(['']);
	expect(opened.tables['source']?.columns['table']).toEqual(['plans']);
	expect(opened.tables['statuses']?.rows).toBe(0);
	expect(opened.params).toMatchObject({ statuses: [] });
});

test('a result of this version without the column does not', () => {
	expect(() => checkKnownShape({ ...versionOne(), version: contracts.definition.version })).toThrow(
		'snapshot-invalid'
	);
});

test.each([
	['en', /^1 of 2 rows do not count: .*no first day or length 1,/],
	['zh-CN', /^2 行中有 1 行未计入：.*无起始日或时长 1，/]
] as const)('rows left out are told in words of %s, as they were', (locale, text) => {
	const told = versionOne().warnings.map((warning) => warningText(messagesFor(locale), warning));
	expect(told).toEqual([expect.stringMatching(text)]);
});
