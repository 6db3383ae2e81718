import type { OriginsResult } from '#lib/api/index.ts';
import { formatMoney, formatNumber } from '#lib/i18n/format.ts';
import { allRow, groupName, wellFilled, type Wording } from './wording.ts';

/** Fewer than this say too little of a group to put it on top. */
const minimum = 30;

/** The finding on top: whose customers are worth most early on, and whether the groups differ beyond chance. */
export function originsFinding(result: OriginsResult, wording: Wording): { lead: string; rest: string } {
	const { messages, locale, money } = wording;
	const words = messages.origins;
	const { scalars: s, tables, params } = result;
	const { groups, attribute } = tables;
	const all = allRow(result);
	const best = (column: 'valueWithin' | 'repeatRate', rows: readonly number[]) =>
		rows.reduce<number | null>(
			(top, row) =>
				top === null || (groups.columns[column][row] ?? 0) > (groups.columns[column][top] ?? 0) ? row : top,
			null
		);
	const followed = wellFilled(result, 'followed', minimum);
	const sized = wellFilled(result, 'customers', minimum);
	const value = followed.length > 1 ? best('valueWithin', followed) : null;
	const repeat = sized.length > 1 ? best('repeatRate', sized) : null;
	let lead = words.lead.none({ n: s.customers, minimum });
	if (value !== null) {
		lead = words.lead.value({
			label: groupName(result, value, wording),
			best: formatMoney(groups.columns.valueWithin[value] ?? NaN, locale, money),
			all: formatMoney(groups.columns.valueWithin[all] ?? NaN, locale, money),
			days: params.valueDays
		});
	} else if (repeat !== null) {
		lead = words.lead.repeat({
			label: groupName(result, repeat, wording),
			best: groups.columns.repeatRate[repeat] ?? NaN,
			all: groups.columns.repeatRate[all] ?? NaN
		});
	}
	const chance = (p: number) => (p < 0.001 ? '< 0.001' : `= ${formatNumber(p, locale, 3)}`);
	const told = (p: number, differ: typeof words.rest.differ, alike: typeof words.rest.alike): string =>
		Number.isNaN(p) ? '' : (p < 0.05 ? differ : alike)({ p: chance(p) });
	const test = told(s.p, words.rest.differ, words.rest.alike);
	const spending = told(s.valueP, words.rest.valueDiffers, words.rest.valueAlike);
	const of = words.rest.groups({
		n: s.values,
		by: attribute.columns.header[0] ?? '',
		customers: s.customers
	});
	return { lead, rest: [of, spending, test].filter((text) => text !== '').join(locale === 'en' ? ' ' : '') };
}
