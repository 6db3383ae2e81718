import { CoreError } from '#lib/core/errors.ts';
import { MAX_LINE_UNITS } from '../limits.ts';
import type { TokenBatch, Tokenizer } from './tokenizer.ts';

const NONE: ReadonlySet<number> = new Set();
const NOTHING: TokenBatch['repaired'] = new Map();

/** Logs laid out in columns: cells are parted by any number of blanks, nothing is quoted, a line is a row. */
export class BlankTokenizer implements Tokenizer {
	#rest = '';
	#line = 1;

	push(text: string, last: boolean): TokenBatch {
		const lines = (this.#rest + text).split('\n');
		this.#rest = last ? '' : (lines.pop() ?? '');
		if (last && lines.at(-1) === '') lines.pop();
		if (this.#rest.length > MAX_LINE_UNITS)
			throw new CoreError('file-unreadable', { line: this.#line + lines.length });
		const rows: string[][] = [];
		const numbers: number[] = [];
		for (const line of lines) {
			rows.push(line.trim().split(/\s+/));
			numbers.push(this.#line++);
		}
		return { rows, lines: numbers, unclosed: NONE, repaired: NOTHING, doubtful: NONE };
	}
}
