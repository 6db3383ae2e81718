import { describe, expect, it } from 'vitest';
import { measureEncodings } from '../../scripts/encodings/measure.ts';
import { decodeText } from '#lib/import/decode.ts';
import { guessEncoding } from '#lib/import/sniff/encoding.ts';

describe('Generated exports in four languages, seven forms and nine sizes', () => {
	// `npm run encodings` writes fifty times as many.
	const { all, kinds, wrong } = measureEncodings(2, 20_261_128);

	it('are decoded to the letter with no help, at least 98.5 % of them', () => {
		expect(all.files).toBe(2 * 4 * 7 * 9);
		expect(all.right / all.files, wrong.map(({ text }) => text).join('\n')).toBeGreaterThanOrEqual(0.985);
	});

	it('are decoded without exception where the bytes say what they are', () => {
		for (const [kind, { files, right }] of kinds)
			if (!kind.endsWith('legacy')) expect(right, kind).toBe(files);
	});
});

describe('UTF-16 without a mark', () => {
	it('is seen also where characters have their zero on the other side, as 一 has', () => {
		const text = '订单编号,客户\n1001,丁一一\n1002,万一\n';
		const little = new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
		expect(guessEncoding([little])[0]?.value).toBe('utf-16le');
		const big = little.map((_, i) => little[i ^ 1] as number);
		expect(guessEncoding([big])[0]?.value).toBe('utf-16be');
	});
});

describe('Bytes that are the whole text', () => {
	it('have their € and ’ in windows-1252', () => {
		expect(decodeText(Uint8Array.of(0x35, 0xa0, 0x80, 0x92), 'windows-1252')).toBe('5\u00a0€’');
	});
});
