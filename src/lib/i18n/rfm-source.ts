import type { TableEntity } from '#lib/core/dataset/entities.ts';
import type { RfmResult } from '#lib/core/methods/rfm/types.ts';
import {
	formatCount,
	formatMoney,
	formatMoneyShort,
	formatMoneyWhole,
	formatNumber,
	type MoneyStyle
} from './format.ts';
import type { Locale, Messages } from './messages.ts';

/** How amounts are written: in full, short, and as typical values. */
export interface AmountFormat {
	readonly full: (value: number) => string;
	readonly short: (value: number) => string;
	readonly whole: (value: number) => string;
}

/** What RFM is of, where that is a linked table. */
export interface RfmSourceNames {
	readonly table: string;
	/** Header of the column that M adds up; '' where rows are counted and nothing else. */
	readonly value: string;
	readonly day: string;
	/** One of the rows, several of them, and what M counts. */
	readonly record: string;
	readonly records: string;
	readonly measure: string;
	/** ISO 4217; null where the numbers are no money, or of no known currency. */
	readonly currency: string | null;
}

/** The names of what RFM is of; null where that is orders. */
export function rfmSourceNames(
	{ tables: { source } }: Pick<RfmResult, 'tables'>,
	words: Messages['rfmSource']
): RfmSourceNames | null {
	const { columns, rows } = source;
	if (rows === 0) return null;
	const at = (name: 'table' | 'entity' | 'value' | 'day' | 'currency'): string => columns[name][0] ?? '';
	const kind = kindOf(at('entity') as TableEntity);
	const [value, currency] = [at('value'), at('currency')];
	const records = words.records[kind]();
	return {
		table: at('table'),
		value,
		day: at('day'),
		record: words.record[kind](),
		records,
		measure:
			value === '' ? records : currency === '' ? words.named({ value }) : words.inMoney({ value, currency }),
		currency: currency === '' ? null : currency
	};
}

type Kind = keyof Messages['rfmSource']['record'];
const kinds: ReadonlySet<string> = new Set<Kind>([
	'interaction',
	'campaign-contact',
	'ticket',
	'survey',
	'membership',
	'subscription',
	'order-line'
]);
const kindOf = (entity: TableEntity): Kind => (kinds.has(entity) ? (entity as Kind) : 'other');

/**
 * How amounts of a result are written: money of the dataset, or numbers as the column of a source writes them.
 *
 * @example
 * amountFormat(null, 'en', { scale: 2, currency: 'GBP' }).short(552000000) // => '£5.52M'
 * amountFormat({ value: 'points', currency: null }, 'en', { scale: 2, currency: 'GBP' }).short(5520) // => '5.52k'
 * amountFormat({ value: 'score', currency: null }, 'en', { scale: 2, currency: 'GBP' }).full(4.125) // => '4.13'
 */
export function amountFormat(
	source: Pick<RfmSourceNames, 'value' | 'currency'> | null,
	locale: Locale,
	money: MoneyStyle
): AmountFormat {
	if (source === null) {
		return {
			full: (units) => formatMoney(units, locale, money),
			short: (units) => formatMoneyShort(units, locale, money),
			whole: (units) => formatMoneyWhole(units, locale, money)
		};
	}
	if (source.currency !== null) {
		// Written in hundredths, whatever its last decimal: as money is.
		const style = { scale: 2, currency: source.currency };
		return {
			full: (value) => formatMoney(value * 100, locale, style),
			short: (value) => formatMoneyShort(value * 100, locale, style),
			whole: (value) => formatMoneyWhole(value * 100, locale, style)
		};
	}
	const plain = { scale: 0, currency: null };
	const full = (value: number): string =>
		source.value === '' ? formatCount(value, locale) : formatNumber(value, locale, 2);
	return {
		full,
		short: (value) => (Math.abs(value) < 1000 ? full(value) : formatMoneyShort(value, locale, plain)),
		whole: (value) => formatNumber(value, locale, 1)
	};
}

/** What M counts, as the head of a column: a word of the language begins as others do, a header of the data stays. */
export function headOf({ value, measure }: RfmSourceNames): string {
	return value === '' ? measure.charAt(0).toUpperCase() + measure.slice(1) : measure;
}

/** What is scored and how many rows of it count, in a sentence or two; that M repeats F where rows are counted alone. */
export function sourceNote(
	{ tables: { source } }: Pick<RfmResult, 'tables'>,
	names: RfmSourceNames,
	words: Messages['rfmSource']
): string {
	const { counted, rows } = source.columns;
	const { table, records, measure, day, value } = names;
	const given = { table, records, day, counted: counted[0] ?? 0, rows: rows[0] ?? 0 };
	return value === '' ? words.repeats(given) : words.counted({ ...given, measure });
}

/**
 * The messages with the words of a source in the place of orders and money: those of the segments, and the names of
 * measures and orders that stand beside them. As they are where RFM is of orders.
 */
export function wordsOfSource<M extends Pick<Messages, 'segments' | 'rfmSource' | 'terms' | 'common'>>(
	messages: M,
	source: RfmSourceNames | null
): M {
	if (source === null) return messages;
	const { segments: own, rfmSource: by } = messages;
	const { record, records, measure } = source;
	const name = { record, records, measure };
	const named = () => headOf(source);
	const segments: Messages['segments'] = {
		...own,
		lead: (given) => by.lead({ ...given, measure }),
		leadTypes: (given) => by.leadTypes({ ...given, measure }),
		quiet: (given) => by.quiet({ ...given, measure }),
		outside: (given) => by.outside({ ...given, ...name }),
		frequencies: { orders: () => records, days: () => by.days(name) },
		monetaries: { sum: by.sum, mean: () => by.mean(name) },
		matrix: {
			...own.matrix,
			title: by.title,
			titleFm: () => by.titleFm(name),
			recency: by.recencyName,
			finding: () => by.finding(name),
			findingStatic: () => by.findingStatic(name),
			orders: (given) => by.range({ ...given, records }),
			once: (given) => by.once({ ...given, record }),
			onceSplit: (given) => by.onceSplit({ ...given, record }),
			revenue: named
		},
		table: { ...own.table, revenue: named, rHint: () => by.median(name) },
		cuts: {
			...own.cuts,
			recency: () => by.cuts.recency(name),
			frequency: () => by.cuts.frequency(name),
			frequencyDays: () => by.cuts.frequencyDays(name),
			monetary: () => by.cuts.monetary(name),
			monetaryMean: () => by.cuts.monetaryMean(name)
		},
		fixed: {
			...own.fixed,
			recency: () => by.recency(name),
			frequency: () => records,
			monetary: named
		},
		vip: {
			...own.vip,
			recency: () => by.vip.recency(name),
			frequency: () => by.vip.frequency(name),
			frequencyDays: () => by.vip.frequencyDays(name),
			monetary: () => by.vip.monetary(name),
			monetaryMean: () => by.vip.monetaryMean(name),
			found: (given) => by.vip.found({ ...given, measure })
		},
		sensitivity: { ...own.sensitivity, revenueChange: () => by.change(name) },
		ranks: { ...own.ranks, revenue: named }
	};
	const { terms, common } = messages;
	return {
		...messages,
		segments,
		terms: {
			...terms,
			measures: {
				...terms.measures,
				...{ recency: by.recencyName, frequency: by.frequencyName, monetary: () => 'M', revenue: named }
			}
		},
		common: {
			...common,
			orders: ({ n }) => by.number({ n, records: n === 1 ? record : records })
		}
	};
}
