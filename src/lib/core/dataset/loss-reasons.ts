import type { TableManifest } from './table-manifest.ts';

/** Whose doing a loss was, as somebody decided for each reason that the data name. */
export const lossCauses = ['company', 'rival', 'customer', 'other'] as const;
export type LossCause = (typeof lossCauses)[number];

/** A column of a linked table that says why customers left. */
export interface AnswerSource {
	/** Name of the table. */
	readonly table: string;
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
