import { describe, expect, it } from 'vitest';
import type { SourceFormat } from '#lib/api/index.ts';
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

	it('is offered to another file of an archive, and to another sheet, of which one is there', () => {
		const { fingerprint, recipe } = stored;
		const ask = (there: SourceFormat, now: SourceFormat) => {
			const step = { at: 'review', recipe: { ...recipe, source: now } } as ImportStep;
			return isOfferedHeld({ ...file, fingerprint, step }, [
				{ ...stored, recipe: { ...recipe, source: there } }
			]);
		};
		const text = recipe.source;
		expect(ask({ ...text, member: 'a.csv' }, { ...text, member: 'a.csv' })).toBe(false);
		expect(ask({ ...text, member: 'a.csv' }, { ...text, member: 'b.csv' })).toBe(true);
		const sheet = { kind: 'grid', container: 'xlsx', sheet: 'Q1', header: true, skipRows: 0 } as const;
		expect(ask(sheet, { ...sheet, sheet: 'Q2' })).toBe(true);
		expect(ask({ ...sheet, more: ['Q2'] }, { ...sheet, sheet: 'Q2' })).toBe(false);
		expect(ask(sheet, { ...sheet, more: ['Q2'] })).toBe(true);
	});
});
