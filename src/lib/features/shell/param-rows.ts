/**
 * The parameters of a result as names and values, written as the address and the files write them.
 *
 * @example
 * paramRows({ bins: 5, cuts: null, high: 'mean-score' }) // => [{ name: 'bins', value: '5' }, { name: 'cuts', value: '–' }, { name: 'high', value: 'mean-score' }]
 */
export function paramRows(params: unknown): readonly { readonly name: string; readonly value: string }[] {
	if (typeof params !== 'object' || params === null) return [];
	return Object.entries(params).map(([name, value]: [string, unknown]) => ({
		name,
		value: value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value)
	}));
}
