import { describe, expect, it } from 'vitest';
import { isOfferedHeld } from '#lib/state/append-offer.ts';
import type { ImportStep } from '#lib/state/import-step.ts';
import { manifest } from '../../storage/fixture.ts';

const stored = manifest('a');
const review = { at: 'review', recipe: stored.recipe } as ImportStep;
const file = { step: review, fingerprint: null, appendTo: null, again: null };

describe('a recipe that waits', () => {
	it('is offered to the file that is reviewed, unless that is there already or goes to another', () => {
		expect(isOfferedHeld(file, [stored])).toBe(true);
		expect(isOfferedHeld({ ...file, fingerprint: 'of another file' }, [stored])).toBe(true);
		expect(isOfferedHeld({ ...file, fingerprint: stored.fingerprint }, [stored])).toBe(false);
		expect(isOfferedHeld({ ...file, fingerprint: stored.fingerprint, again: {} }, [stored])).toBe(true);
		expect(isOfferedHeld({ ...file, appendTo: stored.id }, [stored])).toBe(false);
		expect(isOfferedHeld({ ...file, step: { at: 'idle' } }, [stored])).toBe(false);
	});
});
