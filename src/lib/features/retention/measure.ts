import { formatMoneyShort, formatShare } from '#lib/i18n/format.ts';
import { intervalText, type Wording } from './wording.ts';

/** What of a cohort is kept: its customers, or the money that they spend. */
export type Kept = 'customers' | 'money';

/** The columns that matrix and curve have in common. */
interface KeptColumns {
	readonly base: Uint32Array;
	readonly active: Uint32Array;
	readonly rate: Float64Array;
	readonly low: Float64Array;
	readonly high: Float64Array;
	readonly moneyBase: Float64Array;
	readonly money: Float64Array;
	readonly moneyRate: Float64Array;
}

export interface Measure {
	readonly rate: (row: number) => number;
	/** NaN for money, which has no interval. */
	readonly low: (row: number) => number;
	readonly high: (row: number) => number;
	/** The rate with what it is made of, and its interval where it has one. */
	readonly lines: (row: number) => string[];
}

/** Reads one of the two measures out of a table that has both. */
export function measureOf(columns: KeptColumns, kept: Kept, wording: Wording): Measure {
	const { messages, locale, money } = wording;
	const words = messages.retention.triangle;
	const at = (name: keyof KeptColumns, row: number): number => columns[name][row] ?? NaN;
	if (kept === 'money') {
		const rate = (row: number) => at('moneyRate', row);
		const short = (units: number) => formatMoneyShort(units, locale, money);
		return {
			rate,
			low: () => NaN,
			high: () => NaN,
			lines: (row) => [
				`${formatShare(rate(row), locale)} · ${words.amounts({ money: short(at('money', row)), base: short(at('moneyBase', row)) })}`
			]
		};
	}
	const [rate, low, high] = (['rate', 'low', 'high'] as const).map(
		(name) => (row: number) => at(name, row)
	) as [Measure['rate'], Measure['low'], Measure['high']];
	return {
		rate,
		low,
		high,
		lines: (row) => [
			`${formatShare(rate(row), locale)} · ${words.counts({ active: at('active', row), base: at('base', row) })}`,
			...(Number.isNaN(low(row)) ? [] : [intervalText(low(row), high(row), wording)])
		]
	};
}
