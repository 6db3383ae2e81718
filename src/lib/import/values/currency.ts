/**
 * Money signs and codes as they stand beside amounts, longest first, and the currency that each means.
 * `¥` and `$` are shared by several currencies: they agree with any of these, and mean the first alone.
 */
const signs: readonly { readonly sign: string; readonly means: readonly string[] }[] = [
	{ sign: '人民币', means: ['CNY'] },
	{ sign: 'US$', means: ['USD'] },
	{ sign: 'HK$', means: ['HKD'] },
	{ sign: 'NT$', means: ['TWD'] },
	{ sign: 'CN¥', means: ['CNY'] },
	{ sign: 'JP¥', means: ['JPY'] },
	{ sign: 'R$', means: ['BRL'] },
	{ sign: 'A$', means: ['AUD'] },
	{ sign: 'C$', means: ['CAD'] },
	{ sign: 'S$', means: ['SGD'] },
	{ sign: 'RMB', means: ['CNY'] },
	{ sign: 'CHF', means: ['CHF'] },
	{ sign: 'USD', means: ['USD'] },
	{ sign: 'EUR', means: ['EUR'] },
	{ sign: 'GBP', means: ['GBP'] },
	{ sign: 'CNY', means: ['CNY'] },
	{ sign: 'JPY', means: ['JPY'] },
	{ sign: 'HKD', means: ['HKD'] },
	{ sign: 'TWD', means: ['TWD'] },
	{ sign: 'KRW', means: ['KRW'] },
	{ sign: 'INR', means: ['INR'] },
	{ sign: 'BRL', means: ['BRL'] },
	{ sign: 'AUD', means: ['AUD'] },
	{ sign: 'CAD', means: ['CAD'] },
	{ sign: 'SGD', means: ['SGD'] },
	{ sign: 'NZD', means: ['NZD'] },
	{ sign: 'MXN', means: ['MXN'] },
	{ sign: 'CLP', means: ['CLP'] },
	{ sign: 'SEK', means: ['SEK'] },
	{ sign: 'NOK', means: ['NOK'] },
	{ sign: 'DKK', means: ['DKK'] },
	{ sign: 'PLN', means: ['PLN'] },
	{ sign: '美元', means: ['USD'] },
	{ sign: '港元', means: ['HKD'] },
	{ sign: '日元', means: ['JPY'] },
	{ sign: '欧元', means: ['EUR'] },
	{ sign: '元', means: ['CNY'] },
	{ sign: '¥', means: ['CNY', 'JPY'] },
	{ sign: '$', means: ['USD', 'CAD', 'AUD', 'HKD', 'SGD', 'NZD', 'TWD', 'MXN', 'CLP', 'BRL'] },
	{ sign: '€', means: ['EUR'] },
	{ sign: '£', means: ['GBP'] },
	{ sign: '₩', means: ['KRW'] },
	{ sign: '₹', means: ['INR'] }
];

const bySign = new Map(signs.map((entry) => [entry.sign, entry.means]));
const codes = new Set(signs.flatMap((entry) => entry.means));

/** The first sign found at the start or the end of a text already in NFKC; '' when there is none. */
export function signAtEdge(text: string, edge: 'start' | 'end'): string {
	for (const { sign } of signs) {
		if (edge === 'start' ? text.startsWith(sign) : text.endsWith(sign)) return sign;
	}
	// Letters may be in any case, but only as a whole code.
	const letters = edge === 'start' ? text.slice(0, 3) : text.slice(-3);
	return /^[a-z]{3}$/i.test(letters) && bySign.has(letters.toUpperCase()) ? letters : '';
}

/** Currencies that a sign can mean, the likeliest first; empty for a sign that is not known. */
export function currenciesOf(sign: string): readonly string[] {
	return bySign.get(sign) ?? bySign.get(sign.toUpperCase()) ?? [];
}

/**
 * Whether a sign beside an amount agrees with the currency of the table.
 *
 * @example
 * agrees('¥', 'JPY') // => true
 * agrees('€', 'USD') // => false
 */
export function agrees(sign: string, currency: string): boolean {
	return currenciesOf(sign).includes(currency);
}

/**
 * The one currency that all signs of a column can mean: null when they contradict each other, '' without signs.
 *
 * @example
 * commonCurrency(['$', 'HK$']) // => 'HKD'
 * commonCurrency(['$', '€']) // => null
 */
export function commonCurrency(found: Iterable<string>): string | null {
	let shared: readonly string[] | null = null;
	for (const sign of found) {
		const means = currenciesOf(sign);
		shared = shared === null ? means : shared.filter((code) => means.includes(code));
	}
	if (shared === null) return '';
	return shared[0] ?? null;
}

/** Whether a text is one of the ISO 4217 codes known here. */
export const isCurrencyCode = (text: string): boolean => codes.has(text);
