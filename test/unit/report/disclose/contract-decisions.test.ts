import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportRequest, SharingRules, SharingPolicy } from '#lib/api/index.ts';
import { attributeColumn } from '#lib/core/dataset/sharing.ts';
import type { StatusMeaning } from '#lib/core/dataset/contract-states.ts';
import { unzipSync } from 'fflate';
import { freshBrowser } from '../../../storage/fixture.ts';
import { ask, valueOf, workspace } from '../../workers/workspace.ts';

const orders = [
	'Order ID,Customer ID,Order date,Amount',
	...Array.from({ length: 40 }, (_, i) => `o${i},c${i},2024-0${1 + (i % 6)}-1${i % 9},${10 + i}`)
].join('\n');
const tableOf = (id: string, status: string) =>
	[
		`${id} ID,Customer ID,Tenure,Plan,Monthly fee,Status`,
		...Array.from(
			{ length: 40 },
			(_, i) => `s${i},c${i},${1 + (i % 7)},${i % 2 ? 'plus' : 'basic'},9.50,${i % 3 ? 'active' : status}`
		)
	].join('\n');

/** Decided of the table that is reported, of another one with such a column, of one that was deleted, and of another column. */
const own = 'quagga asleep';
const others = ['zebra asleep', 'okapi asleep', 'tapir asleep'] as const;
const statuses: readonly StatusMeaning[] = [
	{ column: 'Status', value: own, ended: true },
	{ column: 'Status', value: others[0], ended: true },
	{ column: 'Status', value: others[1], ended: true },
	{ column: 'State', value: others[2], ended: true }
];

let browser: Awaited<ReturnType<typeof workspace>>;
beforeAll(async () => {
	freshBrowser();
	browser = await workspace();
	const { take, analysis } = browser;
	const { id } = await take('orders.csv', orders);
	await take('plans.csv', tableOf('Subscription', own));
	await take('licences.csv', tableOf('Subscription', others[0]));
	valueOf(await analysis.open(id, 'net'));
	valueOf(await browser.library.updateWorkspace({ id: 'w', settings: { contractStatuses: statuses } }));
}, 30_000);

const question = ask('contracts', { table: 'plans', age: 'month', statuses });
const requestOf = (sharing: SharingRules | null, rows: boolean): ReportRequest => ({
	...{ title: 'Plans', preparedFor: '', locale: 'en', notes: '', nowMs: 0, appVersion: '1' },
	...{ hideBelow: null, sharing, rows, sections: [question] }
});

/** All bytes of a report as a page, a snapshot, and a snapshot with its rows, unpacked. */
async function filesOf(sharing: SharingRules | null): Promise<string> {
	const { analysis } = browser;
	const page = valueOf(await analysis.report(requestOf(sharing, false), 'html', null));
	const snapshot = valueOf(await analysis.report(requestOf(sharing, false), 'snapshot', null));
	const rows = valueOf(await analysis.report(requestOf(sharing, true), 'snapshot', null));
	const parts = Object.values(unzipSync(new Uint8Array(await rows.arrayBuffer())));
	return [
		await page.text(),
		await snapshot.text(),
		...parts.map((part) => new TextDecoder().decode(part))
	].join('\n');
}

const rulesOf = (plans: SharingPolicy, licences: SharingPolicy): SharingRules => ({
	policies: [
		{ column: attributeColumn('plans / Status'), policy: plans },
		{ column: attributeColumn('licences / Status'), policy: licences }
	],
	consent: null
});
const found = (text: string) => [own, ...others].filter((value) => text.includes(value));

describe('what somebody decided of statuses', () => {
	test('goes with values of the column that a result reads, and with none of another, whatever was chosen', async () => {
		const page = await browser.analysis.report(requestOf(null, false), 'snapshot', null);
		expect(found(await valueOf(page).text())).toEqual([own]);
	});

	test('goes where its column stays as it is, and nowhere else', async () => {
		expect(found(await filesOf(rulesOf('keep', 'keep')))).toEqual([own, others[0]]);
		expect(found(await filesOf(rulesOf('keep', 'drop')))).toEqual([own]);
	});

	test.each(['mask', 'pseudonym', 'drop'] as const)('is in no file under the rule to %s', async (policy) => {
		expect(found(await filesOf(rulesOf(policy, policy)))).toEqual([]);
	});
});
