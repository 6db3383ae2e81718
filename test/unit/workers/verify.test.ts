import { beforeEach, describe, expect, it } from 'vitest';
import type {
	AnalysisRequest,
	Envelope,
	ImportJob,
	OpenSnapshot,
	Progress,
	SharingRules
} from '#lib/api/index.ts';
import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import { withSteps } from '#lib/core/dataset/made-columns.ts';
import { isTableRecipe } from '#lib/core/dataset/recipe.ts';
import { importOrders, importTable, inspectBy, inspectFile } from '#lib/import/index.ts';
import { readSnapshot, verifySnapshot, writeReport } from '#lib/report/index.ts';
import { connect, createWorkspace, decideSameCustomers } from '#lib/storage/index.ts';
import { verifyShare } from '#lib/state/verify-share.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { analysisHandler } from '../../../workers/analysis/handler.ts';
import { provenanceOf } from '../../../workers/analysis/provenance.ts';
import { importHandler } from '../../../workers/import-handler.ts';
import { definitions, findMethod } from './shop.ts';

beforeEach(freshBrowser);

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(`${envelope.error.code} ${JSON.stringify(envelope.error)}`);
	return envelope.value;
}

const head = 'Order ID,Customer ID,Order Date,Amount,Channel';
const line = (i: number): string =>
	[
		`A${i}`,
		`C${i % 9}`,
		`2024-0${(i % 6) + 1}-1${i % 9}`,
		`${10 + ((i * 7) % 90)}.50`,
		['web', ' shop', 'fair'][i % 3] as string
	].join(',');
const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => line(from + i));
const january = [head, ...lines(0, 60)].join('\n');
/** Overlaps with the first file, and changes one of its orders. */
const june = [head, line(58).replace('.50', '.75'), line(59), ...lines(60, 90)].join('\n');
const customers = [
	'Customer ID,City,Joined',
	...Array.from({ length: 12 }, (_, i) => `C${i},${i % 2 === 0 ? 'Bonn' : 'Oslo'},2023-11-0${(i % 9) + 1}`)
].join('\n');

const tidy: readonly CleaningStep[] = [
	{ id: 's1', kind: 'trim', columns: [4], blanks: true, invisible: true, halfWidth: true, letters: 'keep' },
	{ id: 's2', kind: 'map-values', column: 4, pairs: [{ from: 'web', to: 'Online' }] }
];

/** A client's orders in two files, cleaned by steps, a table of customers beside them, and two customers that are one. */
async function snapshotOf(
	steps = tidy,
	sharing: SharingRules | null = null
): Promise<{
	snapshot: OpenSnapshot;
	/** How far it was said to be. */
	told: Progress[];
	verify: (
		...texts: readonly (readonly [string, string])[]
	) => ReturnType<ReturnType<typeof importHandler>['verify']>;
}> {
	const connection = connect();
	await connection.use((database) =>
		createWorkspace(database, { id: 'w', name: 'Client', kind: 'client', nowMs: 1 })
	);
	let ids = 0;
	const readers = { inspect: inspectFile, inspectBy, importOrders, importTable, verify: verifySnapshot };
	const importing = importHandler({ connection, newId: () => `d${++ids}`, now: () => 0, ...readers });
	const analysis = analysisHandler({
		connection,
		definitions,
		findMethod,
		provenance: provenanceOf,
		writeReport,
		now: () => 0
	});
	const take = async (name: string, text: string, appendTo?: string) => {
		const file = new File([text], name);
		const { recipe } = valueOf(await importing.inspect(file, null));
		const job: ImportJob = {
			jobId: name,
			workspaceId: 'w',
			datasetName: name.replace('.csv', ''),
			file,
			recipe: isTableRecipe(recipe) ? recipe : withSteps(recipe, steps),
			keepOriginal: false,
			nowMs: ids,
			...(appendTo !== undefined && { appendTo })
		};
		return valueOf(
			await importing.run(
				job,
				() => undefined,
				() => Promise.resolve('newer')
			)
		);
	};
	const { id } = await take('january.csv', january);
	await take('june.csv', june, id);
	await take('customers.csv', customers);
	await connection.use((database) =>
		decideSameCustomers(database, 'w', { kind: 'merge', pairs: [['C3', 'C7']] })
	);
	valueOf(await analysis.open(id, 'net'));
	const ask = (method: string, params: AnalysisRequest['params'] = {}): AnalysisRequest => ({
		method,
		params,
		frame: { asOf: null, from: null, weekStart: 1, yearStart: 4 },
		refunds: 'net'
	});
	const sections = [
		ask('overview', { unit: 'quarter' }),
		ask('rfm'),
		ask('origins', { by: 'customers / City' }),
		ask('origins', { by: 'Channel' })
	];
	const request = {
		title: 'T',
		preparedFor: '',
		locale: 'en',
		notes: '',
		nowMs: 1,
		appVersion: '0'
	} as const;
	const blob = valueOf(
		await analysis.report({ ...request, sections, hideBelow: null, sharing }, 'snapshot', null)
	);
	const snapshot = readSnapshot(await blob.text());
	const told: Progress[] = [];
	return {
		snapshot,
		told,
		verify: (...texts) =>
			importing.verify(
				'v',
				snapshot,
				texts.map(([name, text]) => new File([text], name)),
				(progress) => void told.push(progress)
			)
	};
}

describe('A snapshot of several files, steps, a linked table and merged customers', () => {
	it('equals what its files give, in whatever order and by whatever name they come', async () => {
		const { snapshot, verify, told } = await snapshotOf();
		expect(snapshot.beside?.linked.map(({ name }) => name)).toEqual(['customers']);
		expect(snapshot.beside?.merged).toHaveLength(1);
		expect(snapshot.dataset.sources?.[1]?.recipe.steps).toEqual(tidy);
		expect(JSON.stringify(snapshot.beside)).not.toMatch(/C3|C7|Bonn/);
		const answer = valueOf(
			await verify(['june.csv', june], ['renamed.csv', customers], ['january.csv', january])
		);
		expect(answer).toMatchObject({ differing: 0, sameFile: true });
		expect(answer.compared).toBeGreaterThan(200);
		expect(answer.provenance.found).toBe(answer.provenance.saved);
		// All files are told of as one: their bytes, and rows that are never fewer.
		const reading = told.filter(({ stage }) => stage !== 'computing');
		const bytes = [june, customers, january].reduce((sum, text) => sum + text.length, 0);
		expect(new Set(reading.map(({ total }) => total))).toEqual(new Set([bytes]));
		expect(reading.map(({ rows }) => rows)).toEqual(
			reading.map(({ rows }) => rows).toSorted((a, b) => a - b)
		);
		expect(reading.at(-1)?.done).toBe(bytes);
		const shares = told.map((progress) => verifyShare(progress, null) ?? 0);
		expect(Math.max(...shares)).toBeLessThanOrEqual(1);
		expect(told.at(-1)?.stage).toBe('computing');
	});

	it('differs where one cell of any of its files does', async () => {
		const { verify } = await snapshotOf();
		const whole = [
			['january.csv', january],
			['june.csv', june],
			['customers.csv', customers]
		] as const;
		for (const [changed, from, to] of [
			[0, `,${line(20).split(',')[3]},`, ',999.00,'],
			[1, `,${line(80).split(',')[3]},`, ',999.00,'],
			[2, 'C4,Bonn', 'C4,Oslo']
		] as const) {
			const files = whole.map(([name, text], i) => {
				if (i !== changed) return [name, text] as const;
				const at = text.lastIndexOf(from);
				return [name, text.slice(0, at) + to + text.slice(at + from.length)] as const;
			});
			const answer = valueOf(await verify(...files));
			expect(answer.sameFile).toBe(false);
			expect(answer.differing).toBeGreaterThan(0);
			expect(answer.provenance.found).not.toBe(answer.provenance.saved);
		}
	});

	it('says which files are missing', async () => {
		const { verify } = await snapshotOf();
		expect(await verify(['january.csv', january])).toMatchObject({
			ok: false,
			error: { code: 'verify-files-missing', params: { n: 2, files: 'june.csv, customers.csv' } }
		});
	});

	it('is without its steps where one of them holds values that speak of persons', async () => {
		const named: readonly CleaningStep[] = [
			...tidy,
			{ id: 's3', kind: 'map-values', column: 1, pairs: [{ from: 'C5', to: 'C1' }] }
		];
		const { snapshot, verify } = await snapshotOf(named);
		expect(snapshot.stepsWithheld).toBe(true);
		expect(JSON.stringify(snapshot.dataset)).not.toContain('C5');
		expect(await verify(['january.csv', january])).toMatchObject({
			ok: false,
			error: { code: 'verify-steps-withheld' }
		});
		freshBrowser();
		const masked = await snapshotOf(tidy, {
			policies: [{ column: 'attribute:Channel', policy: 'mask' }],
			consent: null
		});
		expect(masked.snapshot.stepsWithheld).toBe(true);
	});
});
