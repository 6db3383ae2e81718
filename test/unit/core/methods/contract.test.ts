import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { dictionaryOf, NO_CODE } from '#lib/core/columns/dictionary.ts';
import type { CustomerGroups } from '#lib/core/dataset/customer-groups.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { methodIds, methods } from '#lib/core/methods/registry.ts';
import type { MethodDefinition, MethodInput, MethodOutcome, Words } from '#lib/core/methods/types.ts';
import enWarnings from '#lib/i18n/en/warnings.ts';
import zhWarnings from '#lib/i18n/zh-CN/warnings.ts';
import { dayOf, ledgerOf, type TestRow } from '../../../support/ledger.ts';

const asOf = dayOf('2024-06-15');
const frame = { asOf, from: null, weekStart: 1 };
/** Every third customer without a value, the others by two. */
const groupsFor = (ledger: Ledger): CustomerGroups => ({
	attribute: 'channel',
	values: dictionaryOf(['shop', 'web']),
	codes: Uint32Array.from({ length: ledger.customers.size }, (_, who) => [NO_CODE, 0, 1][who % 3] as number)
});
const shop: TestRow[] = Array.from({ length: 120 }, (_, i): TestRow => {
	return [`customer ${i % 37}`, asOf - ((i * 31) % 400), i % 11 === 0 ? null : 100 + i];
});
/** Shops and frames that between them raise the remarks about little, odd or very much data. */
const situations: readonly MethodInput[] = [
	{ ledger: ledgerOf(shop), frame },
	{ ledger: ledgerOf(shop), frame, groups: groupsFor(ledgerOf(shop)) },
	{ ledger: ledgerOf(shop), frame: { ...frame, from: asOf - 9 }, groups: groupsFor(ledgerOf(shop)) },
	{ ledger: ledgerOf(shop), frame: { ...frame, from: asOf + 1 } },
	{ ledger: ledgerOf(shop), frame: { ...frame, from: asOf - 1 } },
	{ ledger: ledgerOf([]), frame },
	{ ledger: ledgerOf([['ann', asOf, 5]]), frame },
	{ ledger: ledgerOf([['ann', asOf, 0, 'a', 0]]), frame },
	{ ledger: ledgerOf(Array.from({ length: 450 }, (_, i): TestRow => [`c${i}`, asOf - i, 1])), frame }
];
const choices: Readonly<Record<string, readonly unknown[]>> = {
	overview: [{}],
	lifecycle: [{}, { rules: [{ stage: 'mature', when: [] }] }],
	findings: [{}, { unit: 'week', listed: 50 }],
	retention: [{}, { unit: 'day' }, { entry: 'recurring' }],
	migration: [
		{},
		{ of: 'stages', against: 'year' },
		{ of: 'types', against: 'window', rfm: { binning: 'ntile' } },
		{ against: 'new-year', cuts: 'held' },
		{ against: 'day', day: asOf + 1 },
		{ rfm: { bins: 3 } }
	],
	contribution: [{}, { days: 30, against: 'year' }, { days: 1 }, { period: 'quarter', against: 'new-year' }],
	origins: [{}, { shown: 2, unit: 'week', valueDays: 3000 }],
	churn: [{}, { window: 'days', churnedDays: 31 }, { survival: 'lifetime', base: 'all', unit: 'week' }],
	value: [{}, { model: 'pareto-nbd', months: 36 }]
};

const own = [
	'overview',
	'findings',
	'lifecycle',
	'migration',
	'retention',
	'origins',
	'churn',
	'value',
	'contribution'
] as const;
const run = (id: (typeof own)[number], input: MethodInput, params: unknown): MethodOutcome => {
	if (id === 'overview') return methods.overview.run(input, v.parse(methods.overview.params, params));
	if (id === 'findings') return methods.findings.run(input, v.parse(methods.findings.params, params));
	if (id === 'lifecycle') return methods.lifecycle.run(input, v.parse(methods.lifecycle.params, params));
	if (id === 'migration') return methods.migration.run(input, v.parse(methods.migration.params, params));
	if (id === 'contribution')
		return methods.contribution.run(input, v.parse(methods.contribution.params, params));
	if (id === 'origins') return methods.origins.run(input, v.parse(methods.origins.params, params));
	if (id === 'churn') return methods.churn.run(input, v.parse(methods.churn.params, params));
	if (id === 'value') return methods.value.run(input, v.parse(methods.value.params, params));
	return methods.retention.run(input, v.parse(methods.retention.params, params));
};

describe.each(own)('%s', (id) => {
	const outcomes = (): MethodOutcome[] =>
		situations.flatMap((input) => (choices[id] ?? []).map((params) => run(id, input, params)));

	test('has a text in both languages for every remark that it makes', () => {
		const codes = new Set(
			outcomes().flatMap(({ result }) => [...result.warnings, ...result.missing].map(({ code }) => code))
		);
		expect(codes.size).toBeGreaterThan(4);
		for (const code of codes) {
			expect(enWarnings).toHaveProperty(code);
			expect(zhWarnings).toHaveProperty(code);
		}
	});

	test('fills every parameter of those texts', () => {
		for (const { result } of outcomes()) {
			for (const { code, params } of [...result.warnings, ...result.missing]) {
				const text = (enWarnings as Readonly<Record<string, string>>)[code] ?? '';
				for (const [, name] of text.matchAll(/\{\{?(\w+)/g)) expect(params).toHaveProperty(name as string);
			}
		}
	});

	test('gives tables whose columns are as long as they say, each with a type, and all can be cloned', () => {
		for (const { result, customers } of outcomes()) {
			const tables = [...Object.values(result.tables), ...(customers === null ? [] : [customers])];
			for (const { rows, columns, types } of tables) {
				expect(Object.keys(types).sort()).toEqual(Object.keys(columns).sort());
				for (const values of Object.values(columns)) expect(values).toHaveLength(rows);
			}
			expect(structuredClone(result)).toEqual(result);
		}
	});

	test('gives no two tables, and no two runs, the same buffer: results are transferred', () => {
		for (const input of situations) {
			const buffers = [run(id, input, {}), run(id, input, {})].flatMap(({ result, customers }) =>
				[...Object.values(result.tables), ...(customers === null ? [] : [customers])].flatMap(({ columns }) =>
					Object.values(columns).map((column) => (ArrayBuffer.isView(column) ? column.buffer : column))
				)
			);
			expect(new Set(buffers).size).toBe(buffers.length);
			expect(buffers).not.toContain(input.ledger.day.buffer);
		}
	});

	test('leaves the ledger as it was', () => {
		for (const input of situations) {
			const before = structuredClone(input);
			for (const params of choices[id] ?? []) run(id, input, params);
			expect(input).toEqual(before);
		}
	});

	test('describes its parameters as a JSON Schema', () => {
		const schema = toJsonSchema(methods[id].params, { typeMode: 'input', errorMode: 'ignore' });
		expect(schema.type).toBe('object');
		expect(schema.additionalProperties).toBe(false);
	});
});

test.each(methodIds)('the definition of %s is complete in both languages', (id) => {
	const definition: MethodDefinition = methods[id].definition;
	const words: Words[] = [
		definition.name,
		definition.purpose,
		...definition.assumptions,
		...definition.formulas.flatMap(({ name, text }) => [name, text])
	];
	expect(definition.id).toBe(id);
	for (const text of words) {
		expect(text.en.trim()).not.toBe('');
		expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
	}
	const ids = definition.formulas.map((formula) => formula.id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(definition.sources.length).toBeGreaterThan(0);
});
