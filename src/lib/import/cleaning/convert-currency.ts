import type { CurrencyRate } from '#lib/core/dataset/cleaning-step.ts';
import { decimalText, multiplied, rationalOf, whole, type Rational } from '#lib/core/formula/rational.ts';
import { agrees, isCurrencyCode } from '../values/currency.ts';
import { DateStatus, newDateReading, readDate } from '../values/read-date.ts';
import { CellReader } from './cell-reader.ts';
import { Outcome, problem, put, type KindOfStep, type StepOf } from './row-step.ts';

/** A currency as its rows and the table of rates write it: in any case, with full-width letters or not. */
export const plainCurrency = (text: string): string => text.normalize('NFKC').trim().toUpperCase();

/** Rates of one currency, the latest first. */
interface Dated {
	readonly from: number;
	readonly rate: Rational;
}

function dayOf(text: string): number | null {
	const reading = newDateReading();
	return readDate(text, 'ymd', reading) === DateStatus.OK ? reading.day : null;
}

function badRate(rates: readonly CurrencyRate[]): CurrencyRate | undefined {
	return rates.find(({ currency, from, rate }) => {
		const value = rationalOf(rate.trim());
		return (
			plainCurrency(currency) === '' ||
			value === null ||
			value.n <= 0n ||
			(from !== undefined && dayOf(from) === null)
		);
	});
}

function ratesOf({ rates, target }: StepOf<'convert-currency'>): ReadonlyMap<string, readonly Dated[]> {
	const table = new Map<string, Dated[]>([[plainCurrency(target), [{ from: -Infinity, rate: whole(1) }]]]);
	for (const { currency, from, rate } of rates) {
		const dated = {
			from: from === undefined ? -Infinity : (dayOf(from) as number),
			rate: rationalOf(rate.trim())
		};
		table.set(plainCurrency(currency), [...(table.get(plainCurrency(currency)) ?? []), dated as Dated]);
	}
	for (const list of table.values()) list.sort((a, b) => b.from - a.from);
	return table;
}

/**
 * Amounts × the rate of their row's currency, exactly, then rounded to the smallest unit, half away from zero. An amount
 * that cannot be read is handed on as it stands, for the reader of amounts to say what is wrong with it.
 */
export const convertCurrency: KindOfStep<StepOf<'convert-currency'>> = {
	problem({ rates, target, name }) {
		if (!/^[A-Z]{3}$/.test(target)) return problem('target-missing');
		if (rates.length === 0) return problem('rates-none');
		const bad = badRate(rates);
		if (bad !== undefined) return problem('rate-invalid', { n: rates.indexOf(bad) + 1 });
		return name.trim() === '' ? problem('name-missing') : null;
	},
	prepare(step, context) {
		const { positionOf, made } = context;
		const [amount, currency] = [positionOf(step.amount), positionOf(step.currency)];
		const date = step.date === null ? -1 : positionOf(step.date);
		const table = ratesOf(step);
		const reader = new CellReader(step, context);
		const rateOf = (cells: readonly string[], code: string): Rational | undefined => {
			const rates = table.get(code);
			if (rates === undefined) return undefined;
			if (date < 0) return rates.find(({ from }) => from === -Infinity)?.rate;
			const day = reader.date(cells[date] as string);
			return rates.find(({ from }) => from === -Infinity || (day !== null && from <= day))?.rate;
		};
		return {
			about: currency,
			rejection: 'currency-no-rate',
			apply(cells) {
				const code = plainCurrency(cells[currency] as string);
				const rate = rateOf(cells, code);
				if (rate === undefined) return Outcome.REJECTED;
				const raw = cells[amount] as string;
				const value = reader.number(raw);
				if (value === null || reader.percent) return put(cells, made, raw);
				// A sign that speaks of another currency than its row: with both beside it, it is no amount to any reader.
				if (reader.sign !== '' && isCurrencyCode(code) && !agrees(reader.sign, code))
					return put(cells, made, `${raw} ${code}`);
				return put(cells, made, decimalText(multiplied(value, rate), step.decimals));
			}
		};
	}
};
