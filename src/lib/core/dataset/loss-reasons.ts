import { keptName, type ColumnPlan } from './recipe.ts';
import type { TableManifest } from './table-manifest.ts';

/** Whose doing a loss was, as somebody decided for each reason that the data name. */
export const lossCauses = ['company', 'rival', 'customer', 'other'] as const;
export type LossCause = (typeof lossCauses)[number];

/** A column that says why customers left: of a linked table, or of the orders themselves. */
export interface AnswerSource {
	/** Name of the table; null: the orders. */
	readonly table: string | null;
	/** Header of the column. */
	readonly column: string;
}

/** What a value of the column means. */
export interface MappedReason {
	/** As the data have it. */
	readonly value: string;
	/** Null: a name was given, but no cause. */
	readonly cause: LossCause | null;
	/** What it is called instead; absent: as the data have it. */
	readonly name?: string;
}

/** Why customers left, as a workspace keeps it: where it stands, and what its values mean. Nothing is guessed. */
export interface LossReasons extends AnswerSource {
	readonly mapped: readonly MappedReason[];
}

/** A column with more values than this is prose, and nothing to map one by one. */
const MOST_REASONS = 200;

/** Columns that say who, where or which, and not why. */
const naming: ReadonlySet<string> = new Set([
	...['customer', 'customer-name', 'phone', 'email', 'record', 'owner', 'owner-name', 'team'],
	...['product', 'product-name', 'order', 'campaign', 'campaign-name', 'ignore']
]);

/** Headers that speak of reasons stand first in a list to choose from; more is not made of what they are called. */
const speaking = /reason|cause|why|原因|理由/i;

/** What a manifest of orders says of their columns. */
interface OrderColumns {
	readonly attributes: readonly string[];
	readonly recipe: Recipe;
	readonly sources?: readonly { readonly recipe: Recipe }[];
}

interface Recipe {
	readonly columns: readonly Pick<ColumnPlan, 'header' | 'keptAs' | 'role'>[];
}

/**
 * Headers of the orders' own columns that can say why, the likeliest first: those to cut by, of whichever of their files,
 * save what one of the files has as its product. How many values they have is not known before they are read.
 *
 * @example
 * const columns = [{ header: 'Item', role: 'product' }, { header: 'Channel', role: 'attribute' }];
 * const recipe = { columns };
 * orderReasons({ attributes: ['Item', 'Channel', '退订原因'], recipe }) // => ['退订原因', 'Channel']
 */
export function orderReasons({ attributes, recipe, sources = [] }: OrderColumns): string[] {
	const products = new Set(
		[{ recipe }, ...sources].flatMap((source) =>
			source.recipe.columns.flatMap((plan) => (plan.role === 'product' ? [keptName(plan)] : []))
		)
	);
	const headers = attributes.filter((header) => !products.has(header));
	return [
		...headers.filter((header) => speaking.test(header)),
		...headers.filter((header) => !speaking.test(header))
	];
}

/**
 * Headers of the columns of a linked table whose values can be reasons: texts that repeat, other than those by which it is
 * linked.
 *
 * @example
 * const reason = { header: 'Reason', role: 'attribute', type: 'category', distinct: 7 };
 * reasonColumns([{ header: 'id', role: 'customer', type: 'key', distinct: 90 }, reason], 0) // => ['Reason']
 */
export function reasonColumns(
	columns: readonly Pick<TableManifest['columns'][number], 'header' | 'role' | 'type' | 'distinct'>[],
	key: number
): string[] {
	return columns.flatMap(({ header, role, type, distinct }, at) =>
		at !== key &&
		type === 'category' &&
		!naming.has(role) &&
		distinct !== null &&
		distinct > 1 &&
		distinct <= MOST_REASONS
			? [header]
			: []
	);
}
