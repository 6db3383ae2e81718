import type { ColumnPlan } from '#lib/core/dataset/recipe.ts';
import type { ColumnProfile } from './infer.ts';
import type { RoleGuess } from './map.ts';
import type { OrderDecision } from './values/date-order.ts';
import type { StyleDecision } from './values/number-style.ts';

/** Everything understood of a column, from which its plan, its guess and the questions about it are made. */
export interface UnderstoodColumn {
	readonly profile: ColumnProfile;
	readonly guess: RoleGuess;
	readonly order: OrderDecision;
	readonly style: StyleDecision;
	/** As the recipe says; decisions that the values leave open are absent until a person makes them. */
	readonly plan: ColumnPlan;
}
