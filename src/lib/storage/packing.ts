import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import type { Packing } from './records.ts';
import type { ColumnArray } from '#lib/core/dataset/table-columns.ts';

type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** By type the greatest code; it stands for NO_CODE and for nothing else. */
const greatest: Readonly<Record<Packing['type'], number>> = { u8: 0xff, u16: 0xffff, u32: NO_CODE };

const bytesPerCode: Readonly<Record<Packing['type'], number>> = { u8: 1, u16: 2, u32: 4 };

/** Milliseconds of a second: instants rarely have any between. */
const SECOND = 1_000;

/** Bytes of a packed number. */
export const packedBytes = (type: Packing['type']): number => bytesPerCode[type];

/**
 * How the numbers of a column can be stored in fewer bytes, each exactly its own again: codes by how many there are, days
 * and money by their span, numbers that ascend by their steps. Null where that saves nothing, as of fractions or NaN.
 * One pass over the column.
 *
 * @example
 * packingOf(Int32Array.of(19_000, 19_002)) // => { type: 'u8', base: 19000, unit: 1 }
 * packingOf(Uint32Array.of(0, 9, 3)) // => { type: 'u8', base: 0, unit: 1 }
 * packingOf(Uint32Array.of(70_000, 70_009)) // => { type: 'u8', base: 70000, unit: 1, steps: true }
 * packingOf(Uint32Array.of(70_000, 0)) // => null
 * packingOf(Float64Array.of(0.5)) // => null
 */
export function packingOf(array: ColumnArray): Packing | null {
	if (array.length === 0 || array instanceof Uint8Array) return null;
	if (array instanceof Uint32Array) return packingOfCodes(array);
	return array instanceof Int32Array ? packingOfDays(array) : packingOfNumbers(array);
}

/** The smallest type for codes up to one that is below its greatest; null when there is none. */
function typeFor(most: number): Packing['type'] | null {
	if (most < greatest.u8) return 'u8';
	if (most < greatest.u16) return 'u16';
	return most < greatest.u32 ? 'u32' : null;
}

function packingOfCodes(values: Uint32Array): Packing | null {
	// One more than the greatest: NO_CODE, the last of all, counts as nothing.
	let above = 0;
	for (let i = 0; i < values.length; i++) {
		const next = ((values[i] as number) + 1) >>> 0;
		if (next > above) above = next;
	}
	const type = typeFor(above - 1) ?? 'u32';
	return packingOfSteps(values, type) ?? (type === 'u32' ? null : { type, base: 0, unit: 1 });
}

/** Null where numbers do not ascend, or their steps need as many bytes as they do. */
function packingOfSteps(values: Uint32Array, narrowest: Packing['type']): Packing | null {
	if (narrowest === 'u8') return null;
	let base = -1;
	let before = 0;
	let most = 0;
	for (let i = 0; i < values.length; i++) {
		const value = values[i] as number;
		if (value === NO_CODE) continue;
		if (base < 0) base = before = value;
		if (value < before) return null;
		if (value - before > most) most = value - before;
		before = value;
	}
	const type = typeFor(most);
	const isLess = type !== null && packedBytes(type) < packedBytes(narrowest);
	return isLess ? { type, base, unit: 1, steps: true } : null;
}

function packingOfDays(values: Int32Array): Packing | null {
	let least = values[0] as number;
	let most = least;
	for (let i = 1; i < values.length; i++) {
		const value = values[i] as number;
		if (value < least) least = value;
		if (value > most) most = value;
	}
	const type = typeFor(most - least);
	return type === null || type === 'u32' ? null : { type, base: least, unit: 1 };
}

/** Whole numbers, in seconds where that makes them fit. */
function packingOfNumbers(values: Float64Array): Packing | null {
	let least = values[0] as number;
	let most = least;
	for (let i = 0; i < values.length; i++) {
		const value = values[i] as number;
		// NaN is never its own floor, and −0 would lose its sign.
		if (Math.floor(value) !== value || Object.is(value, -0)) return null;
		if (value < least) least = value;
		if (value > most) most = value;
	}
	if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most)) return null;
	const unit = typeFor(most - least) === null && areSeconds(values, least) ? SECOND : 1;
	const type = typeFor((most - least) / unit);
	return type === null ? null : { type, base: least, unit };
}

function areSeconds(values: Float64Array, least: number): boolean {
	for (let i = 0; i < values.length; i++) {
		// From the least on: of larger numbers a quotient would be whole that is none.
		const seconds = ((values[i] as number) - least) / SECOND;
		if (Math.floor(seconds) !== seconds) return false;
	}
	return true;
}

/** The codes of one part of a column after another, in memory that is used again for the next. */
export class Packer {
	readonly #packing: Packing;
	readonly #wide: Uint32Array<ArrayBuffer>;
	readonly #narrow: Codes;
	/** The number before the part, for steps. */
	#before: number;

	/** `most`: numbers of a part at most. */
	constructor(packing: Packing, most: number) {
		this.#packing = packing;
		this.#before = packing.base;
		this.#wide = new Uint32Array(most);
		this.#narrow =
			packing.type === 'u32'
				? this.#wide
				: codesOver(packing.type, new ArrayBuffer(most * packedBytes(packing.type)));
	}

	/** The codes of the next part; they are others once the next are asked for. */
	next(part: ColumnArray): Codes {
		const { base, unit, steps } = this.#packing;
		const wide = this.#wide;
		if (part instanceof Uint32Array) {
			if (steps === true) this.#takeSteps(part);
			else return this.#narrowed(part);
		} else if (part instanceof Int32Array) {
			for (let i = 0; i < part.length; i++) wide[i] = (part[i] as number) - base;
		} else {
			for (let i = 0; i < part.length; i++) wide[i] = ((part[i] as number) - base) / unit;
		}
		return this.#narrowed(wide.subarray(0, part.length));
	}

	#takeSteps(part: Uint32Array): void {
		const wide = this.#wide;
		let before = this.#before;
		for (let i = 0; i < part.length; i++) {
			const value = part[i] as number;
			if (value === NO_CODE) wide[i] = NO_CODE;
			else {
				wide[i] = value - before;
				before = value;
			}
		}
		this.#before = before;
	}

	/** Of wide codes, the low bytes: NO_CODE becomes the greatest of any type. */
	#narrowed(wide: Uint32Array): Codes {
		const narrow = this.#narrow;
		if (narrow !== this.#wide) narrow.set(wide);
		return narrow.subarray(0, wide.length);
	}
}

/** The numbers that were packed, from the bytes of their codes into `array`, which it gives back. */
export function unpacked<A extends ColumnArray>(
	{ type, base, unit, steps }: Packing,
	bytes: ArrayBuffer,
	array: A
): A {
	const codes = codesOver(type, bytes);
	if (array instanceof Uint32Array) {
		array.set(codes);
		if (steps === true) addUp(array, base, greatest[type]);
		else widenNone(array, greatest[type]);
		return array;
	}
	const wide = new Uint32Array(codes);
	if (array instanceof Float64Array) {
		for (let i = 0; i < wide.length; i++) array[i] = base + unit * (wide[i] as number);
	} else {
		for (let i = 0; i < wide.length; i++) array[i] = base + unit * (wide[i] as number);
	}
	return array;
}

function codesOver(type: Packing['type'], bytes: ArrayBuffer): Codes {
	if (type === 'u8') return new Uint8Array(bytes);
	return type === 'u16' ? new Uint16Array(bytes) : new Uint32Array(bytes);
}

function addUp(steps: Uint32Array, base: number, none: number): void {
	let value = base;
	for (let i = 0; i < steps.length; i++) {
		const step = steps[i] as number;
		if (step === none) steps[i] = NO_CODE;
		else steps[i] = value += step;
	}
}

function widenNone(codes: Uint32Array, none: number): void {
	for (let i = 0; i < codes.length; i++) if (codes[i] === none) codes[i] = NO_CODE;
}
