import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SharingPolicy } from '#lib/core/dataset/sharing.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { resultToJson } from '#lib/core/result/json.ts';
import { readSnapshot } from '#lib/report/index.ts';
import type { SettingsChange } from '#lib/core/dataset/workspace.ts';
import { decideSameCustomers } from '#lib/storage/index.ts';
import { fileKind } from '#lib/state/file-kind.ts';
import { defaultParams } from '#lib/state/workspace-defaults.ts';
import { verifyFile } from '../../../scripts/lib/verify-file.ts';
import { recordCounts } from '../../storage/fixture.ts';
import { ask, valueOf } from './workspace.ts';
import {
	asked,
	canaries,
	clientBrowser,
	noRules,
	reasons,
	receiverBrowser,
	requestOf
} from './snapshot-rows.ts';

type Browser = Awaited<ReturnType<typeof clientBrowser>>;

let file: Blob;
let sealed: Blob;
/** What the client's own screens say, and what their report would be without rows. */
let own: string[];
let plain: Blob;
let client: Browser;

const fileNamed = (blob: Blob, name = 'findings.clientele.zip') => new File([blob], name);

/** Sums over customers in another order differ in their last bits, and a search for the likeliest parameters carries that on. */
const near = (one = NaN, other: number): boolean =>
	Object.is(one, other) || Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other));

/** What methods answer, as text. */
async function answersOf({ analysis }: Pick<Browser, 'analysis'>): Promise<string[]> {
	const texts = [];
	for (const question of asked)
		texts.push(canonicalJson(resultToJson(valueOf(await analysis.analyse(question)).result)));
	return texts;
}

/** Opens the file in a browser that has nothing. */
async function opened(blob: Blob = file, passphrase: string | null = null) {
	const browser = await receiverBrowser();
	const summary = valueOf(await browser.library.addSnapshot(fileNamed(blob), 5, passphrase));
	const lists = valueOf(await browser.library.list());
	const dataset = lists.datasets.find(({ workspaceId }) => workspaceId === summary.workspaceId);
	const workspace = lists.workspaces.find(({ id }) => id === summary.workspaceId);
	if (dataset === undefined || workspace?.origin === undefined) throw new Error('not opened');
	valueOf(await browser.analysis.open(dataset.id, 'net'));
	return { ...browser, summary, lists, dataset, workspace, origin: workspace.origin };
}

/** All bytes of a file, packed and unpacked. */
async function bytesOf(blob: Blob): Promise<Buffer> {
	const packed = new Uint8Array(await blob.arrayBuffer());
	const parts = Object.entries(unzipSync(packed)).flatMap(([name, bytes]) => [Buffer.from(name), bytes]);
	return Buffer.concat([packed, ...parts]);
}

beforeAll(async () => {
	client = await clientBrowser();
	const { analysis } = client;
	file = valueOf(await analysis.report(requestOf(noRules), 'snapshot', null));
	sealed = valueOf(await analysis.report(requestOf(noRules), 'snapshot', 'a long enough secret'));
	plain = valueOf(await analysis.report(requestOf(noRules, { rows: false }), 'snapshot', null));
	own = await answersOf(client);
}, 60_000);

describe('a snapshot with its rows', () => {
	it('opens as a workspace whose screens say what it says, to the last bit, in two browsers', async () => {
		const first = await opened();
		const said = readSnapshot(
			new TextDecoder().decode(unzipSync(new Uint8Array(await file.arrayBuffer()))['clientele-snapshot.json'])
		);
		const saved = said.analyses.map(({ result }) => canonicalJson(resultToJson(result)));
		expect(await answersOf(first)).toEqual(saved);
		const hashes = [];
		for (const question of asked) hashes.push(valueOf(await first.analysis.analyse(question)).provenance);
		expect(hashes).toEqual(said.analyses.map(({ provenance }) => provenance));
		expect(valueOf(await first.importing.verifyRows('v', first.workspace.id, () => undefined))).toMatchObject(
			{
				differing: 0,
				without: 0
			}
		);
		const second = await opened();
		expect(await answersOf(second)).toEqual(saved);
	});

	it('says what the client sees, but for what is drawn or ordered by ids', async () => {
		const again = await answersOf(await opened());
		const differing = asked.flatMap(({ method }, i) => (again[i] === own[i] ? [] : [method]));
		// Intervals of the overview are drawn; the others list customers by their places.
		// So few are in growth's that they may stand as they stood, by chance.
		expect(new Set([...differing, 'contribution'])).toEqual(
			new Set(['overview', 'churn', 'contribution', 'value', 'migration', 'findings'])
		);
		const { analyses } = readSnapshot(await plain.text());
		const { analysis } = await opened();
		for (const [i, question] of asked.entries()) {
			const { scalars } = valueOf(await analysis.analyse(question)).result;
			for (const [name, value] of Object.entries(analyses[i]?.result.scalars ?? {})) {
				if (!/(?:High|Low)$/.test(name)) expect(near(scalars[name], value), name).toBe(true);
			}
		}
	});

	it('is cut anew: other days, parameters and groups', async () => {
		const there = await opened();
		const cut = { ...ask('rfm', { bins: 3 }), frame: { asOf: 19_500, from: 19_300, weekStart: 7 } };
		const theirs = valueOf(await there.analysis.analyse(cut)).result;
		const mine = valueOf(await client.analysis.analyse(cut)).result;
		expect(resultToJson(theirs)).toEqual(resultToJson(mine));
	});

	it('holds no name, phone, address, id or note of anybody, packed or unpacked', async () => {
		const bytes = await bytesOf(file);
		for (const text of [...canaries.flat(), 'NEVER1', 'ORD-70', 'TCK1', 'Plain 7', 'p9@example'])
			for (const form of [text, text.toLowerCase(), JSON.stringify(text).slice(1, -1)])
				for (const encoding of ['utf8', 'utf16le'] as const)
					expect(bytes.includes(Buffer.from(form, encoding)), form).toBe(false);
		// The test can fail: what is kept is there.
		const kept = { policies: [{ column: 'name', policy: 'keep' }] as const, consent: null };
		const named = valueOf(await client.analysis.report(requestOf(kept), 'snapshot', null));
		expect((await bytesOf(named)).includes(Buffer.from(canaries[0][1]))).toBe(true);
	});

	it.each(['mask', 'pseudonym', 'drop'] as const)(
		'says no reason of a column that is to be changed (%s), with rows or without',
		async (policy) => {
			const mapped = reasons.map((value) => ({ value, cause: 'rival' as const, name: `Named: ${value}` }));
			const lossReasons = { table: null, column: 'Leaving reason', mapped };
			const column = 'attribute:Leaving reason' as const;
			const view = { params: { lossReasons }, asOf: null, window: { kind: 'all' } } as const;
			const piece = { kind: 'piece', piece: 'causes', caption: '', remarks: [], view } as const;
			const report = {
				...({ template: 'everything', title: '', preparedFor: '', notes: '' } as const),
				items: [{ ...piece, id: 'one', method: 'churn' }],
				brand: { organisation: '', accent: null, logo: null }
			};
			valueOf(await client.library.updateWorkspace({ id: 'w', settings: { lossReasons, report } }));
			const texts = async (of: SharingPolicy, rows: boolean) => {
				const sharing = { policies: [{ column, policy: of }], consent: null };
				const sections = [ask('churn', { lossReasons }), ask('lifecycle', { kindBy: 'Leaving reason' })];
				const blob = valueOf(
					await client.analysis.report(requestOf(sharing, { sections, rows }), 'snapshot', null)
				);
				const bytes = rows ? await bytesOf(blob) : Buffer.from(await blob.arrayBuffer());
				return { blob, said: reasons.filter((text) => bytes.includes(Buffer.from(text))) };
			};
			expect((await texts(policy, false)).said).toEqual([]);
			const { blob, said } = await texts(policy, true);
			expect(said).toEqual([]);
			const there = await opened(blob);
			expect(
				valueOf(await there.importing.verifyRows('v', there.workspace.id, () => undefined))
			).toMatchObject({ differing: 0, without: 2 });
			// The test can fail: what is kept is there.
			expect((await texts('keep', true)).said).toEqual(reasons);
		}
	);

	it('comes with its settings, merged customers, links and rules', async () => {
		const { workspace, origin, connection, lists } = await opened();
		expect(workspace.settings).toMatchObject({ weekStart: 1, refunds: 'net', asOf: { kind: 'day' } });
		expect(workspace.sameCustomers?.merged).toHaveLength(1);
		expect(origin.params['rfm']).toMatchObject({ bins: 4 });
		expect(origin.rules).toContainEqual({ column: 'name', nature: 'name', policy: 'drop' });
		const headers = lists.tables.map(({ columns }) => columns.map(({ header }) => header));
		expect(headers).toEqual([
			['Customer ID', 'City', 'Customer since'],
			['Ticket ID', 'Customer ID', 'Opened', 'Solved', 'Status']
		]);
		expect(await connection.use((database) => database.links.count())).toBe(2);
	});

	it('opens twice as one workspace, locked or not, and goes with it', async () => {
		const { library, workspace, connection } = await opened();
		const again = valueOf(await library.addSnapshot(fileNamed(sealed), 6, 'a long enough secret'));
		// A standard age file, with another salt each time: the same content.
		expect(await sealed.slice(0, 21).text()).toBe('age-encryption.org/v1');
		expect(again.workspaceId).toBe(workspace.id);
		expect(valueOf(await library.list()).workspaces.filter(({ origin }) => origin)).toHaveLength(1);
		// Its snapshot alone was deleted: the workspace has it again.
		valueOf(await library.deleteSnapshot(again.id, 6));
		const kept = valueOf(await library.addSnapshot(fileNamed(file), 6, null));
		expect(kept).toMatchObject({ workspaceId: workspace.id, deletedAt: null });
		expect(valueOf(await library.list()).workspaces.filter(({ origin }) => origin)).toHaveLength(1);
		valueOf(await library.deleteWorkspace(workspace.id, 7));
		valueOf(await library.emptyBin());
		expect(await connection.use(recordCounts)).toMatchObject({ workspaces: 1, datasets: 0, chunks: 0 });
	});

	it('is verified on the command line without any other file', async () => {
		const path = join(mkdtempSync(join(tmpdir(), 'rows-')), 'findings.clientele.zip');
		writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
		const { differing, compared, provenance } = await verifyFile(path, [], null);
		expect(differing).toBe(0);
		expect(compared).toBeGreaterThan(10_000);
		expect(provenance.found).toBe(provenance.saved);
	});

	it('is known by its content, whatever it is called', async () => {
		expect(await fileKind(fileNamed(file, 'orders.zip'))).toBe('snapshot');
		expect(await fileKind(fileNamed(sealed, 'orders.csv'))).toBe('sealed');
	});

	it('takes no other data', async () => {
		const { take, workspace } = await opened();
		const more = take('more.csv', 'Order ID,Customer ID,Order Date,Amount\nx,y,2024-01-01,5', {
			workspaceId: workspace.id
		});
		await expect(more).rejects.toThrow('workspace-read-only');
	});

	it('keeps its customers and links as they came', async () => {
		const { library, workspace, connection } = await opened();
		const pairs = [['a', 'b']] as const;
		expect(await library.decideSameCustomers(workspace.id, { kind: 'merge', pairs })).toMatchObject({
			error: { code: 'workspace-read-only' }
		});
		const [link] = await connection.use((database) => database.links.toArray());
		if (link === undefined) throw new Error('no link');
		const { from, to, fromColumn } = link;
		const choice = { from, to, fromColumn, toColumn: null };
		expect(await library.chooseLink(workspace.id, choice)).toMatchObject({
			error: { code: 'workspace-read-only' }
		});
		expect(await connection.use((database) => database.links.get([from, to]))).toEqual(link);
	});

	it('is looked at by the settings of whoever has it, once they changed them', async () => {
		const { library, workspace, origin } = await opened();
		const { tierA, tierB, ...rest } = origin.params['value'] ?? {};
		expect([tierA, tierB]).toEqual([0.7, 0.9]);
		const change = (settings: SettingsChange) => library.updateWorkspace({ id: workspace.id, settings });
		const same = valueOf(await change({ weekStart: 7, tiers: undefined }));
		expect(same.origin).toEqual(origin);
		const cut = valueOf(await change({ tiers: { a: 0.5, b: 0.8 } }));
		expect(defaultParams('value', cut)).toEqual({ ...rest, tierA: 0.5, tierB: 0.8 });
		expect(defaultParams('rfm', cut)).toEqual(origin.params['rfm']);
		expect(defaultParams('value', valueOf(await change({ tiers: undefined })))).toEqual(rest);
	});

	it('makes further snapshots, which say what they come from', async () => {
		const { analysis, origin } = await opened();
		const next = valueOf(await analysis.report(requestOf(noRules, { rows: false }), 'snapshot', null));
		const derived = readSnapshot(await next.text());
		expect(derived.derivedFrom).toMatchObject({ title: 'Findings', rows: origin.checksum });
		// Who reckons its hashes again has to know it.
		expect(derived.coded).toBe(true);
		expect(derived.beside).toEqual(readSnapshot(await plain.text()).beside);
		const passedOn = valueOf(await analysis.report(requestOf(noRules), 'snapshot', null));
		const there = await opened(passedOn);
		expect(valueOf(await there.importing.verifyRows('v', there.workspace.id, () => undefined))).toMatchObject(
			{
				differing: 0
			}
		);
	});

	it('is refused where small groups are to be hidden', async () => {
		expect(
			await client.analysis.report(requestOf(noRules, { hideBelow: 5 }), 'snapshot', null)
		).toMatchObject({
			error: { code: 'params-invalid', params: { param: 'rows' } }
		});
	});

	it('shows what the receiver will see of each column', async () => {
		const columns = valueOf(await client.analysis.sharedColumns(noRules, true));
		const seen = Object.fromEntries(columns.map((column) => [column.id, column.seen]));
		expect(seen).toMatchObject({ name: [], 'attribute:Phone': [], 'attribute:tickets / Subject': [] });
		expect(seen['customer']?.[0]).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
		expect(seen['attribute:Channel']).toContain('shop');
	});

	it('is refused while what is stored is not what is open', async () => {
		const pairs = [['P1', 'P2']] as const;
		await client.connection.use((database) => decideSameCustomers(database, 'w', { kind: 'merge', pairs }));
		expect(await client.analysis.report(requestOf(noRules), 'snapshot', null)).toMatchObject({
			error: { code: 'storage-busy' }
		});
	});
});
