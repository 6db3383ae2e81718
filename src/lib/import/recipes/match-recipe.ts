import type { CleaningStep, ColumnRef } from '#lib/core/dataset/cleaning-step.ts';
import type { AnyInspection, ColumnGuess } from '#lib/core/dataset/inspection.ts';
import { sourceColumns, withSteps } from '#lib/core/dataset/made-columns.ts';
import {
	goneRef,
	type ColumnMatch,
	type MatchEvidence,
	type RecipeDrift
} from '#lib/core/dataset/recipe-drift.ts';
import { keptName, type AnyRecipe, type DateOrder, type NumberStyle } from '#lib/core/dataset/recipe.ts';
import { isCut, unnamed, withoutSharedNames } from '#lib/core/dataset/shared-names.ts';
import { refsOf, withRefs } from '#lib/core/dataset/step-refs.ts';
import { monthColumns } from '../months-in-columns.ts';
import { monthOfHeader } from '../values/month-header.ts';
import { differInKind, kindOfPlan, matchColumns, type AnyPlan, type Found } from './match-columns.ts';

/** A recipe made to fit another file, and what of the columns drifted. */
export interface MatchedColumns {
	readonly recipe: AnyRecipe;
	readonly drift: Pick<RecipeDrift, 'columns' | 'added' | 'unused'>;
}

/**
 * A recipe for another file, as it was looked at without one. Columns are found again by name, by what the name means, and by
 * place and kind; their roles, rules and steps move with them. How the file is cut, and in which order its dates and in
 * which style its numbers are, is the file's own where it leaves no doubt. A step that needs a column that is gone keeps a
 * reference to nothing, and stops the import until somebody chooses; one that fills several does without those to cut by.
 */
export function matchRecipe(old: AnyRecipe, fresh: AnyInspection): MatchedColumns {
	const plans = sourceColumns<AnyPlan>(old.columns);
	const columns: readonly ColumnGuess<string>[] = fresh.columns;
	const found = matchColumns(plans, columns);
	const steps = (old.steps ?? []).map((step) => monthsAnew(step, plans, columns));
	const months = steps.flatMap(({ anew }) => anew);
	const usedBy = (plan: AnyPlan): number[] =>
		steps.flatMap(({ step, anew }, i) =>
			anew.length === 0 && refsOf(step).includes(plan.index) ? [i + 1] : []
		);
	const planAt = new Map(
		[...found].map(([plan, { column, evidence }]) => [column.index, { plan, evidence }])
	);
	const made = old.columns.filter((plan: AnyPlan) => plan.made !== undefined);
	const fittedColumns = withoutSharedNames<AnyPlan>([
		...columns.map((column) => planFor(column, planAt.get(column.index), fresh.recipe.columns[column.index])),
		...made
	]);
	const source = sourceColumns(fittedColumns);
	const moved = steps.map(({ step, anew }) => {
		if (step.kind === 'unpivot' && anew.length > 0) return { ...step, columns: anew };
		const planOf = (ref: ColumnRef): AnyPlan | undefined => plans.find(({ index }) => index === ref);
		const isNeeded = (ref: ColumnRef): boolean => {
			const plan = planOf(ref);
			return plan === undefined || found.has(plan) || (plan.role !== 'attribute' && plan.role !== 'ignore');
		};
		return withRefs(fillingOnly(step, isNeeded), (ref) => {
			const plan = planOf(ref);
			if (plan === undefined) return ref;
			return found.get(plan)?.column.index ?? goneRef(plan.index);
		});
	});
	const fitted = { ...old, source: fresh.recipe.source, columns: fittedColumns, steps: moved };
	// The plans are those of the old recipe, or of the file looked at as what that one is for.
	const recipe = withSteps(fitted as AnyRecipe, moved);
	const matches = plans.map((plan) => matchOf(plan, found.get(plan), usedBy(plan), source));
	const isOfUse = ({ role, steps: needed }: ColumnMatch): boolean => role !== 'ignore' || needed.length > 0;
	return {
		recipe,
		drift: {
			columns: matches.filter(isOfUse),
			added: source.flatMap(({ index, header, role }) =>
				planAt.has(index)
					? []
					: [{ index, header, role: months.includes(index) ? 'amount' : (role as ColumnMatch['role']) }]
			),
			unused: matches.flatMap((match) => (match.now === null && !isOfUse(match) ? [match.old.header] : []))
		}
	};
}

/**
 * A step that fills several columns alike, for those of them alone that are needed: one to cut by that is gone leaves nothing to be
 * filled. Where none is left it stays as it was.
 */
function fillingOnly(step: CleaningStep, isNeeded: (ref: ColumnRef) => boolean): CleaningStep {
	if (step.kind !== 'fill' || step.more === undefined) return step;
	const { more: _, ...rest } = step;
	const [column, ...more] = [step.column, ...step.more].filter(isNeeded);
	if (column === undefined) return step;
	return { ...rest, column, ...(more.length > 0 && { more }) };
}

/** A step for another file, and the columns of months of that file that take the place of its own. */
interface StepAnew {
	readonly step: CleaningStep;
	readonly anew: readonly number[];
}

/**
 * Months in columns are other ones in the next file: those that are there become rows. Of which year they are when they do not say so
 * is asked anew, for it is another one.
 */
function monthsAnew(
	step: CleaningStep,
	plans: readonly AnyPlan[],
	columns: readonly ColumnGuess<string>[]
): StepAnew {
	if (step.kind !== 'unpivot') return { step, anew: [] };
	const headers = step.columns.map((ref) => plans.find(({ index }) => index === ref)?.header ?? '');
	const areMonths = headers.every((header) => monthOfHeader(header) !== null);
	const { year: _, ...rest } = step;
	return areMonths
		? { step: rest, anew: monthColumns(columns).map(({ index }) => index) }
		: { step, anew: [] };
}

/** The plan of a column of the new file: the recipe's, with what the file itself is sure of. */
function planFor(
	column: ColumnGuess<string>,
	match: { readonly plan: AnyPlan; readonly evidence: MatchEvidence } | undefined,
	own: AnyPlan | undefined
): AnyPlan {
	const { index, header, kind } = column;
	// What a recipe does not know has no part in it but to cut by; somebody may say more of it.
	if (match === undefined) {
		const role = own?.role === 'attribute' ? 'attribute' : 'ignore';
		return own?.type === undefined ? { index, header, kind, role } : { ...own, role };
	}
	const { plan, evidence } = match;
	const sameRole = own?.role === plan.role && own.type === plan.type;
	const dateOrder = sameRole && column.dateOrders === undefined ? own.dateOrder : undefined;
	const numberStyle = sameRole && column.numberStyles === undefined ? own.numberStyle : undefined;
	return {
		...unnamed(plan),
		index,
		header,
		// What only has another name now goes on where it was, with what was decided of sharing it.
		...(isCut(plan) && tellsName.has(evidence) && keptName(plan) !== header && { keptAs: keptName(plan) }),
		kind,
		...(dateOrder !== undefined && !isOfNames(plan.dateOrder, dateOrder) && { dateOrder }),
		...(numberStyle !== undefined && !isWider(plan.numberStyle, numberStyle) && { numberStyle })
	};
}

/** What shows that a name means the same; half a name, or a place, may be that of something else. */
const tellsName: ReadonlySet<MatchEvidence> = new Set(['name', 'spelling', 'meaning']);

/** Whether two orders differ in nothing but where the year stands beside the names of months, which somebody has said. */
const isOfNames = (said: DateOrder | undefined, own: DateOrder): boolean =>
	(said === 'ymd-named' && own === 'ymd') ||
	(own === 'ymd-named' && (said === 'ymd' || said === 'dmy' || said === 'mdy'));

/** Whether a style reads all that another reads: numbers without thousands say nothing of how those are grouped. */
const isWider = (wide: NumberStyle | undefined, narrow: NumberStyle): boolean =>
	wide?.decimal === narrow.decimal && narrow.group === '';

function matchOf(
	plan: AnyPlan,
	found: Found | undefined,
	steps: readonly number[],
	source: readonly AnyPlan[]
): ColumnMatch {
	const { index, header } = plan;
	const role = plan.role as ColumnMatch['role'];
	const old = { index, header };
	if (found === undefined) return { old, now: null, evidence: null, role, steps };
	const { column, evidence } = found;
	const now = source[column.index] as AnyPlan;
	const before = kindOfPlan(plan);
	const styled = plan.numberStyle !== undefined && now.numberStyle !== undefined;
	return {
		old,
		now: { index: column.index, header: column.header },
		evidence,
		role,
		steps,
		...(before !== undefined &&
			differInKind(before, column.kind) && { kind: [before, column.kind] as const }),
		...(plan.dateOrder !== undefined &&
			now.dateOrder !== undefined &&
			now.dateOrder !== plan.dateOrder && { dateOrder: [plan.dateOrder, now.dateOrder] as const }),
		...(styled &&
			now.numberStyle.decimal !== plan.numberStyle.decimal && {
				numberStyle: [plan.numberStyle, now.numberStyle] as const
			})
	};
}
