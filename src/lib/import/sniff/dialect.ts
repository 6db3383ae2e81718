import type { Candidate } from '#lib/core/dataset/inspection.ts';
import { evenLines } from '../decode.ts';
import { BLANKS } from '../tokenizer.ts';
import type { Cut } from '../tokenizers/scan-row.ts';
import { tryBlank, tryCut, tryDelimiter, type Try } from './try-cut.ts';

/** How text is cut into a table: the delimiters that may do, best first, and the best way in full. */
export interface Dialect {
	readonly delimiters: readonly Candidate<string>[];
	readonly delimiter: string;
	readonly quote: Cut['quote'];
	readonly escape?: '\\';
	/** Lines above the table: titles, notes, `sep=`. */
	readonly skipRows: number;
	/** Cells in most rows. */
	readonly width: number;
	/** What the best way of cutting has for it. */
	readonly evidence: DialectEvidence;
}

/** Numbers behind a choice of dialect, each a share of 1. */
export interface DialectEvidence {
	/** Rows that have the commonest number of cells. */
	readonly even: number;
	/** Cells that are something: empty, a value, a text without another delimiter in it. */
	readonly plausible: number;
	/** The second best score against the best; 0 when nothing else would do. */
	readonly rival: number;
	/** Whether the file itself names the delimiter. */
	readonly named: boolean;
}

/** Delimiters with how likely each is before the text is seen. */
const usual: readonly (readonly [string, number])[] = [
	[',', 1],
	[';', 1],
	['\t', 1],
	['|', 1],
	['，', 0.8],
	['^', 0.8],
	[BLANKS, 1],
	['；', 0.8],
	['~', 0.75],
	['#', 0.6],
	['§', 0.8],
	['¬', 0.8],
	['¦', 0.8],
	['\u0001', 0.9],
	['\u001f', 0.9],
	['\u001e', 0.9],
	[':', 0.4],
	['&', 0.5],
	['*', 0.5],
	['/', 0.3],
	['!', 0.5]
];
/** Characters of text that are cut up with each way in question. */
const TRIED_UNITS = 60_000;
const MOST_TRIED_UNITS = 2 ** 20;

/**
 * Finds delimiter, quote, escape and the lines above the table: the way of cutting that gives rows of one length, and
 * cells that are something (a number, a date, a short text without other delimiters in it).
 *
 * @example
 * sniffDialect('a;b\n1,5;2\n3,5;4\n').delimiter // => ';'
 * sniffDialect('id  day  sum\n1  20240101  5.00\n22  20240102  6.00\n').delimiter // => ' +'
 * sniffDialect('a, b\n1, 2\n3, 4\n').delimiter // => ', '
 */
export function sniffDialect(text: string): Dialect {
	const separator = /^(?:\ufeff)?sep=(.)\r?\n/i.exec(text);
	// Excel's own line naming the delimiter is no row of the table.
	const above = separator === null ? 0 : 1;
	const body = evenLines(text.slice(separator?.[0].length ?? 0));
	const named = separator?.[1];
	const tried = named === undefined ? usual : [[named, 1] as const];
	let sample = '';
	let tries: Try[] = [];
	for (const units of [TRIED_UNITS, MOST_TRIED_UNITS]) {
		sample = lineBound(body, units);
		const far = sample.length === body.length || units === MOST_TRIED_UNITS;
		tries = tried.map(([delimiter, prior]) => tryDelimiter(sample, delimiter, prior, far));
		if (named === undefined) tries.push(tryBlank(sample));
		tries.sort((a, b) => b.score - a.score);
		// One cell may be longer than the sample.
		if (far || tries.some(({ rows, lost }) => rows > 2 && lost === 0)) break;
	}
	const best = longer(sample, tries[0] as Try);
	const delimiters = tries
		.filter((attempt) => attempt.score > 0)
		.map((attempt) => ({ value: attempt.cut.delimiter, score: Math.round(attempt.score * 1000) / 1000 }));
	if (delimiters[0] !== undefined && best !== tries[0])
		delimiters.unshift({ value: best.cut.delimiter, score: delimiters[0].score });
	return {
		delimiters,
		...best.cut,
		delimiter: best.score > 0 ? best.cut.delimiter : (named ?? ','),
		skipRows: best.skipRows + above,
		width: best.score > 0 ? best.width : 1,
		evidence: {
			even: best.even,
			plausible: best.plausible,
			rival: best.score > 0 ? (tries[1]?.score ?? 0) / best.score : 0,
			named: named !== undefined
		}
	};
}

/** The first so many characters, ending with a whole line where there is one. */
function lineBound(text: string, units: number): string {
	if (text.length <= units) return text;
	const cut = text.lastIndexOf('\n', units);
	return text.slice(0, cut > 0 ? cut + 1 : units);
}

/** The same delimiter with blanks around it or doubled, where it always stands so. */
function longer(text: string, best: Try): Try {
	const { delimiter, quote } = best.cut;
	if (best.score === 0 || delimiter.length > 1 || delimiter === ' ' || delimiter === '\t') return best;
	const bare = quote === '' ? text : text.replace(new RegExp(`${quote}[^${quote}\\n]*${quote}`, 'g'), 'q');
	const count = (sign: string) => bare.split(sign).length - 1;
	const all = count(delimiter);
	for (const sign of [` ${delimiter} `, `${delimiter} `, delimiter + delimiter]) {
		const there = count(sign) * (sign === delimiter + delimiter ? 2 : 1);
		// The last delimiter of a line may have lost its blank.
		if (all < 2 || there < 0.99 * all) continue;
		// A single row with an empty cell is no sign of a doubled delimiter.
		if (sign === delimiter + delimiter && best.rows < 2) continue;
		const attempt = tryCut(text, { ...best.cut, delimiter: sign }, 1);
		if (attempt.width >= 2 && attempt.even >= best.even - 0.02) return attempt;
	}
	return best;
}
