import { read, utils } from '@e965/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BenchmarkRead, BenchmarkSource, Envelope } from '#lib/api/index.ts';
import { writeReport } from '#lib/report/index.ts';
import { sealAge } from '#lib/report/protect/age-file.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { analysisHandler } from '../../../workers/analysis/handler.ts';
import { provenanceOf } from '../../../workers/analysis/provenance.ts';
import { definitions, findMethod, shopLines, storedShop, tableOf } from './shop.ts';

beforeEach(freshBrowser);

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(`${envelope.error.code} ${JSON.stringify(envelope.error)}`);
	return envelope.value;
}

const asked = ['overview', 'rfm', 'lifecycle'].map((method) => ({
	...{ method, params: {}, refunds: 'net' as const },
	frame: { asOf: null, from: null, weekStart: 1 }
}));

async function shop() {
	const connection = await storedShop(tableOf(shopLines));
	const api = analysisHandler({
		...{ connection, definitions, findMethod, writeReport },
		provenance: provenanceOf,
		now: () => 0
	});
	valueOf(await api.open('shop', 'net'));
	const about = {
		preparedFor: '',
		notes: '',
		locale: 'en',
		sharing: null,
		nowMs: 0,
		appVersion: '0'
	} as const;
	const snapshot = async (title: string, hideBelow: number | null, standings = false) =>
		valueOf(await api.report({ ...about, title, sections: asked, hideBelow, standings }, 'snapshot', null));
	const readIn = (source: BenchmarkSource, name = '') => {
		const given: BenchmarkRead = { source, name, hideBelow: 2, nowMs: 0, appVersion: '0' };
		return api.benchmarkClient(given);
	};
	return { api, snapshot, readIn };
}

describe('clients held against each other in the worker', () => {
	it('read the same from now, from a file with customers in it, and from one without small groups', async () => {
		const { api, snapshot, readIn } = await shop();
		const now = valueOf(await readIn({ kind: 'now', asked, currency: null }, 'Shop'));
		const whole = await snapshot('Whole', null, true);
		const kept = valueOf(await readIn({ kind: 'file', file: whole, passphrase: null }));
		const closed = await snapshot('Closed', 2);
		const told = valueOf(await readIn({ kind: 'file', file: closed, passphrase: null }));
		expect(now.measures.length).toBeGreaterThan(5);
		expect(kept.measures).toEqual(now.measures);
		expect(told.measures).toEqual(now.measures);
		// The same state hidden here or there is one; the data are the same, and count once.
		expect(told.key).toBe(kept.key);
		const { clients } = valueOf(await api.benchmark([kept, now], null));
		expect(clients.filter(({ duplicateOf }) => duplicateOf === null).map(({ from }) => from)).toEqual([
			'now'
		]);
		expect(JSON.stringify([now, kept, told])).not.toMatch(/"k8"|=cmd|standings|[0-9A-Z]{5}-[0-9A-Z]{5}/);
	});

	it('open a locked file by its passphrase alone', async () => {
		const { snapshot, readIn } = await shop();
		const bytes = new Uint8Array(await (await snapshot('Locked', 2)).arrayBuffer());
		const file = new Blob([await sealAge(bytes, 'correct horse battery staple', 4)]);
		const wrong = await readIn({ kind: 'file', file, passphrase: 'another one altogether' });
		expect(wrong).toMatchObject({ ok: false, error: { code: 'sealed-unreadable' } });
		const client = valueOf(await readIn({ kind: 'file', file, passphrase: 'correct horse battery staple' }));
		expect(client.hideBelow).toBe(2);
		expect(await readIn({ kind: 'kept', id: 'none' })).toMatchObject({
			error: { code: 'storage-not-found' }
		});
	});

	it('leave as a workbook and as CSV: values as numbers, the others under letters', async () => {
		const { api, readIn } = await shop();
		const now = valueOf(await readIn({ kind: 'now', asked, currency: null }, '=Shop'));
		const other = { ...now, key: 'b', name: 'Rival', workspace: 'b', fingerprints: ['b'], currency: 'EUR' };
		const benchmark = valueOf(await api.benchmark([other, now], now.key));
		const file = async (form: 'xlsx' | 'csv') =>
			valueOf(await api.benchmarkFile({ benchmark, form, locale: 'en', letters: true }));
		const book = read(new Uint8Array(await (await file('xlsx')).arrayBuffer()));
		const [first, second] = book.SheetNames.map((name) =>
			utils.sheet_to_json<(string | number)[]>(book.Sheets[name] ?? {}, { header: 1 })
		);
		expect(first?.[0]?.slice(0, 3)).toEqual(['Measure', '=Shop', expect.stringMatching(/^Client [AB]$/)]);
		const row = first?.find(([name]) => name === 'Repeat rate');
		const rate = now.measures.find(({ id }) => id === 'repeatRate');
		if (rate?.hidden === false) expect(row?.slice(1, 4)).toEqual([rate.value, rate.value, '1 of 2']);
		expect(second).toHaveLength(3);
		const csv = await (await file('csv')).text();
		expect(csv.split('\r\n')).toHaveLength(benchmark.rows.length + 2);
		expect(csv).not.toContain('Rival');
	});
});
