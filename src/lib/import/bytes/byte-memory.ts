import type { KeyWords } from '#lib/core/columns/key-words.ts';
import { CoreError } from '#lib/core/errors.ts';
import { ASSEMBLY } from './assembly-code.ts';

/** Bytes behind the last of the content that may be read with it. */
export const PADDING = 128;

const PAGE = 2 ** 16;

/** More than this is not kept for the next file. */
const MOST_SPARED = 2 ** 22;

/** What the code of assembly/ gives; places are addresses in its memory. */
interface Code {
	cutRows(
		start: number,
		ready: number,
		most: number,
		width: number,
		pitch: number,
		delimiter: number,
		quote: number
	): number;
	readonly next: { readonly value: number };
	/** 0 for no. */
	isUtf8(from: number, to: number): number;
	readKeys(from: number, to: number, count: number): void;
	hashRows(from: number, to: number, count: number): void;
	readTimes(from: number, to: number, count: number): void;
}

type Place =
	| 'CONTENT'
	| 'EDGE_KINDS'
	| 'EDGES'
	| 'FROM'
	| 'HASHES'
	| 'KEY_FROM'
	| 'KEY_TO'
	| 'KEYS'
	| 'QUOTED'
	| 'ROW_HASHES'
	| 'TIMES'
	| 'TO'
	| 'WORDS';

interface Exports extends Code, Readonly<Record<Place, { readonly value: number }>> {
	readonly memory: WebAssembly.Memory;
}

let compiled: WebAssembly.Module | null = null;

let spare: ByteMemory | null = null;

/** The compiled code; throws where none may be, or its instructions are not known. */
function compile(): WebAssembly.Module {
	return (compiled ??= new WebAssembly.Module(
		Uint8Array.from(atob(ASSEMBLY), (character) => character.charCodeAt(0))
	));
}

/** What takes memory; throws `out-of-memory` where the browser has no more to give. */
function withinMemory<T>(take: () => T): T {
	try {
		return take();
	} catch (thrown) {
		throw thrown instanceof RangeError ? new CoreError('out-of-memory', {}, { cause: thrown }) : thrown;
	}
}

/**
 * Memory in which the bytes of a file wait, and the code that works on them sixteen at a time, which can reach no
 * other. What is found about them stands before them. All arrays are others once it has grown.
 */
export class ByteMemory implements KeyWords {
	declare bytes: Uint8Array<ArrayBuffer>;
	declare view: DataView;
	/** By byte: what it says of a cell at whose edge it stands. By column: what its cells' edges say. */
	declare edgeKinds: Uint8Array;
	declare edges: Uint8Array;
	/** Of a batch: by row, whether a cell was quoted; where cells begin and end; hashes of rows, three words each. */
	declare quoted: Uint8Array;
	declare from: Int32Array;
	declare to: Int32Array;
	declare rowHashes: Uint32Array;
	/** By row: milliseconds of the day, or −1. */
	declare times: Int32Array;
	/** Where keys begin and end that do not stand as their cells do. */
	declare keyFrom: Int32Array;
	declare keyTo: Int32Array;
	/** Of the keys that were read last. */
	start = 0;
	count = 0;
	declare words: Int32Array;
	declare hashes: Int32Array;

	readonly code: Code;
	/** Where the bytes of the file begin. */
	readonly content: number;
	readonly #exports: Exports;

	private constructor() {
		const { exports: given } = withinMemory(() => new WebAssembly.Instance(compile()));
		const exports = given as unknown as Exports;
		this.#exports = exports;
		this.code = exports;
		this.content = exports.CONTENT.value;
		this.#look();
	}

	/** What another file has left, or a new one: making one takes address space, which has to be collected like garbage. */
	static take(): ByteMemory {
		const memory = spare ?? new ByteMemory();
		spare = null;
		return memory;
	}

	/** Leaves one that is no longer used to the next file. */
	static leave(memory: ByteMemory): void {
		if (memory.bytes.length <= MOST_SPARED) spare = memory;
	}

	/**
	 * Whether code may be compiled here, and there is memory for it: a policy can forbid it, and old browsers do not know these
	 * instructions. The one that was made to see it is the next to be taken.
	 */
	static isThere(): boolean {
		try {
			spare ??= new ByteMemory();
			return true;
		} catch {
			return false;
		}
	}

	/** Makes it so many bytes in all, or a little more. Throws `out-of-memory` where there are none. */
	grow(length: number): void {
		const { memory } = this.#exports;
		withinMemory(() => memory.grow(Math.ceil((length - this.bytes.length) / PAGE)));
		this.#look();
	}

	/** Reads the words and hashes of the next keys, from the one at `start` on, and none at `end` or behind. */
	readKeys(from: Int32Array, to: Int32Array, start: number, end: number): KeyWords {
		this.start = start;
		this.count = Math.min(this.#exports.KEYS.value, end - start);
		this.code.readKeys(from.byteOffset + 4 * start, to.byteOffset + 4 * start, this.count);
		return this;
	}

	#look(): void {
		const { memory, ...places } = this.#exports;
		const { buffer } = memory;
		const ints = (from: Place, to: Place): Int32Array =>
			new Int32Array(buffer, places[from].value, (places[to].value - places[from].value) / 4);
		const someBytes = (from: Place, to: Place): Uint8Array =>
			new Uint8Array(buffer, places[from].value, places[to].value - places[from].value);
		this.bytes = new Uint8Array(buffer);
		this.view = new DataView(buffer);
		this.edgeKinds = someBytes('EDGE_KINDS', 'EDGES');
		this.edges = someBytes('EDGES', 'QUOTED');
		this.quoted = someBytes('QUOTED', 'FROM');
		this.from = ints('FROM', 'TO');
		this.to = ints('TO', 'KEY_FROM');
		this.keyFrom = ints('KEY_FROM', 'KEY_TO');
		this.keyTo = ints('KEY_TO', 'WORDS');
		this.words = ints('WORDS', 'HASHES');
		this.hashes = ints('HASHES', 'ROW_HASHES');
		const hashes = ints('ROW_HASHES', 'TIMES');
		this.rowHashes = new Uint32Array(buffer, hashes.byteOffset, hashes.length);
		this.times = ints('TIMES', 'CONTENT');
	}
}
