import type { RetentionParams } from '#lib/api/index.ts';

export type Brackets = RetentionParams['brackets'];

/** As many brackets, and as late an end, as the method takes. */
export const mostBrackets = 12;
export const longestBracket = 3650;

/** What is wrong with a text of brackets, and in which part of it. */
export interface BracketFault {
	readonly code: 'empty' | 'syntax' | 'range' | 'order' | 'many';
	readonly part: string;
}

/** Sets of brackets that are offered. */
export const bracketPresets = {
	month: {
		bracketUnit: 'day',
		brackets: [
			[1, 3],
			[4, 7],
			[8, 14],
			[15, 30]
		]
	},
	year: {
		bracketUnit: 'day',
		brackets: [
			[1, 30],
			[31, 60],
			[61, 90],
			[91, 180],
			[181, 365]
		]
	},
	periods: {
		bracketUnit: 'period',
		brackets: [
			[1, 1],
			[2, 3],
			[4, 6],
			[7, 12]
		]
	}
} as const satisfies Readonly<Record<string, Pick<RetentionParams, 'bracketUnit' | 'brackets'>>>;
export type BracketPreset = keyof typeof bracketPresets;

/**
 * The preset that the parameters are, or null for brackets of one's own.
 *
 * @example
 * presetOf({ bracketUnit: 'day', brackets: [[1, 3], [4, 7], [8, 14], [15, 30]] }) // => 'month'
 * presetOf({ bracketUnit: 'period', brackets: [[1, 3]] }) // => null
 */
export function presetOf(params: Pick<RetentionParams, 'bracketUnit' | 'brackets'>): BracketPreset | null {
	const names = Object.keys(bracketPresets) as BracketPreset[];
	return (
		names.find((name) => {
			const preset = bracketPresets[name];
			return (
				preset.bracketUnit === params.bracketUnit &&
				bracketText(preset.brackets) === bracketText(params.brackets)
			);
		}) ?? null
	);
}

/**
 * Brackets as they are typed.
 *
 * @example
 * bracketText([[1, 3], [7, 7]]) // => '1-3, 7'
 */
export function bracketText(brackets: Brackets): string {
	return brackets.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

/**
 * Reads brackets: first and last joined by a dash of any kind, parts by a comma of either language. A single number is
 * a bracket of its own.
 *
 * @example
 * parseBrackets('1-3, 4–7，8') // => { brackets: [[1, 3], [4, 7], [8, 8]] }
 * parseBrackets('1-3, 3-7') // => { fault: { code: 'order', part: '3-7' } }
 * parseBrackets('8 to 14') // => { fault: { code: 'syntax', part: '8 to 14' } }
 */
export function parseBrackets(
	text: string
): { readonly brackets: Brackets } | { readonly fault: BracketFault } {
	const parts = text
		.split(/[,;，、；]/u)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	if (parts.length === 0) return { fault: { code: 'empty', part: '' } };
	if (parts.length > mostBrackets) return { fault: { code: 'many', part: '' } };
	const brackets: [number, number][] = [];
	for (const part of parts) {
		const match = /^(\d{1,6})(?:\s*[-–—~～至]\s*(\d{1,6}))?$/u.exec(part);
		if (match === null) return { fault: { code: 'syntax', part } };
		const from = Number(match[1]);
		const to = Number(match[2] ?? match[1]);
		if (from < 1 || to < from || to > longestBracket) return { fault: { code: 'range', part } };
		if (from <= (brackets.at(-1)?.[1] ?? 0)) return { fault: { code: 'order', part } };
		brackets.push([from, to]);
	}
	return { brackets };
}
