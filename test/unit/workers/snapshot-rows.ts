import type { AnalysisRequest, ReportRequest, SharingRules } from '#lib/api/index.ts';
import { isTableRecipe } from '#lib/core/dataset/recipe.ts';
import { isTableManifest } from '#lib/core/dataset/table-manifest.ts';
import { decideSameCustomers } from '#lib/storage/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { ask, valueOf, workspace } from './workspace.ts';

/** Customers who occur nowhere else; the third and fourth are one. */
export const canaries = [
	['KANARI-7731', '金丝雀·慕容', '13877310001', 'kanari.murong@example.cn', '慕容先生的生日是五月'],
	['CANARY8842', "Aoife O'Canary", '+44 20 7946 0442', 'aoife_canary@example.org', 'Aoife owes money'],
	['CNRY9953', '鳥越𠮷丸', '13899530003', 'torigoe9953@example.jp', '𠮷丸さん no calls'],
	['CNRY4455', 'Zażółć Canaryński', '13844550004', 'zazolc4455@example.pl', 'Zażółć 付款晚']
] as const;

/** Why they left, in their words: on some rows of the orders. */
export const reasons = ['Quagga ate it', 'Zebra Corp is cheaper'] as const;

const people = [
	...canaries,
	...Array.from(
		{ length: 60 },
		(_, i) => [`P${i}`, `Plain ${i}`, `139000${10000 + i}`, `p${i}@example.com`, `note ${i}`] as const
	)
];

const orders = [
	'Order ID,Customer ID,Customer Name,Phone,Order Date,Amount,Channel,Leaving reason',
	...Array.from({ length: 420 }, (_, i) => {
		const [id, name, phone] = people[(i * i + 3 * i) % people.length] as (typeof people)[number];
		const day = new Date(Date.UTC(2023, 0, 1 + ((i * 37) % 700))).toISOString().slice(0, 10);
		return `ORD-${7000 + i},${id},${name},${phone},${day},${10 + ((i * 13) % 300)}.50,${['web', 'shop', 'fair'][i % 3]},${reasons[i % 7] ?? ''}`;
	})
].join('\n');
/** Written in another way here and there, and with somebody who never ordered. */
const customers = [
	'Customer ID,Name,E-mail,City,Customer since',
	...[...people, ['NEVER1', 'Never Nora', '', 'nora@example.com', ''] as const].map(
		([id, name, , email], i) =>
			`${i % 5 === 0 ? ` ${id.toLowerCase()}` : id},${name},${email},${['Bonn', 'Oslo'][i % 2]},2022-12-0${1 + (i % 9)}`
	)
].join('\n');
const tickets = [
	'Ticket ID,Customer ID,Subject,Opened,Solved,Status',
	...people.slice(0, 30).map(([id, , , , note], i) => {
		const day = `2024-0${1 + (i % 9)}-1${i % 9}`;
		return `TCK${i},${id},${note},${day} 09:00,${day} 17:00,closed`;
	})
].join('\n');

export const asked: readonly AnalysisRequest[] = [
	ask('overview'),
	ask('rfm', { bins: 4 }),
	ask('lifecycle'),
	ask('origins', { by: 'Channel' }),
	ask('origins', { by: 'customers / City' }),
	ask('retention'),
	ask('churn'),
	ask('contribution'),
	ask('value'),
	ask('migration'),
	ask('findings')
];

export const requestOf = (
	sharing: SharingRules | null,
	change: Partial<ReportRequest> = {}
): ReportRequest => ({
	title: 'Findings',
	preparedFor: 'Acme',
	locale: 'en',
	notes: '',
	sections: asked,
	nowMs: 1_700_000_000_000,
	appVersion: '0',
	hideBelow: null,
	sharing,
	rows: true,
	...change
});

export const noRules: SharingRules = { policies: [], consent: null };

/** A browser with a client's orders, customers and tickets, two customers who are one, and what is open of it. */
export async function clientBrowser() {
	freshBrowser();
	const browser = await workspace();
	const file = new File([orders], 'orders.csv');
	const { recipe } = valueOf(await browser.importing.inspect(file, null));
	if (isTableRecipe(recipe)) throw new Error('not orders');
	// Phones are left out of an import unless somebody wants them.
	const columns = recipe.columns.map((column) =>
		column.header === 'Phone' ? { ...column, role: 'attribute' as const } : column
	);
	const manifest = await browser.take('orders.csv', orders, { recipe: { ...recipe, columns } });
	if (isTableManifest(manifest)) throw new Error('not orders');
	await browser.take('customers.csv', customers);
	await browser.take('tickets.csv', tickets);
	const pairs = [[canaries[2][0], canaries[3][0]]] as const;
	await browser.connection.use((database) => decideSameCustomers(database, 'w', { kind: 'merge', pairs }));
	valueOf(await browser.analysis.open(manifest.id, 'net'));
	return browser;
}

/** Another browser, which has nothing. */
export async function receiverBrowser() {
	freshBrowser();
	return workspace();
}
