import { beforeEach, describe, expect, it } from 'vitest';
import type { Comparison, DatasetManifest, Envelope, ImportJob } from '#lib/api/index.ts';
import { isTableManifest } from '#lib/core/dataset/table-manifest.ts';
import { provenanceInputs, sourcesOf } from '#lib/core/dataset/sources.ts';
import { importOrders, importTable, inspectBy, inspectFile, readAgain } from '#lib/import/index.ts';
import {
	connect,
	createWorkspace,
	currentDatasets,
	listBin,
	listDatasets,
	loadOriginal,
	loadTable,
	restoreVersion
} from '#lib/storage/index.ts';
import { rowTexts } from '../../support/append.ts';
import { zipped } from '../../support/workbook.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { verifySnapshot } from '#lib/report/index.ts';
import { importHandler } from '../../../workers/import-handler.ts';

beforeEach(freshBrowser);

const header = 'order,customer,date,amount\n';
const january = `${header}1,a,2024-01-05,10.55\n1,a,2024-01-05,2\n2,b,2024-01-30,7\nx,c,2024-01-32,1\n`;
/** Begins with the last order of January, of which the amount is another now, and repeats none of its bad row. */
const february = `${header}1,a,2024-01-05,2\n2,b,2024-01-30,8\n3,c,2024-02-02,4\n`;

async function setUp() {
	const connection = connect();
	await connection.use((database) =>
		createWorkspace(database, { id: 'w', name: 'Client', kind: 'client', nowMs: 1 })
	);
	let ids = 0;
	const handler = importHandler({
		connection,
		verify: verifySnapshot,
		newId: () => `d${++ids}`,
		now: () => 0,
		inspect: inspectFile,
		inspectBy,
		importOrders,
		importTable
	});
	const api = {
		...handler,
		async run(...of: Parameters<typeof handler.run>): Promise<Envelope<DatasetManifest>> {
			const answer = await handler.run(...of);
			if (!answer.ok) return answer;
			if (isTableManifest(answer.value)) throw new Error('not stored as orders');
			return { ok: true, value: answer.value };
		}
	};
	async function job(text: string, name: string, appendTo?: string): Promise<ImportJob> {
		const file = new File([text], name);
		const { recipe } = valueOf(await api.inspect(file, null));
		const base = {
			jobId: name,
			workspaceId: 'w',
			datasetName: 'Orders',
			file,
			recipe,
			keepOriginal: false,
			nowMs: 5
		};
		return appendTo === undefined ? base : { ...base, appendTo };
	}
	const first = valueOf(await api.run(await job(january, 'jan.csv'), () => undefined));
	return { api, connection, job, first };
}

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(JSON.stringify(envelope.error));
	return envelope.value;
}

describe('adding a file to a dataset', () => {
	it('asks about what changed before it stores, and says how many rows it recognised', async () => {
		const { api, connection, job, first } = await setUp();
		const seen: Comparison[] = [];
		const added: DatasetManifest = valueOf(
			await api.run(
				await job(february, 'feb.csv', first.id),
				() => undefined,
				async (comparison) => {
					seen.push(comparison as Comparison);
					expect(await connection.use(listDatasets)).toEqual([first]);
					return 'newer';
				}
			)
		);
		expect(seen).toMatchObject([
			{
				recognised: { rows: 1, amount: 200 },
				added: { rows: 1, amount: 400 },
				customers: { file: 3, known: 2 },
				changed: {
					orders: 1,
					examples: [
						{
							order: '2',
							before: { rows: 1, amount: 700 },
							after: { rows: 1, amount: 800 },
							differs: ['amount']
						}
					]
				}
			}
		]);
		expect(added).toMatchObject({ id: first.id, name: 'Orders', changedAt: 5, customers: 3, orders: 3 });
		expect(sourcesOf(added).map(({ file, recognised, rule }) => [file.name, recognised, rule])).toEqual([
			['jan.csv', 0, undefined],
			['feb.csv', 1, 'newer']
		]);
		expect(added.totals).toMatchObject({
			source: { rows: 7, amount: 3455 },
			kept: { sales: { rows: 4, amount: 2455 } },
			merged: { rows: 1, amount: 200 },
			setAside: { superseded: { rows: 1, amount: 700 } },
			rejected: { rows: 1, amount: 100 }
		});
		expect(await connection.use(listDatasets)).toEqual([added]);
		expect(await connection.use(listBin)).toMatchObject([{ formerOf: first.id, deletedAt: 5 }]);
	});

	it('says whose money counts in a currency that only the other names', async () => {
		const { api, job, first } = await setUp();
		const silent = async (text: string): Promise<unknown> => {
			let said: unknown;
			await api.run(
				await job(text, 'next.csv', first.id),
				() => undefined,
				(comparison) => {
					const { silent, currency } = comparison as Comparison;
					said = [silent, currency];
					return Promise.resolve(null);
				}
			);
			return said;
		};
		expect(await silent(`${header}9,z,2024-03-01,€5.00\n`)).toEqual(['dataset', 'EUR']);
		expect(await silent(`${header}9,z,2024-03-01,5.00\n`)).toEqual([null, null]);
	});

	it('is joined anew when the import of one of its files changes, by the rule of before', async () => {
		const { api, connection, job, first } = await setUp();
		const adding = await job(february, 'feb.csv', first.id);
		const decide = () => Promise.resolve('both' as const);
		const added = valueOf(await api.run(adding, () => undefined, decide));
		const one = await job(january, 'jan.csv');
		const files = [one.file, adding.file];
		const recipe = { ...one.recipe, currency: 'EUR' };
		const change = { ...one, jobId: 'c', recipe, replaces: first.id, among: { files, place: 0 }, nowMs: 9 };
		const cancelled = api.run({ ...change, jobId: 'x' }, () => void api.cancel('x'));
		expect(await cancelled).toMatchObject({ error: { code: 'cancelled' } });
		expect(await connection.use(listDatasets)).toEqual([added]);
		const changed = valueOf(await api.run(change, () => undefined));
		expect(changed).toMatchObject({ currency: 'EUR', changedAt: 9, totals: added.totals });
		expect(sourcesOf(changed).map(({ rule }) => rule)).toEqual([undefined, 'both']);
		const unchanged = { ...change, jobId: 'u', recipe: one.recipe };
		const back = valueOf(await api.run(unchanged, () => undefined));
		expect({ ...back, changedAt: 5 }).toEqual(added);
		// A fix of several files changes each of them.
		const recipes = [null, { ...adding.recipe, currency: 'EUR' }];
		const fixed = { ...change, jobId: 'f', among: { files, place: 0, recipes } };
		const both = valueOf(await api.run(fixed, () => undefined));
		expect(sourcesOf(both).map((source) => source.recipe.currency)).toEqual(['EUR', 'EUR']);
	});

	it('asks when files are joined anew and orders contradict where none did, by the name of the file that joins', async () => {
		const { api, job } = await setUp();
		const net = 'order,customer,date,amount,net,city\n1,a,2024-01-05,10,9,Rome\n2,b,2024-01-30,7,6,Oslo\n';
		const guessed = await job(net, 'net.csv');
		const reading = (roles: Partial<Record<string, 'ignore' | 'amount' | 'attribute'>>) => {
			const columns = guessed.recipe.columns.map((plan) => {
				const role = roles[plan.header] ?? plan.role;
				return { ...plan, role, ...(role === 'amount' && { numberStyle: { decimal: '.', group: ',' } }) };
			});
			return { ...guessed.recipe, columns } as ImportJob['recipe'];
		};
		const one = { ...guessed, recipe: reading({ net: 'ignore', city: 'attribute' }) };
		const whole = valueOf(await api.run(one, () => undefined));
		const asked: string[] = [];
		const kept = (_: unknown, fileName: string) => {
			asked.push(fileName);
			return Promise.resolve('kept' as const);
		};
		const adding = await job(`${header}2,b,2024-01-30,7\n3,c,2024-02-02,4\n`, 'feb.csv', whole.id);
		const newer = () => Promise.resolve('newer' as const);
		const added = valueOf(await api.run(adding, () => undefined, newer));
		expect(sourcesOf(added)[1]).toMatchObject({ recognised: 1, rule: 'newer', chosen: false });

		const recipe = reading({ amount: 'ignore', net: 'amount', city: 'attribute' });
		const files = [one.file, adding.file];
		const base = { ...one, replaces: whole.id, among: { files, place: 0 } };
		const changed = valueOf(await api.run({ ...base, jobId: 'c', recipe }, () => undefined, kept));
		expect(asked).toEqual(['feb.csv']);
		expect(sourcesOf(changed)[1]).toMatchObject({ recognised: 0, rule: 'kept', chosen: true });
		expect(changed.totals.setAside.superseded).toEqual({ rows: 1, amount: 7 });

		// What was chosen is not asked again, nor where nothing contradicts.
		const again = valueOf(await api.run({ ...base, jobId: 'a', recipe }, () => undefined, newer));
		expect(sourcesOf(again)).toEqual(sourcesOf(changed));
		valueOf(await api.run({ ...base, jobId: 'b' }, () => undefined, kept));
		expect(asked).toHaveLength(1);
	});

	it('brings the dataset before it back, exactly', async () => {
		const { api, connection, job, first } = await setUp();
		const load = (id: string) => connection.use((database) => loadTable(database, id));
		const before = await load(first.id);
		valueOf(
			await api.run(
				await job(february, 'feb.csv', first.id),
				() => undefined,
				() => Promise.resolve('both')
			)
		);
		expect(rowTexts((await load(first.id)).table)).toHaveLength(5);
		const [former] = await connection.use(listBin);
		await connection.use((database) => restoreVersion(database, former?.id ?? ''));
		expect(await connection.use(listDatasets)).toEqual([first]);
		expect(await load(first.id)).toEqual(before);
		expect(await connection.use(listBin)).toMatchObject([{ formerOf: first.id }]);
	});

	it('changes nothing when it is left or undone by force, or when the very same file comes again', async () => {
		const { api, connection, job, first } = await setUp();
		const left = await api.run(
			await job(february, 'feb.csv', first.id),
			() => undefined,
			() => Promise.resolve(null)
		);
		expect(left).toMatchObject({ error: { code: 'cancelled' } });
		const same = await api.run(await job(january, 'copy of jan.csv', first.id), () => undefined);
		expect(same).toMatchObject({ error: { code: 'append-same-file', params: { file: 'jan.csv' } } });
		const forced = await job(february, 'feb.csv', first.id);
		valueOf(
			await api.run(
				forced,
				() => undefined,
				() => Promise.resolve('kept')
			)
		);
		valueOf(await api.discard(forced.jobId));
		expect(await connection.use(listDatasets)).toEqual([first]);
		expect(await connection.use(listBin)).toEqual([]);
	});

	it('takes another file of an archive, keeps the archive once, and reads both from it again', async () => {
		const { api, connection, job } = await setUp();
		const march = `${header}4,d,2024-03-02,3\n`;
		const archive = new File([zipped({ 'jan.csv': january, 'march.csv': march })], 'q1.zip');
		const of = async (member: string, appendTo?: string): Promise<ImportJob> => {
			const { recipe } = valueOf(await api.inspect(archive, null));
			const other = { ...recipe, source: { ...recipe.source, member } } as ImportJob['recipe'];
			const read = valueOf(await api.inspect(archive, other)).recipe;
			const base = { ...(await job(january, `${member} ${appendTo}`, appendTo)), file: archive };
			return { ...base, recipe: read, keepOriginal: true };
		};
		const first = valueOf(await api.run(await of('jan.csv'), () => undefined));
		const newer = () => Promise.resolve('newer' as const);
		const added = valueOf(await api.run(await of('march.csv', first.id), () => undefined, newer));
		expect(added.totals.kept.sales).toEqual({ rows: 4, amount: 2255 });
		expect(new Set(sourcesOf(added).map(({ fingerprint }) => fingerprint)).size).toBe(1);
		for (const member of ['jan.csv', 'march.csv'])
			expect(await api.run(await of(member, first.id), () => undefined)).toMatchObject({
				error: { code: 'append-same-file', params: { file: 'q1.zip' } }
			});
		// What runs behind the import is done when the next begins.
		valueOf(await api.run(await job(february, 'feb.csv'), () => undefined));
		const records = await connection.use(currentDatasets);
		const kept = records.find(({ manifest }) => manifest.id === first.id)?.originals;
		expect(kept?.map(({ name }) => name)).toEqual(['q1.zip']);
		const { content } = await connection.use((database) =>
			loadOriginal(database, first.id, first.fingerprint)
		);
		const { orders } = await readAgain({ dataset: added }, [{ name: 'copy.zip', content }], {
			orders: importOrders,
			table: importTable
		});
		expect(orders.map(({ table }) => table.rows)).toEqual([3, 1]);

		const change = { ...(await of('jan.csv')), jobId: 'c', replaces: first.id };
		const files = [archive, archive];
		const changed = valueOf(await api.run({ ...change, among: { files, place: 0 } }, () => undefined));
		expect({ ...changed, changedAt: added.changedAt }).toEqual(added);
	});

	it('stops when it is cancelled while it waits for an answer', async () => {
		const { api, connection, job, first } = await setUp();
		const running = api.run(
			await job(february, 'feb.csv', first.id),
			() => undefined,
			() => {
				void api.cancel('feb.csv');
				return new Promise(() => undefined);
			}
		);
		expect(await running).toMatchObject({ error: { code: 'cancelled' } });
		expect(await connection.use(listDatasets)).toEqual([first]);
	});
});

describe('the inputs of a dataset', () => {
	it('have an order only where the order of the files matters', async () => {
		const { first } = await setUp();
		const [one] = sourcesOf(first);
		const source = (fingerprint: string, rule?: 'newer') => ({
			recipe: one?.recipe ?? first.recipe,
			fingerprint,
			...(rule && { rule })
		});
		expect(provenanceInputs([source('b'), source('a')])).toEqual(
			provenanceInputs([source('a'), source('b')])
		);
		const part = (member: string) => {
			const { recipe } = source('a');
			return { ...source('a'), recipe: { ...recipe, source: { ...recipe.source, member } } };
		};
		expect(provenanceInputs([part('b'), part('a')])).toEqual(provenanceInputs([part('a'), part('b')]));
		expect(provenanceInputs([source('b'), source('a', 'newer')])).not.toEqual(
			provenanceInputs([source('a'), source('b', 'newer')])
		);
	});
});
