import { DictionaryBuilder } from '../columns/dictionary-builder.ts';
import { decodeAll, NO_CODE, type Dictionary } from '../columns/dictionary.ts';

/** Lets the event loop have its turn, and throws when the job was cancelled. */
export type Pause = () => Promise<void>;

/** Keys brought into their common form between two turns. */
const RUN = 16_384;

const ascii = /^[\0-\x7f]*$/;
const digits = /^\d+$/;

/**
 * The form in which keys of two tables are compared: without outer blanks, of one width and case, inner blanks as one.
 * Zeros at the start stay.
 *
 * @example
 * commonForm('  Acme  Ltd ') // => 'acme ltd'
 * commonForm('Ａ１２') // => 'a12'
 * commonForm('0042') // => '0042'
 */
export function commonForm(key: string): string {
	const text = ascii.test(key) ? key : key.normalize('NFKC');
	return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Numbers for keys that mean the same: two keys of whatever tables have the same number in one space when they have the
 * same common form. Beside it, numbers for keys of digits without their leading zeros.
 */
export class KeySpace {
	readonly #forms = new DictionaryBuilder();
	readonly #bare = new DictionaryBuilder();
	#bareOf = new Uint32Array(256);

	/** The number of each entry of a dictionary; `NO_CODE` for one of blanks alone. One string per entry, for a moment. */
	async numbers({ size, bytes, offsets }: Dictionary, pause: Pause): Promise<Uint32Array> {
		const numbers = new Uint32Array(size).fill(NO_CODE);
		for (let from = 0; from < size; from += RUN) {
			const to = Math.min(size, from + RUN);
			const keys = decodeRun({ size: to - from, bytes, offsets: offsets.subarray(from, to + 1) });
			for (let i = 0; i < keys.length; i++) {
				const form = commonForm(keys[i] as string);
				if (form !== '') numbers[from + i] = this.#number(form);
			}
			await pause();
		}
		return numbers;
	}

	/** How many numbers there are. */
	get size(): number {
		return this.#forms.size;
	}

	/** The number of a key without its leading zeros, among such; `NO_CODE` when it is not of digits alone. */
	bare(number: number): number {
		return this.#bareOf[number] as number;
	}

	get bareSize(): number {
		return this.#bare.size;
	}

	#number(form: string): number {
		const known = this.#forms.size;
		const number = this.#forms.intern(form);
		if (number < known) return number;
		if (number >= this.#bareOf.length) {
			const larger = new Uint32Array(2 * this.#bareOf.length);
			larger.set(this.#bareOf);
			this.#bareOf = larger;
		}
		this.#bareOf[number] = digits.test(form) ? this.#bare.intern(form.replace(/^0+(?=\d)/, '')) : NO_CODE;
		return number;
	}
}

/** Offsets that do not begin at 0: the bytes before them are none of the run's. */
function decodeRun({ size, bytes, offsets }: Dictionary): string[] {
	const start = offsets[0] as number;
	const own = offsets.map((offset) => offset - start);
	return decodeAll({ size, bytes: bytes.subarray(start, offsets[size]), offsets: own });
}
