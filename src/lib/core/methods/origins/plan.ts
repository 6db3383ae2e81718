import { NO_CODE, stringAt } from '../../columns/dictionary.ts';
import type { CustomerGroups } from '../../dataset/customer-groups.ts';
import type { Ledger } from '../../ledger/types.ts';
import { groupKinds, type OriginsParams } from './types.ts';

/** Stands for customers who did not come in the window. */
export const NO_GROUP = 255;

/** Who belongs to which row of the result. Everyone with a row also belongs to the last one, `all`. */
export interface GroupPlan {
	readonly kind: Uint8Array;
	readonly label: readonly string[];
	/** Per customer a row, or `NO_GROUP`. */
	readonly rowOf: Uint8Array;
	/** Different values among those who came, and how many came without one. */
	readonly values: number;
	readonly empty: number;
}

/**
 * Sorts the customers who came in the window into groups: the `shown` most common values of the attribute, equally
 * common ones in the order of their text; then the others, those without a value, and all. A customer came on the day
 * of the first valid order, or, without one, of the first row of any kind. Two passes over the customers.
 */
export function planGroups(
	ledger: Ledger,
	{ values, codes }: CustomerGroups,
	span: { readonly from: number; readonly asOf: number },
	{ shown }: Pick<OriginsParams, 'shown'>
): GroupPlan {
	const size = ledger.customers.size;
	const members = new Uint32Array(values.size);
	let empty = 0;
	for (let who = 0; who < size; who++) {
		if (!cameIn(ledger, who, span)) continue;
		const code = codes[who] as number;
		if (code === NO_CODE) empty++;
		else members[code] = (members[code] as number) + 1;
	}
	const found: number[] = [];
	for (let code = 0; code < members.length; code++) if (members[code] !== 0) found.push(code);
	// Codes ascend with the text, and the sort is stable.
	const ranked = [...found].sort((a, b) => (members[b] as number) - (members[a] as number));
	const own = ranked.slice(0, shown);
	const rowOfCode = new Uint8Array(values.size).fill(own.length);
	own.forEach((code, row) => (rowOfCode[code] = row));
	const hasOthers = ranked.length > own.length;
	const noneRow = own.length + (hasOthers ? 1 : 0);
	const rowOf = new Uint8Array(size).fill(NO_GROUP);
	for (let who = 0; who < size; who++) {
		if (!cameIn(ledger, who, span)) continue;
		const code = codes[who] as number;
		rowOf[who] = code === NO_CODE ? noneRow : (rowOfCode[code] as number);
	}
	const kinds = [
		...own.map(() => 'value' as const),
		...(hasOthers ? (['others'] as const) : []),
		...(empty > 0 ? (['none'] as const) : []),
		'all' as const
	];
	return {
		kind: Uint8Array.from(kinds, (kind) => groupKinds.indexOf(kind)),
		label: kinds.map((_, row) => (row < own.length ? stringAt(values, own[row] as number) : '')),
		rowOf,
		values: found.length,
		empty
	};
}

function cameIn(
	{ offsets, day, firstSeen }: Ledger,
	who: number,
	{ from, asOf }: { readonly from: number; readonly asOf: number }
): boolean {
	const start = offsets[who] as number;
	const ordered = start < (offsets[who + 1] as number) && (day[start] as number) <= asOf;
	const came = (ordered ? day[start] : firstSeen[who]) as number;
	return came >= from && came <= asOf;
}
