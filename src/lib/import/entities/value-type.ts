import type { ValueType } from '#lib/core/dataset/entities.ts';
import type { ColumnProfile } from '../infer.ts';
import { plainName } from '../synonyms.ts';
import { decideOrder } from '../values/date-order.ts';
import { decideStyle } from '../values/number-style.ts';
import { noValue } from './column-taker.ts';

/** Headers of sums of money. */
const money =
	/revenue|turnover|income|price|cost|amount|spend|spent|mrr|^arr$|charge|fee$|salary|wage|profit|budget|dollar|^mnt|clv|ltv|金额|收入|费用|成本|价格|单价|营收|营业额|工资|预算|利润|消费额/;

/** Headers of counts, shares and lengths of time, whatever else they name. */
const measure =
	/count|number|^num|qty|quantity|score|rate$|pct|percent|ratio|days?$|weeks?$|months?$|years?$|hours?$|minutes?$|次数|数量|率$|比例|天数|月数/;

/** Headers of what names something: store_id, StoreID, 门店编号. */
const parted = /(?:^|[\s_.-])(?:id|code|no|key|uuid|guid|upc|sku)$/i;
const joined = /[a-z](?:ID|Id|Code|No|Key)$|(?:编号|编码|号)$/;

/** Codes of fewer things than this are something to cut by. */
const FEW = 60;

/** Share of the cells that may be no numbers in a column of them. */
const STRAY = 0.005;

/** Characters from which on a text is prose. */
const PROSE_UNITS = 50;

/** A flag of 0 and 1, or of 1 and 2, is something to cut by. */
const isFlag = ({ distinct, examples }: ColumnProfile): boolean =>
	distinct <= 2 && examples.every((text) => /^[012]$/.test(text));

/** Whether the cells are numbers, those that say "no value" aside. */
function areNumbers({ cells, filled, numeric }: ColumnProfile): boolean {
	if (numeric > 1 - STRAY) return true;
	if (numeric < 0.2) return false;
	const none = cells.filter((cell) => cell.trim() !== '' && noValue.test(cell.trim())).length;
	return numeric * filled > (1 - STRAY) * (filled - none);
}

/** Mean length of the filled cells, and whether one of them has several lines. */
function prose({ cells, filled }: ColumnProfile): boolean {
	if (filled === 0) return false;
	let units = 0;
	for (const cell of cells) {
		units += cell.length;
		if (cell.includes('\n')) return true;
	}
	return units / filled > PROSE_UNITS;
}

/**
 * As what the values of a column can be read, the best first. A date or number that can be read in two ways stays text,
 * which is not a guess.
 */
export function typesOf(profile: ColumnProfile): readonly ValueType[] {
	const text: ValueType = prose(profile) ? 'text' : 'category';
	const texts: readonly ValueType[] =
		text === 'text' ? ['text', 'category', 'key'] : ['category', 'key', 'text'];
	const { kind, numeric, header } = profile;
	const name = plainName(header);
	if (kind === 'date' && profile.dates.compact < profile.dates.dates) {
		const { order } = decideOrder(profile.dates);
		return order === undefined ? [...texts, 'date'] : ['date', ...texts];
	}
	const isCode = parted.test(header) || joined.test(header);
	const isName = isCode && profile.distinct > FEW;
	const dates: readonly ValueType[] = kind === 'date' || profile.serial > 0.9 ? ['date'] : [];
	if (!areNumbers(profile)) {
		const some: readonly ValueType[] = numeric > 0.5 ? ['number', 'money'] : [];
		return isName && text === 'category'
			? ['key', 'category', 'text', ...some]
			: [...texts, ...dates, ...some];
	}
	const numbers: readonly ValueType[] =
		money.test(name) && !measure.test(name) ? ['money', 'number'] : ['number', 'money'];
	const padded = profile.cells.some((cell) => /^\s*0\d/.test(cell));
	if (isName || padded) return ['key', 'category', ...numbers, ...dates];
	if (isCode || isFlag(profile) || decideStyle(profile.numbers).style === undefined)
		return ['category', ...numbers, 'key', ...dates];
	return [...numbers, 'category', 'key', ...dates];
}
