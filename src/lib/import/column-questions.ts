import {
	isNumberRole,
	type AnyRecipe,
	type ColumnPlan,
	type ImportRecipe
} from '#lib/core/dataset/recipe.ts';
import { filledBy } from './continued-rows.ts';
import type { ColumnProfile } from './infer.ts';
import type { Finding } from './finding.ts';
import type { SampleTable } from './sample-table.ts';
import { guessStatusRules, saysStatuses, valuesSaid } from './status-rules.ts';
import { rolesByName } from './synonyms.ts';
import type { UnderstoodColumn } from './understood-column.ts';

/** Empty cells below a text for which it may stand: a share of all. */
const OFTEN = 0.3;

/** Whether each text of a column is met once and what follows it is empty: it heads a group of rows. */
const headsGroups = ({ cells, filled, distinct }: ColumnProfile): boolean =>
	filled > 1 &&
	distinct === filled &&
	(cells[0] ?? '').trim() !== '' &&
	cells.length - filled >= OFTEN * cells.length;

/**
 * Columns in which a cell stands for several rows: all of them but the first have nothing there. `columns`: those that are used and
 * hold no numbers, which would count several times. Columns with gaps in the same rows are one question.
 */
export function filledOnce(
	{ mergedDown = [] }: SampleTable,
	{ steps = [] }: AnyRecipe,
	columns: readonly { readonly profile: ColumnProfile; readonly plan: ColumnPlan<string> }[]
): Finding[] {
	const filled = filledBy(steps);
	const found = columns
		.filter(({ plan: { made } }) => made === undefined)
		.filter(
			({ plan: { index, role }, profile }) =>
				mergedDown.includes(index) || (role !== 'attribute' && headsGroups(profile))
		)
		.filter(({ plan: { index } }) => !filled.has(index));
	const alike = new Map<string, typeof found>();
	for (const column of found) {
		const gaps = column.profile.cells.map((cell) => (cell.trim() === '' ? ' ' : 'x')).join('');
		alike.set(gaps, [...(alike.get(gaps) ?? []), column]);
	}
	return [...alike.values()].map((plans): Finding => {
		const [{ plan }] = plans as [(typeof plans)[number]];
		if (plans.length === 1)
			return { code: 'filled-once', params: { column: plan.index + 1, header: plan.header } };
		return {
			code: 'filled-together',
			params: {
				columns: plans.map((one) => one.plan.index + 1).join(','),
				headers: plans.map((one) => one.plan.header).join(', '),
				n: plans.length
			}
		};
	});
}

/** Names as sure as this next to that of the column that was taken. */
const AS_SURE = 0.02;

/** Other columns of money whose names say as much as that of the amount: net and gross, before shipping and with it. */
export function otherAmounts(columns: readonly UnderstoodColumn[]): Finding[] {
	const sureness = (header: string): number =>
		rolesByName(header).find(({ role }) => role === 'amount')?.score ?? 0;
	const taken = columns.find(({ plan, guess }) => plan.role === 'amount' && guess.reason !== 'chosen');
	if (taken === undefined) return [];
	const least = sureness(taken.plan.header) - AS_SURE;
	return columns
		.filter(({ plan, profile }) => !isNumberRole(plan.role) && profile.numeric > 0.5)
		.filter(({ plan: { header } }) => sureness(header) > 0 && sureness(header) >= least)
		.filter(({ profile }) => profile.cells.some((cell, i) => cell !== taken.profile.cells[i]))
		.map(({ plan: { index, header } }) => ({
			code: 'amount-or',
			params: { column: index + 1, header, other: taken.plan.header }
		}));
}

/**
 * The column whose values are those of statuses of orders where none is named so. It is not taken for it: which orders count is
 * money, and what one column says of itself may be of something else than the order. Somebody says so, or that it is none (`noStatus`).
 */
export function unnamedStatus(columns: readonly UnderstoodColumn[], { noStatus }: ImportRecipe): Finding[] {
	if (noStatus === true || columns.some(({ plan }) => plan.role === 'status')) return [];
	const found = columns.find(
		({ plan: { role, header, made }, profile }) =>
			(role === 'attribute' || role === 'ignore') &&
			made === undefined &&
			rolesByName(header).length === 0 &&
			saysStatuses(profile.cells)
	);
	if (found === undefined) return [];
	const { index, header } = found.plan;
	const values = valuesSaid(guessStatusRules(found.profile.cells).counts);
	return [{ code: 'status-by-values', params: { column: index + 1, header, role: 'status', values } }];
}
