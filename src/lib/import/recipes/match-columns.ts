import type { ValueType } from '#lib/core/dataset/entities.ts';
import type { ColumnGuess } from '#lib/core/dataset/inspection.ts';
import { isNumberRole, type ColumnKind, type ColumnPlan } from '#lib/core/dataset/recipe.ts';
import type { MatchEvidence } from '#lib/core/dataset/recipe-drift.ts';
import { plainName, roleByName } from '../synonyms.ts';

/** Where a column of a recipe is in another file. */
export interface Found {
	readonly column: ColumnGuess<string>;
	readonly evidence: MatchEvidence;
}

/** Kinds that can stand for each other: ids may be numbers or texts, and categories are texts. */
const broadKind = (kind: ColumnKind): 'date' | 'number' | 'text' | 'empty' =>
	kind === 'id' ? 'number' : kind === 'category' ? 'text' : kind;

/** A plan of orders or of another table, which says how its cells are read. */
export type AnyPlan = ColumnPlan<string> & { readonly type?: ValueType };

const isCounting = (read: string): boolean => read === 'number' || read === 'money' || isNumberRole(read);

/** What the values of a column looked like: as was noted, else as its type or role says. */
export function kindOfPlan({ kind, role, type }: AnyPlan): ColumnKind | undefined {
	if (kind !== undefined) return kind;
	const read = type ?? role;
	if (read === 'date') return 'date';
	return isCounting(read) ? 'number' : undefined;
}

/** Whether two kinds contradict each other; a column without values contradicts none. */
export function differInKind(a: ColumnKind | undefined, b: ColumnKind): boolean {
	if (a === undefined || a === 'empty' || b === 'empty') return false;
	return broadKind(a) !== broadKind(b);
}

/**
 * Finds the columns of a recipe in another file, the surest evidence first: each finds one at most, and none is found
 * twice. Quadratic in the columns.
 */
export function matchColumns(
	plans: readonly AnyPlan[],
	columns: readonly ColumnGuess<string>[]
): ReadonlyMap<AnyPlan, Found> {
	const found = new Map<AnyPlan, Found>();
	const taken = new Set<ColumnGuess<string>>();
	const take = (plan: AnyPlan, column: ColumnGuess<string>, evidence: MatchEvidence): void => {
		found.set(plan, { column, evidence });
		taken.add(column);
	};
	/** Pairs up those that nobody else could be meant by; of several with one name, those at the same place. */
	const pair = (
		evidence: MatchEvidence,
		fits: (plan: AnyPlan, column: ColumnGuess<string>) => boolean
	): void => {
		const open = plans.filter((plan) => !found.has(plan));
		for (const plan of open) {
			const candidates = columns.filter((column) => !taken.has(column) && fits(plan, column));
			const rivals = open.filter(
				(other) => !found.has(other) && candidates.some((column) => fits(other, column))
			);
			const same = candidates.find(({ index }) => index === plan.index);
			const [only] = candidates;
			if (candidates.length === 1 && rivals.length === 1 && only !== undefined) take(plan, only, evidence);
			else if (same !== undefined && evidence === 'name') take(plan, same, evidence);
		}
	};
	pair('name', (plan, column) => plan.header === column.header);
	pair('name', (plan, column) => plan.keptAs === column.header);
	pair('spelling', (plan, column) => {
		const name = plainName(plan.header);
		return name !== '' && name === plainName(column.header);
	});
	pair('meaning', (plan, column) => {
		if (differInKind(kindOfPlan(plan), column.kind)) return false;
		if (isNeeded(plan) && plan.role === column.role) return true;
		const role = roleByName(plan.header);
		return role !== null && role === roleByName(column.header);
	});
	pair('similar', (plan, column) => {
		// What carries the rows is not told by half a name: an amount is no discount amount.
		if (isNeeded(plan) || differInKind(kindOfPlan(plan), column.kind)) return false;
		return holds(plainName(plan.header), plainName(column.header));
	});
	byPlace(plans, columns, found, taken, take);
	return found;
}

/** Letters that a name must have to be looked for in another; ideographs say more. */
const FEWEST_LETTERS = 4;

function holds(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	const fewest = /^\p{sc=Han}+$/u.test(short) ? FEWEST_LETTERS / 2 : FEWEST_LETTERS;
	return short.length >= fewest && long.includes(short);
}

/** Roles that one column at most can have: what such a column means is told by more than its name. */
const isNeeded = ({ role }: AnyPlan): boolean => role !== 'attribute' && role !== 'ignore';

/** A column between two that were found, at the place of the one that stood between them, and alike in kind. */
function byPlace(
	plans: readonly AnyPlan[],
	columns: readonly ColumnGuess<string>[],
	found: ReadonlyMap<AnyPlan, Found>,
	taken: ReadonlySet<ColumnGuess<string>>,
	take: (plan: AnyPlan, column: ColumnGuess<string>, evidence: MatchEvidence) => void
): void {
	const placeOf = (plan: AnyPlan | undefined, edge: number): number | undefined =>
		plan === undefined ? edge : found.get(plan)?.column.index;
	plans.forEach((plan, i) => {
		if (found.has(plan)) return;
		const before = placeOf(plans[i - 1], -1);
		const after = placeOf(plans[i + 1], columns.length);
		const between = before !== undefined && after === before + 2 ? columns[before + 1] : undefined;
		const kind = kindOfPlan(plan);
		if (between === undefined || taken.has(between) || kind === undefined || kind === 'empty') return;
		if (between.kind !== 'empty' && !differInKind(kind, between.kind)) take(plan, between, 'place');
	});
}
