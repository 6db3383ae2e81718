import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { combinedProvenance } from '#lib/core/result/provenance.ts';
import { overallProvenance } from '#lib/report/provenance.ts';
import { sha256Hex } from '#lib/report/sha256.ts';

const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('SHA-256', () => {
	test('equals the platform’s at every length around the block edges', () => {
		for (let length = 0; length <= 260; length++) {
			const text = 'x'.repeat(length);
			expect(sha256Hex(text)).toBe(reference(text));
		}
	});

	test('equals the platform’s for text of all planes and for a megabyte', () => {
		for (const text of ['客析台', '🙂é\u0000', 'ab客'.repeat(200_000)])
			expect(sha256Hex(text)).toBe(reference(text));
	});
});

describe('the provenance over several analyses', () => {
	test('is the same as core gives it', async () => {
		const hashes = [reference('a'), reference('b')];
		const digest = async (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
		expect(overallProvenance(hashes.map((provenance) => ({ provenance })))).toBe(
			await combinedProvenance(hashes, digest)
		);
	});
});
