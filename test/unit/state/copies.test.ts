import { describe, expect, it } from 'vitest';
import { Copies } from '#lib/state/copies.svelte.ts';

describe('copies that are being written', () => {
	it('are waited for, whatever comes of them; others are not', async () => {
		const copies = new Copies();
		const ends: ((error?: Error) => void)[] = [];
		const written = () =>
			new Promise<void>((resolve, reject) =>
				ends.push((error) => (error === undefined ? resolve() : reject(error)))
			);
		const first = copies.follow('a', written());
		const later = copies.follow('a', written());
		await copies.settled('b');
		expect([copies.isWriting('a'), copies.isWriting('b')]).toEqual([true, false]);
		// Imported once more meanwhile: the later one counts.
		ends[0]?.();
		await first;
		expect(copies.isWriting('a')).toBe(true);
		const settled = copies.settled('a');
		ends[1]?.(new Error('no room'));
		await Promise.all([later, settled]);
		expect(copies.isWriting('a')).toBe(false);
	});
});
