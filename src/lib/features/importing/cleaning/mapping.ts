/** A value of the column with what it becomes; null: it stays. `rows` is null for one that was not seen. */
export interface MappingRow {
	readonly value: string;
	readonly rows: number | null;
	readonly to: string | null;
}

type Pairs = readonly { readonly from: string; readonly to: string }[];

/**
 * All values that were seen or have another name, the seen ones first.
 *
 * @example
 * mappingRows([{ from: 'web', to: 'Online' }], [{ value: 'shop', rows: 2 }]) // => [{ value: 'shop', rows: 2, to: null }, { value: 'web', rows: null, to: 'Online' }]
 */
export function mappingRows(
	pairs: Pairs,
	values: readonly { readonly value: string; readonly rows: number }[]
): readonly MappingRow[] {
	const to = new Map(pairs.map((pair) => [pair.from, pair.to]));
	const seen = new Set(values.map(({ value }) => value));
	return [
		...values.map(({ value, rows }) => ({ value, rows, to: to.get(value) ?? null })),
		...pairs
			.filter(({ from }) => !seen.has(from))
			.map((pair) => ({ value: pair.from, rows: null, to: pair.to }))
	];
}

/**
 * The pairs with another name for a value; null takes it out.
 *
 * @example
 * withMapping([{ from: 'web', to: 'Online' }], 'web', null) // => []
 * withMapping([{ from: 'a', to: 'A' }, { from: 'b', to: 'B' }], 'a', 'Z') // => [{ from: 'a', to: 'Z' }, { from: 'b', to: 'B' }]
 */
export function withMapping(pairs: Pairs, from: string, to: string | null): Pairs {
	if (to === null) return pairs.filter((pair) => pair.from !== from);
	if (!pairs.some((pair) => pair.from === from)) return [...pairs, { from, to }];
	return pairs.map((pair) => (pair.from === from ? { from, to } : pair));
}
