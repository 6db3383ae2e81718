import { NO_CODE, type Dictionary } from '../../columns/dictionary.ts';
import { mergeDictionaries } from '../../columns/merge-dictionaries.ts';
import { remapCodes } from '../../columns/sort-dictionary.ts';
import { CoreError } from '../../errors.ts';
import { scaledAmounts, scaledProfits } from './scaled-amounts.ts';
import type { AttributeColumn, OrderTable } from '../order-table.ts';

const DAY_MS = 86_400_000;

/** A column of codes, and which of the two tables have it. */
export interface UnifiedCodes {
	readonly dictionary: Dictionary;
	readonly codes: Uint32Array;
	readonly inFirst: boolean;
	readonly inSecond: boolean;
}

interface Lacking {
	readonly times: boolean;
	readonly quantity: boolean;
	readonly profit: boolean;
}

/** The rows of two tables end to end, under common codes and one money unit; those of the first come first. */
export interface UnifiedRows {
	readonly rows: number;
	/** Rows of the first table. */
	readonly split: number;
	readonly customers: Dictionary;
	readonly customer: Uint32Array;
	/** Customer of the first and of the second table → common customer. */
	readonly customerOf: readonly [Uint32Array, Uint32Array];
	readonly order: UnifiedCodes | null;
	readonly day: Int32Array;
	/** Rows of a table without times of day stand at midnight. */
	readonly instant: Float64Array | null;
	readonly amount: Float64Array;
	/** NaN = none. */
	readonly quantity: Float64Array | null;
	/** In the common unit; NaN = not known. Null where neither has one, or they cannot be added exactly. */
	readonly profit: Float64Array | null;
	/** Which of the columns above the first and the second table lack, where the other has them. */
	readonly firstLacks: Lacking;
	readonly secondLacks: Lacking;
	readonly kind: Uint8Array;
	readonly attributes: readonly (UnifiedCodes & { readonly header: string })[];
	readonly scale: number;
	readonly currency: string | null;
}

/**
 * Lays two tables end to end. What only one of them has is empty in the rows of the other. Attributes are the same
 * where their headers are (and how often each came before).
 *
 * @throws CoreError `append-currency` {have, add} when both say their currency and differ; `amount-sum-too-large` {scale}
 *   when the amounts of both cannot be added exactly in the finer of both units.
 */
export function unifiedRows(a: OrderTable, b: OrderTable): UnifiedRows {
	if (a.currency !== null && b.currency !== null && a.currency !== b.currency) {
		throw new CoreError('append-currency', { have: a.currency, add: b.currency });
	}
	const rows = a.rows + b.rows;
	const customers = mergeDictionaries(a.customers, b.customers);
	const scale = Math.max(a.scale, b.scale);
	const joined = <C extends Float64Array | Int32Array | Uint8Array | Uint32Array>(
		empty: C,
		one: C | null,
		other: C | null
	): C => {
		if (one !== null) empty.set(one.subarray(0, a.rows));
		if (other !== null) empty.set(other.subarray(0, b.rows), a.rows);
		return empty;
	};
	const withTimes = a.instant !== null || b.instant !== null;
	const withQuantity = a.quantity !== null || b.quantity !== null;
	const [one, other] = scaledAmounts(
		[a, b].map(({ amount, scale: own, rows: size }) => ({ amounts: amount.subarray(0, size), scale: own })),
		scale
	);
	const profits = scaledProfits([a, b], scale);
	const day = joined(new Int32Array(rows), a.day, b.day);
	return {
		rows,
		split: a.rows,
		customers: customers.dictionary,
		customer: joined(
			new Uint32Array(rows),
			remapCodes(a.customer, customers.first),
			remapCodes(b.customer, customers.second)
		),
		customerOf: [customers.first, customers.second],
		order: joinedCodes([a, b], codesOfOrders(a), codesOfOrders(b)),
		day,
		instant: withTimes
			? joined(
					Float64Array.from(day, (on) => on * DAY_MS),
					a.instant,
					b.instant
				)
			: null,
		amount: joined(new Float64Array(rows), one ?? null, other ?? null),
		quantity: withQuantity ? joined(new Float64Array(rows).fill(NaN), a.quantity, b.quantity) : null,
		profit: profits && joined(new Float64Array(rows).fill(NaN), profits[0] ?? null, profits[1] ?? null),
		firstLacks: lackOf(a, b),
		secondLacks: lackOf(b, a),
		kind: joined(new Uint8Array(rows), a.kind, b.kind),
		attributes: joinedAttributes(a, b),
		scale,
		currency: a.currency ?? b.currency
	};
}

function lackOf(one: OrderTable, other: OrderTable): Lacking {
	return {
		times: one.instant === null && other.instant !== null,
		quantity: one.quantity === null && other.quantity !== null,
		profit: one.profit === null && other.profit !== null
	};
}

type Codes = { readonly dictionary: Dictionary; readonly codes: Uint32Array } | null;

function codesOfOrders({ order, orders }: OrderTable): Codes {
	return order === null || orders === null ? null : { dictionary: orders, codes: order };
}

function joinedCodes(
	tables: readonly [OrderTable, OrderTable],
	one: Codes,
	other: Codes
): UnifiedCodes | null {
	const [a, b] = tables;
	if (one === null && other === null) return null;
	const empty: Dictionary = { size: 0, bytes: new Uint8Array(0), offsets: new Uint32Array(1) };
	const { dictionary, first, second } = mergeDictionaries(
		one?.dictionary ?? empty,
		other?.dictionary ?? empty
	);
	const codes = new Uint32Array(a.rows + b.rows).fill(NO_CODE);
	if (one !== null) codes.set(remapCodes(one.codes.subarray(0, a.rows), first));
	if (other !== null) codes.set(remapCodes(other.codes.subarray(0, b.rows), second), a.rows);
	return { dictionary, codes, inFirst: one !== null, inSecond: other !== null };
}

function joinedAttributes(a: OrderTable, b: OrderTable): UnifiedRows['attributes'] {
	const left = keyed(b.attributes);
	const joined = [...keyed(a.attributes)].map(([key, one]) => {
		const other = left.get(key) ?? null;
		left.delete(key);
		return { header: one.header, ...(joinedCodes([a, b], one, other) as UnifiedCodes) };
	});
	for (const other of left.values()) {
		joined.push({ header: other.header, ...(joinedCodes([a, b], null, other) as UnifiedCodes) });
	}
	return joined;
}

/** Attributes by header, and by how many before them have the same. */
function keyed(attributes: readonly AttributeColumn[]): Map<string, AttributeColumn> {
	const found = new Map<string, AttributeColumn>();
	for (const attribute of attributes) {
		let nth = 0;
		while (found.has(`${nth} ${attribute.header}`)) nth++;
		found.set(`${nth} ${attribute.header}`, attribute);
	}
	return found;
}
