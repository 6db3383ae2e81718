import { describe, expect, it } from 'vitest';
import type { DatasetManifest, DatasetSource } from '#lib/api/index.ts';
import { issueKinds } from '#lib/features/data/shape-issues.ts';
import { loadTopic } from '#lib/i18n/load-topic.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { manifest } from '../../storage/fixture.ts';

const made = manifest('a');
const none = { rows: 0, amount: 0 };
type Choices = Partial<DatasetManifest['recipe']['choices']>;

/** A file with two rows without a customer and one that is equal to another, as its choices fare with them. */
function file(choices: Choices, scale = 2): DatasetSource {
	const recipe = { ...made.recipe, choices: { ...made.recipe.choices, ...choices } };
	const cents = 10 ** (scale - 2);
	const totals = {
		...made.totals,
		merged: recipe.choices.duplicates === 'drop' ? { rows: 1, amount: 300 * cents } : none,
		setAside: {
			...made.totals.setAside,
			noCustomer: recipe.choices.noCustomer === 'set-aside' ? { rows: 2, amount: 700 * cents } : none
		},
		duplicatesSeen: 1
	};
	const { fingerprint } = made;
	return {
		file: made.file,
		fingerprint,
		recipe,
		totals,
		scale,
		importedAt: 1,
		recognised: 4,
		added: 9
	};
}

/** What two files together say of a kind; of both, four more rows were recognised. */
async function kindOf(id: string, one: DatasetSource, other: DatasetSource) {
	const setAside = [one, other].reduce(
		({ rows, amount }, { totals, scale }) => ({
			rows: rows + totals.setAside.noCustomer.rows,
			amount: amount + totals.setAside.noCustomer.amount * 10 ** (3 - scale)
		}),
		none
	);
	const dataset = manifest('a', {
		scale: 3,
		sources: [one, other],
		totals: {
			...made.totals,
			merged: { rows: 4, amount: 99 },
			setAside: { ...made.totals.setAside, noCustomer: setAside },
			duplicatesSeen: 2
		}
	});
	const texts = await loadTopic('keeping', 'en');
	const wording = { words: texts.texts.issues, messages: messagesFor('en'), locale: 'en' as const };
	return issueKinds(dataset, [], wording).find((kind) => kind.id === id);
}

describe('rows that a choice decides about, of several files', () => {
	it('are kept only where every file keeps them', async () => {
		const [aside, walkIn] = [file({ noCustomer: 'set-aside' }), file({ noCustomer: 'walk-in' })];
		const both = await kindOf('noCustomer', aside, aside);
		expect(both).toMatchObject({ outcome: 'aside', rows: 4, amount: 14_000 });
		const mixed = await kindOf('noCustomer', walkIn, aside);
		expect(mixed).toMatchObject({ outcome: 'aside', rows: 2, amount: 7000 });
		expect(mixed?.proposals.length).toBeGreaterThan(0);
		const kept = await kindOf('noCustomer', walkIn, walkIn);
		expect(kept).toMatchObject({ outcome: 'kept', rows: null, amount: null });
	});

	it('are merged with their money where a file drops them, each in its own units', async () => {
		const [drop, keep] = [file({ duplicates: 'drop' }), file({ duplicates: 'keep' })];
		expect(await kindOf('duplicates', keep, drop)).toMatchObject({
			outcome: 'merged',
			rows: 1,
			amount: 3000
		});
		expect(await kindOf('duplicates', file({ duplicates: 'drop' }, 3), drop)).toMatchObject({
			outcome: 'merged',
			rows: 2,
			amount: 6000
		});
		expect(await kindOf('duplicates', keep, keep)).toMatchObject({ outcome: 'kept', rows: 2, amount: null });
	});
});
