import { dictionaryOf } from '#lib/core/columns/dictionary.ts';
import { attributeColumn, policyOf, type SharingRules } from '#lib/core/dataset/sharing.ts';
import { contractGroupKinds, type ContractsResult } from '#lib/core/methods/contracts/types.ts';
import { columnNature } from '#lib/core/privacy/column-nature.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import type { Coder } from './pseudonyms.ts';
import { saidValues } from './said-values.ts';

interface Disclosure {
	readonly rules: SharingRules;
	readonly coder: () => Promise<Coder>;
	readonly locale: Locale;
}

/**
 * Contracts whose groups and statuses are called what the rules of their columns of the linked table allow. Numbers stay as they are.
 */
export async function discloseContracts(
	result: ContractsResult,
	disclosure: Disclosure
): Promise<ContractsResult> {
	return withStatuses(await withGroups(result, disclosure), disclosure);
}

async function withGroups(result: ContractsResult, disclosure: Disclosure): Promise<ContractsResult> {
	const { groups, source } = result.tables;
	const { kind, label, spells } = groups.columns;
	const isValue = (row: number): boolean => contractGroupKinds[kind[row] ?? 0] === 'value';
	const values = label.filter((_, row) => isValue(row));
	const counts = spells.filter((_, row) => isValue(row));
	const said = await called(result, source.columns.by[0], { values, counts }, disclosure);
	if (said === null) return result;
	let at = 0;
	const names = label.map((name, row) => (isValue(row) ? (said[at++] ?? '') : name));
	return {
		...result,
		tables: { ...result.tables, groups: { ...groups, columns: { ...groups.columns, label: names } } }
	};
}

/** What somebody decided of statuses names their values: it goes only with those that the result says as they are. */
async function withStatuses(result: ContractsResult, disclosure: Disclosure): Promise<ContractsResult> {
	const { source, statuses } = result.tables;
	const [header] = source.columns.status;
	const { value: values, rows: counts } = statuses.columns;
	const said = await called(result, header, { values, counts }, disclosure);
	const kept = new Set(said === null ? values : []);
	const decisions = result.params.statuses.filter(
		({ column, value }) => column === header && kept.has(value)
	);
	return {
		...result,
		params: { ...result.params, statuses: decisions },
		tables: {
			...result.tables,
			statuses: { ...statuses, columns: { ...statuses.columns, value: said ?? values } }
		}
	};
}

/** What values of a column go by; null: as they are. */
async function called(
	{ tables }: ContractsResult,
	header: string | undefined,
	{ values, counts }: { readonly values: readonly string[]; readonly counts: Uint32Array },
	{ rules, coder, locale }: Disclosure
): Promise<readonly string[] | null> {
	if (values.length === 0) return null;
	const column = attributeColumn(`${tables.source.columns.table[0] ?? ''} / ${header ?? ''}`);
	const rows = counts.reduce((sum, n) => sum + n, 0);
	const nature = columnNature(dictionaryOf(values), rows);
	const policy = policyOf(rules, column, nature);
	return policy === 'keep' ? null : saidValues(values, { policy, nature, column, coder, locale });
}
