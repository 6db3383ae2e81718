import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { ByteMemory } from '#lib/import/bytes/byte-memory.ts';
import { hashRange } from '#lib/import/row-hash.ts';
import { listedKeys } from '../../support/listed-keys.ts';

const texts = fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 600, size: 'small' });

/** Puts bytes end to end into the memory, with places of each. */
function laidOut(memory: ByteMemory, parts: readonly Uint8Array[]): number {
	let at = memory.content;
	parts.forEach((part, i) => {
		memory.keyFrom[i] = at;
		memory.bytes.set(part, at);
		at += part.length;
		memory.keyTo[i] = at;
	});
	return at;
}

/** The start of a sequence and how it goes on, more often valid than chance would make it. */
const sequence = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 20 }).map((text) => [...new TextEncoder().encode(text)]),
	fc.constantFrom(
		[0xc1, 0xbf],
		[0xc2, 0x80],
		[0xe0, 0x9f, 0xbf],
		[0xe0, 0xa0, 0x80],
		[0xed, 0x9f, 0xbf],
		[0xed, 0xa0, 0x80],
		[0xed, 0xbf, 0xbf],
		[0xee, 0x80, 0x80],
		[0xef, 0xbb, 0xbf],
		[0xef, 0xbf, 0xbc],
		[0xef, 0xbf, 0xbd],
		[0xf0, 0x8f, 0xbf, 0xbf],
		[0xf0, 0x90, 0x80, 0x80],
		[0xf4, 0x8f, 0xbf, 0xbf],
		[0xf4, 0x90, 0x80, 0x80],
		[0xf5, 0x80, 0x80, 0x80],
		[0xf8, 0x88, 0x80, 0x80, 0x80],
		[0xff]
	),
	fc
		.tuple(
			fc.integer({ min: 0xc0, max: 0xff }),
			fc.array(fc.integer({ min: 0x7f, max: 0xc0 }), { maxLength: 3 })
		)
		.map(([first, others]) => [first, ...others])
);

const clock = fc
	.tuple(fc.nat(26), fc.nat(62), fc.nat(62))
	.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const dated = fc
	.tuple(fc.constantFrom('2024-03-05', '05.03.2024', '2024年3月5'), fc.constantFrom(' ', 'T', '-', ''), clock)
	.map((parts) => parts.join(''));
const misprint = fc
	.tuple(dated, fc.nat(18), fc.constantFrom('0', '9', ':', ';', '/', ' ', '\0', '\x80', 'x'))
	.map(([text, at, character]) => text.slice(0, at) + character + text.slice(at + 1));

describe('What assembly/ compiles to', () => {
	const memory = ByteMemory.take();

	test.prop([texts])('reads the words and hashes of keys as they are read one by one', (parts) => {
		laidOut(memory, parts);
		const { bytes, keyFrom, keyTo } = memory;
		const one = listedKeys(bytes, keyFrom, keyTo);
		for (let start = 0; start < parts.length;) {
			const expected = one.read(start, parts.length);
			const { count, words, hashes } = memory.readKeys(keyFrom, keyTo, start, parts.length);
			expect(count).toBe(expected.count);
			expect(words.subarray(0, 4 * count)).toEqual(expected.words);
			expect(hashes.subarray(0, count)).toEqual(expected.hashes);
			start += count;
		}
	});

	test.prop([texts])('hashes rows as they are hashed one by one', (parts) => {
		laidOut(memory, parts);
		const { code, view, keyFrom, keyTo, rowHashes } = memory;
		code.hashRows(keyFrom.byteOffset, keyTo.byteOffset, parts.length);
		const hash = { a: 0, b: 0, c: 0 };
		const expected = parts.flatMap((_, i) => {
			hashRange(view, keyFrom[i] as number, keyTo[i] as number, 0, hash);
			return [hash.a >>> 0, hash.b >>> 0, hash.c >>> 0];
		});
		expect([...rowHashes.subarray(0, expected.length)]).toEqual(expected);
	});

	test.prop([fc.array(sequence, { maxLength: 6 })], { numRuns: 2000 })(
		'finds UTF-8 as the platform does, but for a mark of what could not be read',
		(parts) => {
			const bytes = Uint8Array.from(parts.flat());
			const end = laidOut(memory, [bytes]);
			// Neither what stands before nor what stands behind counts.
			memory.bytes.fill(0x80, end, end + 16);
			const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
			expect(memory.code.isUtf8(memory.content, end) !== 0).toBe(!text.includes('\ufffd'));
		}
	);

	test.prop([fc.array(fc.oneof(dated, misprint), { maxLength: 20 })], { numRuns: 500 })(
		'finds the times of day that stand behind ten bytes',
		(cells) => {
			const parts = cells.map((cell) => new TextEncoder().encode(cell));
			laidOut(memory, parts);
			memory.code.readTimes(memory.keyFrom.byteOffset, memory.keyTo.byteOffset, cells.length);
			const expected = parts.map((part) => {
				const ending = Buffer.from(part.subarray(10)).toString('latin1');
				const found = /^[ T]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(ending);
				if (found === null) return -1;
				return ((Number(found[1]) * 60 + Number(found[2])) * 60 + Number(found[3])) * 1000;
			});
			expect([...memory.times.subarray(0, cells.length)]).toEqual(expected);
		}
	);
});
