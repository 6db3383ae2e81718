import { decodeAll, dictionaryOf, NO_CODE, type Dictionary } from '#lib/core/columns/dictionary.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { KeySpace, type Pause } from '#lib/core/links/key-space.ts';
import { matchKeys } from '#lib/core/links/match-keys.ts';
import { followsCustomers, type TableBeside } from './row-columns.ts';

/**
 * The id that each entry of a table's keys means: of the customer of the orders that it is linked to, else of one whom a table of
 * customers names, else itself. Replaced one by one, ids that were written in two ways would be two customers afterwards.
 */
export async function customerTexts(
	orders: OrderTable,
	tables: readonly TableBeside[],
	pause: Pause
): Promise<(dictionary: Dictionary) => readonly string[]> {
	const known = decodeAll(orders.customers);
	const found = new Map<Dictionary, readonly string[]>();
	// Tables of customers first: whom they name, others may mean.
	const inOrder = [...tables].sort((a, b) => Number(isHome(b)) - Number(isHome(a)));
	let own: Matcher = await matcherOf(known, pause);
	for (const beside of inOrder) {
		for (const [at, column] of beside.table.columns.entries()) {
			if (!followsCustomers(beside, at) || (column.type !== 'key' && column.type !== 'category')) continue;
			const texts = await own(column.dictionary);
			found.set(column.dictionary, texts);
			if (!isHome(beside)) continue;
			const before = new Set(known);
			known.push(...texts.filter((text) => !before.has(text)));
		}
		if (isHome(beside)) own = await matcherOf(known, pause);
	}
	return (dictionary) => found.get(dictionary) ?? decodeAll(dictionary);
}

type Matcher = (keys: Dictionary) => Promise<string[]>;

const isHome = ({ table }: TableBeside): boolean => table.entity === 'customer';

async function matcherOf(known: readonly string[], pause: Pause): Promise<Matcher> {
	const to = dictionaryOf(known);
	const names = known.slice();
	return async (keys) => {
		const space = new KeySpace();
		const all = async (dictionary: Dictionary) => ({
			numbers: await space.numbers(dictionary, pause),
			codes: Uint32Array.from({ length: dictionary.size }, (_, code) => code)
		});
		const { entries } = matchKeys(space, await all(keys), await all(to));
		return decodeAll(keys).map((text, entry) => {
			const at = entries[entry] as number;
			return at === NO_CODE ? text : (names[at] as string);
		});
	};
}
