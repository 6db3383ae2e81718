import type { CurrencyRate } from '#lib/api/index.ts';

/**
 * Rates as lines of text: currency, worth, first day.
 *
 * @example
 * rateText([{ currency: 'USD', rate: '0.93', from: '2024-07-01' }]) // => 'USD 0.93 2024-07-01'
 */
export function rateText(rates: readonly CurrencyRate[]): string {
	return rates
		.map(({ currency, rate, from }) => [currency, rate, ...(from === undefined ? [] : [from])].join(' '))
		.join('\n');
}

/**
 * The rates that lines of text name, parted by blanks, tabs, commas or semicolons; blank lines are none. What cannot be
 * read stays as it is, for the step to say so.
 *
 * @example
 * ratesOf('USD\t0.93\nGBP 1.17 2024-07-01\n') // => [{ currency: 'USD', rate: '0.93' }, { currency: 'GBP', rate: '1.17', from: '2024-07-01' }]
 */
export function ratesOf(text: string): readonly CurrencyRate[] {
	return text.split('\n').flatMap((line) => {
		const [currency, rate = '', from] = line.split(/[\s,;，；]+/).filter((part) => part !== '');
		if (currency === undefined) return [];
		return [{ currency, rate, ...(from !== undefined && { from }) }];
	});
}

/**
 * Currencies among the values of a column that no rate is for.
 *
 * @example
 * withoutRate([{ value: 'usd', rows: 3 }, { value: 'GBP', rows: 1 }, { value: 'EUR', rows: 9 }], [{ currency: 'USD', rate: '1' }], 'EUR') // => ['GBP']
 */
export function withoutRate(
	values: readonly { readonly value: string; readonly rows: number }[],
	rates: readonly CurrencyRate[],
	target: string
): readonly string[] {
	const plain = (text: string): string => text.normalize('NFKC').trim().toUpperCase();
	const known = new Set([plain(target), ...rates.map(({ currency }) => plain(currency))]);
	return [...new Set(values.map(({ value }) => plain(value)))].filter(
		(value) => value !== '' && !known.has(value)
	);
}

/**
 * The rates of a table that somebody keeps: a currency, what one unit is worth, and a day if there is one, in any order and
 * parted by tabs, semicolons or commas. A decimal comma is one where semicolons or tabs part cells. `left`: lines in which no
 * currency or rate is found, but the first, which may name the columns.
 *
 * @example
 * ratesInFile('Date;Currency;Rate\n2024-07-01;USD;0,931\n') // => { rates: [{ currency: 'USD', rate: '0.931', from: '2024-07-01' }], left: 0 }
 * ratesInFile('GBP,1.17\n"JPY","0.0062"\nsee above\n') // => { rates: [{ currency: 'GBP', rate: '1.17' }, { currency: 'JPY', rate: '0.0062' }], left: 1 }
 */
export function ratesInFile(text: string): {
	readonly rates: readonly CurrencyRate[];
	readonly left: number;
} {
	const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
	const found = lines.map((line) => rateIn(line, /[\t;；]/.test(line)));
	const rates = found.flatMap((rate) => rate ?? []);
	return { rates, left: found.filter((rate, i) => rate === null && i > 0).length };
}

function rateIn(line: string, hasCommas: boolean): CurrencyRate | null {
	const cells = line
		.normalize('NFKC')
		.split(hasCommas ? /[\t;]/ : ',')
		.map((cell) => cell.replace(/^[\s\uFEFF"']+|[\s"']+$/g, ''));
	const currency = cells.find((cell) => /^[A-Za-z]{3}$/.test(cell));
	const rate = cells.find((cell) => (hasCommas ? /^\d+(?:[.,]\d+)?$/ : /^\d+(?:\.\d+)?$/).test(cell));
	const from = cells.find((cell) => /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(cell));
	if (currency === undefined || rate === undefined) return null;
	return {
		currency: currency.toUpperCase(),
		rate: rate.replace(',', '.'),
		...(from !== undefined && { from })
	};
}
