import { dictionaryOf } from '#lib/core/columns/dictionary.ts';
import { attributeColumn, policyOf, type SharingRules } from '#lib/core/dataset/sharing.ts';
import { contractGroupKinds, type ContractsResult } from '#lib/core/methods/contracts/types.ts';
import { columnNature } from '#lib/core/privacy/column-nature.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import type { Coder } from './pseudonyms.ts';
import { saidValues } from './said-values.ts';

/** Contracts whose groups are called what the rule of their column of the linked table allows. Numbers stay as they are. */
export async function discloseContracts(
	result: ContractsResult,
	{
		rules,
		coder,
		locale
	}: {
		readonly rules: SharingRules;
		readonly coder: () => Promise<Coder>;
		readonly locale: Locale;
	}
): Promise<ContractsResult> {
	const { groups, source } = result.tables;
	const [table = ''] = source.columns.table;
	const [by = ''] = source.columns.by;
	const { kind, label, spells } = groups.columns;
	const isValue = (row: number): boolean => contractGroupKinds[kind[row] ?? 0] === 'value';
	const values = label.filter((_, row) => isValue(row));
	if (values.length === 0) return result;
	const column = attributeColumn(`${table} / ${by}`);
	const nature = columnNature(
		dictionaryOf(values),
		spells.reduce((sum, n, row) => (isValue(row) ? sum + n : sum), 0)
	);
	const policy = policyOf(rules, column, nature);
	if (policy === 'keep') return result;
	const said = await saidValues(values, { policy, nature, column, coder, locale });
	let at = 0;
	const names = label.map((name, row) => (isValue(row) ? (said[at++] ?? '') : name));
	return {
		...result,
		tables: { ...result.tables, groups: { ...groups, columns: { ...groups.columns, label: names } } }
	};
}
