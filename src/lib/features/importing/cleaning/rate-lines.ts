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
