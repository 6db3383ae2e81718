import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	customerFileColumns,
	defaultPolicies,
	sharingPolicies,
	type AnalysisApi,
	type CustomerFileRequest,
	type Envelope,
	type ReportForm,
	type ReportRequest,
	type SharedColumnId,
	type SharingPolicy,
	type SharingRules
} from '#lib/api/index.ts';
import { coderWith } from '#lib/report/disclose/pseudonyms.ts';
import { openAge, writeReport } from '#lib/report/index.ts';
import { freshBrowser } from '../../../storage/fixture.ts';
import { analysisHandler } from '../../../../workers/analysis/handler.ts';
import { provenanceOf } from '../../../../workers/analysis/provenance.ts';
import { definitions, findMethod, methods, storedShop } from '../../workers/shop.ts';
import { openedByNode } from '../protect/opened-by-node.ts';
import { canaries, canariesIn, canaryTable } from './canaries.ts';

const passphrase = 'a long enough secret';
const attributes = ['手机', 'E-mail', 'Note'];
const ids: SharedColumnId[] = ['customer', 'name', 'attribute:手机', 'attribute:E-mail', 'attribute:Note'];
let api: AnalysisApi;

beforeAll(async () => {
	freshBrowser();
	const connection = await storedShop(canaryTable());
	api = analysisHandler({
		connection,
		definitions,
		findMethod,
		provenance: provenanceOf,
		writeReport,
		now: () => 0
	});
	valueOf(await api.open('shop', 'net'));
});

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(`${envelope.error.code} ${JSON.stringify(envelope.error)}`);
	return envelope.value;
}

const rulesOf = (policy: SharingPolicy): SharingRules => ({
	policies: ids.map((column) => ({ column, policy })),
	consent: null
});
const frame = { asOf: null, from: null, weekStart: 1 };
const question = (method: string, params = {}) => ({ method, params, frame, refunds: 'net' as const });
const request = (sharing: SharingRules | null, hideBelow: number | null): ReportRequest => ({
	title: 'Findings',
	preparedFor: '',
	locale: 'zh-CN',
	notes: '',
	// Every method, and the groups of each column of canaries.
	sections: [
		...methods
			.filter(({ definition: { id } }) => id !== 'origins')
			.map(({ definition: { id } }) => question(id)),
		...attributes.map((by) => question('origins', { by, shown: 12 }))
	],
	nowMs: 0,
	appVersion: '0',
	hideBelow,
	sharing
});

/** A file as its receiver can read it: unzipped, decrypted. */
async function opened(form: ReportForm, blob: Blob, locked: boolean): Promise<Uint8Array> {
	const bytes = new Uint8Array(await blob.arrayBuffer());
	if (['xlsx', 'csv', 'pptx'].includes(form)) return Buffer.concat(Object.values(unzipSync(bytes)));
	if (!locked) return bytes;
	if (form === 'html') return Buffer.from(openedByNode(Buffer.from(bytes).toString('utf8'), passphrase));
	return openAge(bytes, passphrase);
}

/** The findings in all forms, opened, end to end. */
async function findings(
	rules: SharingRules | null,
	hideBelow: number | null = null,
	forms: readonly ReportForm[] = ['html', 'snapshot', 'xlsx']
): Promise<Uint8Array> {
	const asked = request(rules, hideBelow);
	const files: Uint8Array[] = [];
	for (const form of forms) {
		files.push(await opened(form, valueOf(await api.report(asked, form, null)), false));
	}
	// Single pieces with words by them, in two languages, on an interactive page.
	const origins = asked.sections.flatMap(({ method }, i) => (method === 'origins' ? [i] : []));
	const items = origins.flatMap((section) =>
		['findings', 'groups', 'repeat', 'value', 'curve', 'funnel'].map((piece) => ({
			...{ kind: 'piece' as const, section, piece, caption: 'c', remarks: [{ at: '#0', text: 'r' }] }
		}))
	);
	const built = { ...asked, items, also: 'en' as const, interactive: true };
	for (const form of ['html', 'snapshot', 'xlsx'] as const) {
		files.push(await opened(form, valueOf(await api.report(built, form, null)), false));
	}
	return Buffer.concat(files);
}

/** The same in a form behind a passphrase. */
async function locked(form: 'html' | 'snapshot', rules: SharingRules): Promise<Uint8Array> {
	const file = await opened(form, valueOf(await api.report(request(rules, null), form, passphrase)), true);
	expect(Buffer.from(file).includes('Findings')).toBe(true);
	return file;
}

function fileOf(policyOf: (id: SharedColumnId) => SharingPolicy): CustomerFileRequest {
	const reckoned = customerFileColumns.filter((id) => id !== 'customer' && id !== 'name');
	return {
		query: {
			rfm: question('rfm'),
			lifecycle: question('lifecycle'),
			selection: null,
			search: '',
			sort: 'monetary' as const,
			descending: true,
			offset: 0,
			limit: 10
		},
		columns: [
			...ids.map((id) => ({ id, header: `H ${ids.indexOf(id)}`, policy: policyOf(id) })),
			...reckoned.map((id) => ({ id, header: id, policy: 'keep' as const }))
		],
		consent: null,
		labels: { segments: [], stages: [] }
	};
}

async function customers(policyOf: (id: SharedColumnId) => SharingPolicy): Promise<Uint8Array> {
	const asked = fileOf(policyOf);
	const csv = valueOf(await api.customersFile(asked, 'csv', () => undefined));
	const xlsx = valueOf(await api.customersFile(asked, 'xlsx', () => undefined));
	const preview = valueOf(await api.customersPreview(asked));
	return Buffer.concat([
		new Uint8Array(await csv.arrayBuffer()),
		await opened('xlsx', xlsx, false),
		Buffer.from(JSON.stringify(preview))
	]);
}

const perPerson = canaries.length / 4;
const groupsOnly = canaries.filter((_, i) => i % perPerson >= 2);

describe('canaries', () => {
	test('of every column are in the files of customers when all is kept, and those of groups in the findings', async () => {
		expect(canariesIn(await customers(() => 'keep'))).toEqual(canaries);
		expect(canariesIn(await findings(rulesOf('keep')))).toEqual(groupsOnly);
		expect(canariesIn(await findings(null))).toEqual(groupsOnly);
		expect(canariesIn(await findings(null, null, ['csv', 'pptx']))).toEqual(groupsOnly);
		expect(canariesIn(await locked('html', rulesOf('keep')))).toEqual(groupsOnly);
	});

	test.each(sharingPolicies.filter((policy) => policy !== 'keep'))(
		'are in no file under the rule to %s',
		async (policy) => {
			expect(canariesIn(await customers(() => policy))).toEqual([]);
			expect(canariesIn(await findings(rulesOf(policy)))).toEqual([]);
		}
	);

	test('are in no file when nothing was chosen, small groups hidden or not', async () => {
		const columns = valueOf(await api.sharedColumns(null));
		const natures = new Map(columns.map(({ id, nature }) => [id, nature]));
		expect([...natures.values()]).toEqual(['id', 'name', 'contact', 'contact', 'category']);
		const byDefault = (id: SharedColumnId) => defaultPolicies[natures.get(id) ?? 'text'];
		// A note that only a few rows hold looks like groups: it is shown, with its values, before anything is saved.
		expect(canariesIn(await customers((id) => (id === 'attribute:Note' ? 'drop' : byDefault(id))))).toEqual(
			[]
		);
		const rules: SharingRules = { policies: [{ column: 'attribute:Note', policy: 'drop' }], consent: null };
		expect(canariesIn(await findings(rules))).toEqual([]);
		expect(canariesIn(await findings(rules, 5))).toEqual([]);
		expect(canariesIn(await findings(rules, null, ['csv', 'pptx']))).toEqual([]);
		expect(canariesIn(await locked('html', rules))).toEqual([]);
		expect(canariesIn(await locked('snapshot', rules))).toEqual([]);
	});
});

test('the same text of a kind has the same code by the same key, and by another key another', async () => {
	const make = () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	const coder = coderWith(await make(), async () => undefined);
	const other = coderWith(await make(), async () => undefined);
	const [a, b, empty, again] = await coder('customer', ['C1', 'C2', '', 'C1']);
	expect(a).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
	expect([again, empty]).toEqual([a, '']);
	const elsewhere = [...(await coder('name', ['C1'])), ...(await other('customer', ['C1']))];
	expect(new Set([a, b, ...elsewhere]).size).toBe(4);
	expect(await coder('customer', ['C9', 'C1'])).toContain(a);
});

test('only customers whose latest word is yes are in the file', async () => {
	const asked = { ...fileOf(() => 'keep'), consent: { attribute: 'Note', value: canaries[4] ?? '' } };
	const preview = valueOf(await api.customersPreview(asked));
	expect(preview).toMatchObject({ customers: 1, matches: 364 });
	expect(preview.rows[0]?.[0]).toBe(canaries[0]);
	const none = { ...asked, consent: { attribute: 'Note', value: 'never said' } };
	expect(valueOf(await api.customersPreview(none))).toMatchObject({ customers: 0, rows: [] });
});

test('what is left in kept columns is counted by customers', async () => {
	const { left } = valueOf(await api.customersPreview(fileOf(() => 'keep')));
	expect(left).toEqual([
		{ header: 'H 2', kinds: ['phone'], customers: 4 },
		{ header: 'H 3', kinds: ['email'], customers: 4 }
	]);
	expect(valueOf(await api.customersPreview(fileOf(() => 'mask'))).left).toEqual([]);
});
