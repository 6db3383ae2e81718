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

	it('lists who stands behind a cell of the moves, and counts those whom the open data do not have', async () => {
		const { api, compare } = await shopWith(true);
		const { first, second, now } = compare();
		const [rfm, lifecycle] = ['rfm', 'lifecycle'].map((id) => now.find(({ method }) => method === id));
		if (rfm === undefined || lifecycle === undefined) throw new Error('not asked');
		const moves = valueOf(await api.compare(compare())).moves.find(({ of }) => of === 'stages');
		if (moves === undefined) throw new Error('no moves');
		const list = async (part: 'cell' | 'first' | 'second', row: number, frame = rfm.frame) => {
			const selection = { states: { first, second, now }, of: 'stages', part, row } as const;
			const sorted = { search: '', sort: 'customer', descending: false, offset: 0, limit: 50 } as const;
			return api.customers({
				rfm: { ...rfm, frame },
				lifecycle: { ...lifecycle, frame },
				selection,
				...sorted
			});
		};
		const seen: string[] = [];
		for (const [row, n] of moves.matrix.columns.customers.entries()) {
			const page = valueOf(await list('cell', row));
			expect([page.matches, page.beyond]).toEqual([n, undefined]);
			seen.push(...page.keys);
		}
		const sizes = [...moves.places.columns.now];
		expect(seen).toHaveLength(sizes.reduce((sum, n) => sum + n, 0));
		expect(new Set(seen).size).toBe(seen.length);
		// Those who came have no place in the first state: the last row. k8 and p2 are, and unknown on day 60.
		const away = moves.places.rows - 1;
		expect(valueOf(await list('first', away)).keys).toEqual(['k8', 'p2']);
		expect(valueOf(await list('first', away, { ...rfm.frame, asOf: 60 }))).toMatchObject({
			matches: 0,
			beyond: 2
		});
		expect(await list('second', 99)).toMatchObject({ ok: false, error: { code: 'selection-invalid' } });
	});

	it('stops when asked', async () => {
		const { api, compare } = await shopWith(true);
		const answer = api.compare(compare());
		await api.cancel();
		expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
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
