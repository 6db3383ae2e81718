import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { fileKind } from '#lib/state/file-kind.ts';
import { passphraseBits, strengthOf, suggestPassphrase } from '#lib/state/passphrase-strength.ts';
import { Protection } from '#lib/state/protection.svelte.ts';

const chance = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

describe('the strength of a passphrase', () => {
	test.each([
		['password1', 'weak'],
		['qwertyuiop123', 'weak'],
		['20240101', 'weak'],
		['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
		['abcabcabcabcabcabcabc', 'weak'],
		['密码密码密码密码', 'weak'],
		['P@ssw0rd!', 'weak'],
		['correct horse battery staple', 'fair'],
		['春眠不觉晓处处闻啼鸟', 'fair'],
		['k7mf-3x9q-tt2v-88ab', 'strong']
	])('%s is %s', (text, strength) => {
		expect(strengthOf(passphraseBits(text))).toBe(strength);
	});

	property.prop([fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })])(
		'is never below that of its beginning by more than the two signs where they meet',
		(head, tail) => {
			expect(passphraseBits(head + tail)).toBeGreaterThanOrEqual(0);
			expect(passphraseBits(head)).toBeLessThanOrEqual(5 * [...head.normalize('NFKC')].length);
		}
	);
});

describe('a suggested passphrase', () => {
	test('is made of signs that are not mixed up, and is never the same', () => {
		const made = Array.from({ length: 200 }, () => suggestPassphrase(chance));
		expect(new Set(made).size).toBe(200);
		for (const text of made) {
			expect(text).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
		}
	});

	test('takes each sign equally often', () => {
		const counts = new Map<string, number>();
		for (let i = 0; i < 2000; i++) {
			for (const sign of suggestPassphrase(chance).replaceAll('-', '')) {
				counts.set(sign, (counts.get(sign) ?? 0) + 1);
			}
		}
		expect(counts.size).toBe(31);
		// 32,000 signs over 31 kinds: 1,032 expected, standard deviation 32.
		for (const count of counts.values()) expect(Math.abs(count - 1032)).toBeLessThan(6 * 32);
	});
});

describe('protection', () => {
	test('gives a passphrase once it is long enough and typed twice, or shown', () => {
		const protection = new Protection(chance);
		expect(protection.missing).toBeNull();
		protection.on = true;
		protection.typed = '1234567';
		expect(protection).toMatchObject({ missing: 'short', passphrase: null });
		protection.typed = 'long enough';
		expect(protection).toMatchObject({ missing: 'differs', passphrase: null });
		protection.again = 'long enough';
		expect(protection).toMatchObject({ missing: null, passphrase: 'long enough' });
		protection.again = 'other';
		protection.shown = true;
		expect(protection.passphrase).toBe('long enough');
		protection.on = false;
		expect(protection).toMatchObject({ missing: null, passphrase: null });
	});

	test('shows what it suggests', () => {
		const protection = new Protection(chance);
		protection.on = true;
		protection.suggest();
		expect(protection.shown).toBe(true);
		expect(protection.passphrase).toBe(protection.typed);
		expect(protection.strength).toBe('strong');
		protection.typed = '12345678';
		expect(protection.strength).toBe('weak');
	});
});

test.each([
	['age-encryption.org/v1\n-> scrypt', 'sealed'],
	['\n-----BEGIN AGE ENCRYPTED FILE-----\n', 'sealed'],
	['{"format":"clientele-snapshot"', 'snapshot'],
	['age,name\n41,x', 'table']
])('a file that begins with %j is a %s', async (text, kind) => {
	expect(await fileKind(new File([text], 'x'))).toBe(kind);
});
