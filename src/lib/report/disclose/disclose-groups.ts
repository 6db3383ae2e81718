import type { Analysis } from '#lib/api/analysis-api.ts';
import {
	attributeColumn,
	policyOf,
	type ColumnNature,
	type SharingRules
} from '#lib/core/dataset/sharing.ts';
import type { ChurnResult } from '#lib/core/methods/churn/types.ts';
import { groupKinds, type OriginsResult } from '#lib/core/methods/origins/types.ts';
import type { ContractsResult } from '#lib/core/methods/contracts/types.ts';
import type { Locale } from '#lib/i18n/messages.ts';
import { discloseContracts } from './disclose-contracts.ts';
import { discloseReasons } from './disclose-reasons.ts';
import type { Coder } from './pseudonyms.ts';
import { saidValues } from './said-values.ts';

/** What is known about the columns that rules speak of. */
export interface Disclosure {
	readonly rules: SharingRules;
	readonly natureOf: (attribute: string) => Promise<ColumnNature>;
	readonly coder: () => Promise<Coder>;
	/** Groups whose value is left out are numbered in this language, by size. */
	readonly locale: Locale;
}

/**
 * Analyses whose groups, and reasons why customers left, are called what their column's rule allows: the values of a column are
 * the one thing in results that comes from single rows of the data. Numbers, and hashes over what was computed, stay as they are.
 */
export async function discloseGroups(
	analyses: readonly Analysis[],
	disclosure: Disclosure
): Promise<Analysis[]> {
	return Promise.all(
		analyses.map(async (analysis) => {
			// The id says whose tables these are.
			switch (analysis.result.method) {
				case 'origins':
					return {
						...analysis,
						result: await withDisclosedGroups(analysis.result as OriginsResult, disclosure)
					};
				case 'churn':
					return {
						...analysis,
						result: await discloseReasons(analysis.result as ChurnResult, disclosure)
					};
				case 'contracts':
					return {
						...analysis,
						result: await discloseContracts(analysis.result as ContractsResult, disclosure)
					};
				default:
					return analysis;
			}
		})
	);
}

async function withDisclosedGroups(
	result: OriginsResult,
	{ rules, natureOf, coder, locale }: Disclosure
): Promise<OriginsResult> {
	const [header = ''] = result.tables.attribute.columns.header;
	if (header === '') return result;
	const column = attributeColumn(header);
	const nature = await natureOf(header);
	const policy = policyOf(rules, column, nature);
	const { groups } = result.tables;
	const { kind, label } = groups.columns;
	const values = label.filter((_, row) => kind[row] === groupKinds.indexOf('value'));
	if (policy === 'keep') return result;
	const said = await saidValues(values, { policy, nature, column, coder, locale });
	let at = 0;
	const names = label.map((name, row) =>
		kind[row] === groupKinds.indexOf('value') ? (said[at++] ?? '') : name
	);
	const columns = { ...groups.columns, label: names };
	return { ...result, tables: { ...result.tables, groups: { ...groups, columns } } };
}
