import { NO_CODE, stringAt, type Dictionary } from '../columns/dictionary.ts';
import { DictionaryBuilder } from '../columns/dictionary-builder.ts';
import type { EntityRole } from '../dataset/entities.ts';
import { NO_DAY } from '../dataset/entity-table.ts';
import { eventDay } from '../dataset/event-day.ts';
import { KeySpace, type Pause } from './key-space.ts';
import { coded, type LinkedReader, type LinkedTable } from './linked-reader.ts';

/** The customers whom tables name, where no orders do. */
export interface NamedCustomers {
	/** In the order in which the tables name them. */
	readonly keys: Dictionary;
	/** Per customer the first day of a row that names it; `NO_DAY` where none has a day. */
	readonly since: Int32Array;
	/** What tables of customers call each of them (`NO_CODE` = nothing); null where they hold no names. */
	readonly names: { readonly dictionary: Dictionary; readonly codes: Uint32Array } | null;
	/** Of the rows of events, else of any row; null where no row has a day. */
	readonly days: { readonly first: number; readonly last: number } | null;
}

/**
 * Everybody whom linked tables name, for a workspace that has no orders. Tables of customers come first, as they say how an id is
 * written; the rows of the others are matched with them as with the customers of orders, and who is not among them is a
 * customer all the same. Tables of whatever else name nobody: whom they are about, suppliers perhaps, only meets customers. One pass
 * over the keys and days of each table.
 */
export async function namedCustomers(
	{ tables, load, match }: LinkedReader,
	pause: Pause
): Promise<NamedCustomers> {
	const keys = new DictionaryBuilder();
	const since: number[] = [];
	const names = new DictionaryBuilder();
	const nameOf: number[] = [];
	const spans = { events: new Span(), things: new Span() };
	for (const { manifest, column } of tables.filter(namesCustomers).sort(customersFirst)) {
		const place = placesOf(manifest);
		const wanted = [...new Set([column, place.day, place.name].filter((at) => at >= 0))].sort(
			(a, b) => a - b
		);
		const table = await load(manifest.id, wanted);
		const named = coded(table.columns[wanted.indexOf(column)]);
		const dates = table.columns[wanted.indexOf(place.day)];
		const called = table.columns[wanted.indexOf(place.name)];
		const known = await match(named.dictionary, keys.build());
		const spelled = await firstSpelled(named.dictionary, pause);
		const span = manifest.entity === 'customer' ? spans.things : spans.events;
		const codes = new Uint32Array(named.dictionary.size).fill(NO_CODE);
		for (let row = 0; row < table.rows; row++) {
			const entry = spelled[named.codes[row] as number];
			if (entry === undefined || entry === NO_CODE) continue;
			let who = codes[entry] as number;
			if (who === NO_CODE) {
				who = known[entry] as number;
				if (who === NO_CODE) who = keys.intern(stringAt(named.dictionary, entry));
				codes[entry] = who;
			}
			if (called?.type === 'category') {
				const name = called.codes[row] as number;
				if (name !== NO_CODE) nameOf[who] ??= names.intern(stringAt(called.dictionary, name));
			}
			const day = dates?.type === 'date' ? (dates.day[row] as number) : NO_DAY;
			const before = since[who] ?? NO_DAY;
			since[who] = day !== NO_DAY && (before === NO_DAY || day < before) ? day : before;
			if (day !== NO_DAY) span.take(day);
		}
		await pause();
	}
	return {
		keys: keys.build(),
		since: Int32Array.from(since),
		names:
			names.size === 0
				? null
				: {
						dictionary: names.build(),
						codes: Uint32Array.from({ length: keys.size }, (_, who) => nameOf[who] ?? NO_CODE)
					},
		days: spans.events.days ?? spans.things.days
	};
}

/** Whether who stands in a table of a workspace without orders is a customer for that. */
export const namesCustomers = ({ manifest }: LinkedTable): boolean => manifest.entity !== 'other';

const customersFirst = (a: LinkedTable, b: LinkedTable): number =>
	Number(b.manifest.entity === 'customer') - Number(a.manifest.entity === 'customer');

/** Where the day of a row stands, and in tables of customers what they are called; −1 for nowhere. */
function placesOf({ entity, columns }: LinkedTable['manifest']): { day: number; name: number } {
	const withRole = (role: EntityRole): number => columns.findIndex((column) => column.role === role);
	// What a customer is born on is no day of being known.
	if (entity === 'customer') return { day: withRole('joined'), name: withRole('customer-name') };
	return { day: eventDay(columns) ?? -1, name: -1 };
}

/** Per entry of a dictionary the first one that means the same: an id is one whatever its case and width. */
async function firstSpelled(dictionary: Dictionary, pause: Pause): Promise<Uint32Array> {
	const numbers = await new KeySpace().numbers(dictionary, pause);
	const first = new Map<number, number>();
	return numbers.map((number, entry) => {
		if (number === NO_CODE) return NO_CODE;
		const known = first.get(number);
		if (known === undefined) first.set(number, entry);
		return known ?? entry;
	});
}

/** The days from the first to the last of those that it was given. */
class Span {
	#first = Infinity;
	#last = -Infinity;

	take(day: number): void {
		if (day < this.#first) this.#first = day;
		if (day > this.#last) this.#last = day;
	}

	get days(): NamedCustomers['days'] {
		return this.#last < this.#first ? null : { first: this.#first, last: this.#last };
	}
}
