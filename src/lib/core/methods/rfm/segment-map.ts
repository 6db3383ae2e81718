import { segmentIds, type SegmentId } from './types.ts';

/** Scores that the eleven segments are defined on. */
export const SEGMENT_BINS = 5;

/** Stands for "no segment" where scores do not run from 1 to 5. */
export const NO_SEGMENT = 255;

/**
 * The codes (R, F, M) of each segment: all 125, each exactly once.
 *
 * @example
 * segmentCodes.champions.split(' ').length // => 7
 */
export const segmentCodes: Readonly<Record<SegmentId, string>> = {
	champions: '555 554 544 545 454 455 445',
	loyal: '543 444 435 355 354 345 344 335',
	'potential-loyalist':
		'553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323',
	new: '512 511 422 421 412 411 311',
	promising: '525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313',
	'need-attention': '535 534 443 434 343 334 325 324',
	'about-to-sleep': '331 321 312 221 213 231 241 251',
	'at-risk': '255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124',
	'cant-lose': '155 154 144 214 215 115 114 113',
	hibernating: '332 322 233 232 223 222 132 123 122 212 211',
	lost: '111 112 121 131 141 151'
};

/** Segment by (r − 1)·25 + (f − 1)·5 + (m − 1). */
const bySlot = new Uint8Array(SEGMENT_BINS ** 3).fill(NO_SEGMENT);
segmentIds.forEach((id, segment) => {
	for (const code of segmentCodes[id].split(' ')) {
		bySlot[slotOf(Number(code[0]), Number(code[1]), Number(code[2]))] = segment;
	}
});

function slotOf(r: number, f: number, m: number): number {
	return ((r - 1) * SEGMENT_BINS + f - 1) * SEGMENT_BINS + m - 1;
}

/**
 * The segment of three scores of 1..5, as an index into `segmentIds`.
 *
 * @example
 * segmentOf(5, 5, 5) // => 0
 * segmentOf(1, 1, 1) // => 10
 */
export function segmentOf(r: number, f: number, m: number): number {
	return bySlot[slotOf(r, f, m)] as number;
}

/**
 * Segments of all customers; `NO_SEGMENT` for all when scores do not run from 1 to 5.
 *
 * @example
 * segmentsOf(5, Uint8Array.of(5, 1), Uint8Array.of(5, 1), Uint8Array.of(4, 2)) // => [0, 10]
 * segmentsOf(3, Uint8Array.of(3), Uint8Array.of(3), Uint8Array.of(3)) // => [255]
 */
export function segmentsOf(bins: number, r: Uint8Array, f: Uint8Array, m: Uint8Array): Uint8Array {
	const segments = new Uint8Array(r.length).fill(NO_SEGMENT);
	if (bins !== SEGMENT_BINS) return segments;
	for (let i = 0; i < segments.length; i++) {
		segments[i] = segmentOf(r[i] as number, f[i] as number, m[i] as number);
	}
	return segments;
}
