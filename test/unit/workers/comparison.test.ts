import { beforeEach, describe, expect, it } from 'vitest';
import type { AnalysisRequest, ComparisonRequest, Envelope } from '#lib/api/index.ts';
import { readSnapshot, writeReport } from '#lib/report/index.ts';
import { saveSnapshot } from '#lib/storage/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { analysisHandler } from '../../../workers/analysis/handler.ts';
import { provenanceOf } from '../../../workers/analysis/provenance.ts';
import { definitions, findMethod, shopLines, storedShop, tableOf } from './shop.ts';

beforeEach(freshBrowser);

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(`${envelope.error.code} ${JSON.stringify(envelope.error)}`);
	return envelope.value;
}

const asked = (asOf: number | null, params: Readonly<Record<string, object>> = {}): AnalysisRequest[] =>
	['overview', 'rfm', 'lifecycle'].map((method) => ({
		method,
		params: { ...params[method] },
		frame: { asOf, from: null, weekStart: 1 },
		refunds: 'net'
	}));
const made = { locale: 'en', nowMs: 0, appVersion: '0', hideBelow: null } as const;

/** The shop as it is open, and a snapshot of it on day 60 that was kept, with or without the customers. */
async function shopWith(standings: boolean) {
	const connection = await storedShop(tableOf(shopLines));
	const api = analysisHandler({
		...{ connection, definitions, findMethod, writeReport },
		provenance: provenanceOf,
		now: () => 0
	});
	valueOf(await api.open('shop', 'net'));
	const words = { title: 'Day 60', preparedFor: '', notes: '', sharing: null };
	const request = { ...made, ...words, sections: asked(60), standings };
	const bytes = new Uint8Array(await valueOf(await api.report(request, 'snapshot', null)).arrayBuffer());
	const text = new TextDecoder().decode(bytes);
	const summary = {
		id: 'a',
		name: 'Day 60',
		createdAt: 0,
		addedAt: 0,
		methods: [],
		provenance: '',
		bytes: 0
	};
	await connection.use((database) => saveSnapshot(database, { ...summary, deletedAt: null }, bytes));
	const compare = (now = asked(null), change: Partial<ComparisonRequest> = {}): ComparisonRequest => ({
		...made,
		first: { kind: 'snapshot', id: 'a' },
		second: { kind: 'now' },
		now,
		day: '2024-01-01',
		...change
	});
	return { api, text, compare };
}

describe('comparing states in the worker', () => {
	it('follows customers by codes, and tells what each change is made of', async () => {
		const { api, text, compare } = await shopWith(true);
		expect(readSnapshot(text).standings?.codes.every((code) => /^[0-9A-Z]{5}-/.test(code))).toBe(true);
		expect(text).not.toContain('=cmd');
		const found = valueOf(await api.compare(compare()));
		const revenue = found.figures.find(({ id }) => id === 'revenue');
		// Day 60: 1000 + 500 + 700 + 12345 + 700; day 100: customer 10 brings 2105 more, k8 comes with 333.
		expect(revenue).toMatchObject({ first: 15245, second: 17683, difference: 2438 });
		expect(revenue?.split).toEqual({ left: 0, behaviour: 2105, joined: 333, definition: 0 });
		expect(found.unmatched).toBeNull();
		expect(found.definitions).toEqual([]);
		expect(found.held).toBe(false);
		expect(found.moves.map(({ of }) => of)).toEqual(['segments', 'types', 'stages']);
	});

	it('reckons where customers stood where the snapshot does not say so and its data are open', async () => {
		const { api, text, compare } = await shopWith(false);
		expect(readSnapshot(text).standings).toBeNull();
		const found = valueOf(await api.compare(compare()));
		expect(found.figures.find(({ id }) => id === 'revenue')?.split?.behaviour).toBe(2105);
	});

	it('computes the later state by the earlier definitions where these differ', async () => {
		const { api, compare } = await shopWith(true);
		const rules = [
			{ stage: 'new', when: [{ measure: 'orders', is: '=', value: 1 }] },
			{ stage: 'mature', when: [] }
		];
		const found = valueOf(await api.compare(compare(asked(null, { lifecycle: { rules } }))));
		expect(found.definitions.map(({ kind, method }) => [kind, method])).toEqual([['parameter', 'Lifecycle']]);
		expect(found.held).toBe(true);
		const stages = found.figures.filter(({ group }) => group?.of === 'stages');
		expect(stages.some(({ split }) => split !== null && split.definition !== 0)).toBe(true);
		for (const { split, difference, second, held } of stages) {
			if (split === null) continue;
			expect(split.left + split.behaviour + split.joined + split.definition).toBe(difference);
			expect(split.definition).toBe(second - held);
		}
	});

	it('compares nothing with nothing when asked for now and no dataset is open, and says so', async () => {
		const connection = await storedShop(tableOf(shopLines));
		const api = analysisHandler({
			...{ connection, definitions, findMethod, writeReport },
			provenance: provenanceOf,
			now: () => 0
		});
		const sides = { first: { kind: 'now' }, second: { kind: 'snapshot', id: 'none' } } as const;
		const answer = await api.compare({ ...made, ...sides, now: asked(null), day: '' });
		expect(answer).toMatchObject({ ok: false, error: { code: 'storage-not-found' } });
	});

	it('writes a page that reads without a network, and hides small groups when asked', async () => {
		const { api, compare } = await shopWith(true);
		const page = await valueOf(await api.comparisonFile(compare())).text();
		expect(page).toContain('<html lang="en">');
		expect(page).toContain('id="figures"');
		expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
		const closed = await valueOf(await api.comparisonFile(compare(asked(null), { hideBelow: 5 }))).text();
		expect(closed).not.toContain('id="figures"');
		expect(closed).toContain('Groups under 5 are hidden');
	});
});
