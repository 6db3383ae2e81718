import type { TableEntity, ValueType } from '#lib/core/dataset/entities.ts';
import { typeOfRole } from '#lib/core/dataset/entity-specs.ts';
import type { TableColumnGuess } from '#lib/core/dataset/inspection.ts';
import { sourceColumns, type MadeColumn } from '#lib/core/dataset/made-columns.ts';
import { isBaskets, type TableColumnPlan, type TableRecipe } from '#lib/core/dataset/recipe.ts';
import type { ColumnProfile } from '../infer.ts';
import type { SampleTable } from '../sample-table.ts';
import { choicesOf } from '../column-choices.ts';
import { isReckoned, keptPlans, POINT } from '../inspect.ts';
import { decideOrder, type OrderDecision } from '../values/date-order.ts';
import { decideStyle, type StyleDecision } from '../values/number-style.ts';
import { hasOffset } from '../values/clock-time.ts';
import { guessEntityRoles, type EntityRoleGuess } from './guess-entity-roles.ts';
import { typesOf } from './value-type.ts';

/** Everything understood of a column of a table. */
export interface UnderstoodTableColumn {
	readonly profile: ColumnProfile;
	readonly guess: EntityRoleGuess;
	readonly types: readonly ValueType[];
	readonly order: OrderDecision;
	readonly style: StyleDecision;
	readonly plan: TableColumnPlan;
}

/** What the two columns mean that lines of baskets are read as. */
const basketRoles: readonly EntityRoleGuess[] = (['order', 'product'] as const).map((role) => ({
	role,
	confidence: 0.98,
	reason: 'values',
	name: 0
}));

/**
 * What each column of a table of an entity means and how it is read; the choices of `recipe` are kept. `made`: columns that
 * cleaning steps make, the last of the profiles.
 */
export function understandTable(
	profiles: readonly ColumnProfile[],
	{ source, typedColumns }: Pick<SampleTable, 'source' | 'typedColumns'>,
	entity: TableEntity,
	recipe: TableRecipe | null,
	made: readonly MadeColumn[] = []
): UnderstoodTableColumn[] {
	const isLines = entity === 'order-line' && isBaskets(source);
	const guesses = isLines ? basketRoles : guessEntityRoles(profiles, entity);
	const width = profiles.length - made.length;
	const kept = recipe === null ? null : keptPlans(profiles.slice(0, width), sourceColumns(recipe.columns));
	return profiles.map((profile, i) => {
		const step = made[i - width];
		const old = step === undefined ? kept?.[i] : recipe?.columns.find((known) => known.made === step.made);
		const own = guesses[i] as EntityRoleGuess;
		const fresh: EntityRoleGuess =
			recipe === null ? own : { role: 'ignore', confidence: 0.8, reason: 'rest', name: 0 };
		const guess: EntityRoleGuess =
			old === undefined ? fresh : { role: old.role, confidence: 1, reason: 'chosen', name: own.name };
		const order = decideOrder(profile.dates);
		const typed =
			step === undefined ? typedColumns?.has(profile.index) === true : isReckoned(step.step, typedColumns);
		const style = typed ? POINT : decideStyle(profile.numbers);
		const types = typesOf(profile);
		// What a step has just made is read as its values look; afterwards as somebody chose.
		const isNew = step !== undefined && old?.kind === undefined && old?.type !== 'money';
		const type = typeOfRole(entity, guess.role) ?? (isNew ? types[0] : (old?.type ?? types[0])) ?? 'category';
		const dateOrder = old?.dateOrder ?? order.order;
		const numberStyle = old?.numberStyle ?? style.style;
		const plan: TableColumnPlan = {
			index: profile.index,
			header: profile.header,
			...(old?.keptAs !== undefined && { keptAs: old.keptAs }),
			role: guess.role,
			type,
			kind: profile.kind,
			...(step !== undefined && { made: step.made }),
			...(type === 'date' && dateOrder !== undefined && { dateOrder }),
			...((type === 'number' || type === 'money') && numberStyle !== undefined && { numberStyle })
		};
		return { profile, guess, types, order, style, plan };
	});
}

/** What the review shows of a column. */
export function tableGuessOf({
	profile,
	guess,
	types,
	order,
	style,
	plan
}: UnderstoodTableColumn): TableColumnGuess {
	return {
		index: profile.index,
		header: profile.header,
		role: plan.role,
		confidence: Math.round(guess.confidence * 100) / 100,
		reason: guess.reason,
		kind: profile.kind,
		distinct: profile.distinct,
		empty: profile.cells.length - profile.filled,
		examples: profile.examples,
		types,
		...(plan.type === 'date' && profile.cells.some(hasOffset) && { zoned: true }),
		...choicesOf({
			cells: profile.cells,
			dateOrders: order.choices,
			undated: order.order === undefined && !order.mixed,
			numberStyles: style.choices,
			isMoney: plan.type === 'money'
		})
	};
}
