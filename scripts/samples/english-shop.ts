import { dateOf, dayOf, twoDigits } from './calendar.ts';
import { writeRows } from './delimited.ts';
import { drawFrom, type Draw } from './random.ts';
import { liveThrough, type Archetype, type ShopStory, type Visit } from './story.ts';

const firstDay = dayOf(2023, 1, 1);
const lastDay = dayOf(2025, 12, 31);

const channels = ['Web', 'App', 'Marketplace', 'Social', 'Phone'];
const regions = [
	'London',
	'South East',
	'North West',
	'Scotland',
	'Midlands',
	'Yorkshire',
	'South West',
	'Wales'
];
const regionWeights = [24, 18, 14, 10, 12, 9, 8, 5];

/** Trade accounts order in office hours, all others until late in the evening. */
const office = [9 * 60, 17 * 60] as const;
const anyTime = [7 * 60, 22 * 60 + 30] as const;

/** The story of the English shop, homeware by post: what happened, in numbers. */
export const englishStory: ShopStory = {
	firstDay,
	lastDay,
	riseDay: dayOf(2024, 7, 1),
	rise: 0.12,
	waveDays: 60,
	season(day) {
		const { month, day: date } = dateOf(day);
		if (month === 11) return date >= 20 ? 3.2 : 1.9;
		if (month === 12) return date <= 20 ? 2.8 : 0.5;
		if (month === 1 || month === 2) return 0.7;
		return month === 8 ? 0.8 : 1;
	},
	archetypes: [
		{
			id: 'core',
			customers: 230,
			arrives: [firstDay, dayOf(2024, 6, 30)],
			meanGap: 34,
			regularity: 4,
			stopsAfterOrder: 0.004,
			leavesAfterRise: 0.12,
			seasonality: 0.35,
			minutes: anyTime,
			lines: [2, 4],
			quantity: [1, 3],
			channels: [40, 45, 5, 5, 5]
		},
		{
			id: 'regular',
			customers: 800,
			arrives: [firstDay, dayOf(2025, 9, 30)],
			meanGap: 74,
			regularity: 2,
			stopsAfterOrder: 0.06,
			leavesAfterRise: 0.68,
			seasonality: 0.8,
			minutes: anyTime,
			lines: [1, 4],
			quantity: [1, 3],
			channels: [52, 28, 12, 6, 2]
		},
		{
			id: 'occasional',
			customers: 1050,
			arrives: [firstDay, lastDay],
			meanGap: 150,
			regularity: 1,
			stopsAfterOrder: 0.5,
			leavesAfterRise: 0.5,
			seasonality: 1,
			minutes: anyTime,
			lines: [1, 3],
			quantity: [1, 2],
			channels: [58, 14, 20, 7, 1]
		},
		{
			id: 'festive',
			customers: 420,
			arrives: [dayOf(2023, 11, 1), dayOf(2025, 12, 15)],
			meanGap: 330,
			regularity: 9,
			stopsAfterOrder: 0.3,
			leavesAfterRise: 0.1,
			seasonality: 1.6,
			minutes: anyTime,
			lines: [1, 4],
			quantity: [1, 3],
			channels: [60, 10, 20, 10, 0]
		},
		{
			id: 'campaign',
			customers: 780,
			arrives: [dayOf(2025, 3, 3), dayOf(2025, 3, 23)],
			meanGap: 120,
			regularity: 1,
			stopsAfterOrder: 0.9,
			leavesAfterRise: 0,
			seasonality: 0,
			minutes: anyTime,
			lines: [1, 2],
			quantity: [1, 1],
			channels: [4, 8, 0, 88, 0]
		},
		{
			id: 'trade',
			customers: 24,
			arrives: [firstDay, dayOf(2024, 3, 31)],
			meanGap: 29,
			regularity: 5,
			stopsAfterOrder: 0.006,
			leavesAfterRise: 0.03,
			seasonality: 0.15,
			minutes: office,
			lines: [2, 6],
			quantity: [3, 20],
			channels: [55, 0, 0, 0, 45]
		}
	]
};

/** Name, category, list price and what one costs the shop, in pence. */
const products: readonly (readonly [string, string, number, number])[] = [
	['Speckled mug', 'Kitchen', 995, 480],
	['Stoneware bowl, large', 'Kitchen', 1850, 815],
	['Linen tea towel, set of 2', 'Kitchen', 1400, 715],
	['Oak chopping board', 'Kitchen', 3200, 1505],
	['Cast iron trivet', 'Kitchen', 1650, 1190],
	['Enamel milk pan', 'Kitchen', 2450, 1225],
	['Glass storage jar', 'Kitchen', 850, 390],
	['Copper measuring spoons', 'Kitchen', 1295, 545],
	['Salt pig, "harbour" blue', 'Kitchen', 1950, 955],
	['Wool throw', 'Living', 5800, 3130],
	['Cushion cover, ticking stripe', 'Living', 1900, 950],
	['Beeswax candle', 'Living', 1250, 425],
	['Brass candlestick', 'Living', 2600, 1380],
	['Picture frame, oak', 'Living', 1750, 1050],
	['Jute doormat', 'Living', 2200, 1230],
	['Ceramic vase', 'Living', 2950, 1535],
	['Wicker log basket', 'Living', 6400, 5375],
	['Table lamp, terracotta', 'Living', 7200, 4750],
	['Cotton bath towel', 'Bath', 1600, 640],
	['Waffle robe', 'Bath', 5200, 2445],
	['Olive oil soap', 'Bath', 550, 200],
	['Cedar bath mat', 'Bath', 3800, 1480],
	['Soap dish, marble', 'Bath', 1350, 620],
	['Hand balm', 'Bath', 900, 380],
	['Seed collection', 'Garden', 1100, 695],
	['Copper watering can', 'Garden', 4400, 2595],
	['Terracotta pot, small', 'Garden', 650, 355],
	['Terracotta pot, large', 'Garden', 1800, 1495],
	['Garden twine', 'Garden', 480, 280],
	['Bird feeder', 'Garden', 1990, 1570],
	['Pruning shears', 'Garden', 2750, 1680],
	['Felt pencil case', 'Desk', 1150, 540],
	['Lined notebook', 'Desk', 750, 320],
	['Letter tray, beech', 'Desk', 2850, 1425],
	['Brass ruler', 'Desk', 1250, 575],
	['Desk calendar', 'Desk', 1400, 740],
	['Wrapping paper, 3 sheets', 'Gifts', 600, 320],
	['Gift box, small', 'Gifts', 450, 220],
	['Advent candle', 'Gifts', 950, 530],
	['Wooden star garland', 'Gifts', 1550, 805],
	['Knitted stocking', 'Gifts', 2150, 1030],
	['Gift card', 'Gifts', 2500, 2450]
];

const adjectives = ['Amber', 'Coral', 'Dusky', 'Ivory', 'Mossy', 'Olive', 'Rusty', 'Slate', 'Teal', 'Umber'];
const birds = ['Dunlin', 'Egret', 'Finch', 'Heron', 'Knot', 'Lapwing', 'Plover', 'Teal', 'Tern', 'Wren'];

const header = [
	'Customer ID',
	'Customer name',
	'Order ID',
	'Order date',
	'Status',
	'Product',
	'Category',
	'Quantity',
	'Unit price',
	'Line cost',
	'Channel',
	'Region'
];

/** Packing and postage of a parcel in pence, on its first line: small orders bring a loss. */
const parcel = 560;

interface Person {
	readonly key: string;
	readonly name: string;
	readonly region: string;
}

/** The whole export as UTF-8 text: a header and one line per product of an order, by time. */
export function makeEnglishShop(): string {
	const draw = drawFrom(20_230_101);
	const { visits, customers } = liveThrough(englishStory, draw);
	const people = makePeople(customers, draw);
	const rows: string[][] = [];
	for (const [index, visit] of visits.entries()) rows.push(...orderRows(index, visit, people, draw));
	addNoise(rows, draw);
	return writeRows([header, ...rows], '\n');
}

/** Customers with scattered keys, so that the order of keys tells nothing, and made-up names. */
function makePeople(customers: readonly Archetype[], draw: Draw): Person[] {
	const used = new Set<string>();
	let trade = 0;
	return customers.map((archetype) => {
		let key: string;
		do key = `C${draw.int(10_000, 99_999)}`;
		while (used.has(key));
		used.add(key);
		const name =
			archetype.id === 'trade'
				? `Trade account ${twoDigits(++trade)}`
				: `${draw.pick(adjectives)} ${draw.pick(birds)}`;
		return { key, name, region: regions[draw.weighted(regionWeights)] as string };
	});
}

function orderRows(index: number, visit: Visit, people: readonly Person[], draw: Draw): string[][] {
	const { archetype, day, minute } = visit;
	const who = people[visit.customer] as Person;
	const { year, month, day: date } = dateOf(day);
	const at = `${year}-${twoDigits(month)}-${twoDigits(date)} ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
	const order = `HL-${year}-${String(index + 1).padStart(5, '0')}`;
	const channel = channels[draw.weighted(archetype.channels)] as string;
	// Guests leave no customer behind; a first order is cancelled or never paid now and then.
	const guest = visit.serial === 0 && archetype.id === 'occasional' && draw.chance(0.12);
	const status = draw.chance(0.022) ? 'cancelled' : draw.chance(0.008) ? 'payment failed' : 'completed';
	const raised = day >= englishStory.riseDay ? 1 + englishStory.rise : 1;
	const rows = draw.distinct(draw.int(...archetype.lines), products.length).map((product, line) => {
		const [name, category, list, cost] = products[product] as (typeof products)[number];
		// Trade accounts buy a quarter below the list price.
		const price = Math.round((list * raised * (archetype.id === 'trade' ? 0.75 : 1)) / 5) * 5;
		const quantity = draw.int(...archetype.quantity);
		return [
			guest ? '' : who.key,
			guest ? '' : who.name,
			order,
			at,
			status,
			name,
			category,
			String(quantity),
			pounds(price),
			pounds(cost * quantity + (line === 0 ? parcel : 0)),
			guest ? 'Web' : channel,
			who.region
		];
	});
	if (status === 'completed' && draw.chance(0.05)) rows.push(returned(rows, draw));
	if (status === 'completed' && draw.chance(0.006)) rows.push(freeSample(rows[0] as string[]));
	return rows;
}

/** One line of the order comes back, whole or in part: the same order id, a negative quantity. */
function returned(rows: readonly string[][], draw: Draw): string[] {
	const row = [...draw.pick(rows)];
	return refunded(row, draw.int(1, Number(row[7])));
}

/** The goods are back: what they cost goes with what was paid for them, the postage is lost. */
function refunded(row: readonly string[], quantity: number): string[] {
	const cost = products.find(([name]) => name === row[5])?.[3] ?? 0;
	return [
		...row.slice(0, 7),
		String(-quantity),
		row[8] as string,
		`-${pounds(cost * quantity)}`,
		...row.slice(10)
	];
}

function freeSample(row: readonly string[]): string[] {
	return [...row.slice(0, 5), 'Catalogue', 'Gifts', '1', '£0.00', '', ...row.slice(10)];
}

function pounds(pence: number): string {
	return `£${Math.floor(pence / 100)}.${twoDigits(pence % 100)}`;
}

/** What every real export has: a page exported twice, credit notes without an order, and rows nobody can read. */
function addNoise(rows: string[][], draw: Draw): void {
	const sample = () => [...(rows[draw.int(0, rows.length - 1)] as string[])];
	const copyAt = Math.floor(rows.length * 0.61);
	const twice = rows.slice(copyAt, copyAt + 14).map((row) => [...row]);
	rows.splice(copyAt + 14, 0, ...twice);
	for (let i = 0; i < 6; i++) {
		const row = refunded(sample(), 1);
		row[2] = `CN-${twoDigits(i + 1)}`;
		row[4] = 'completed';
		rows.splice(draw.int(100, rows.length - 1), 0, row);
	}
	const bad: ((row: string[]) => string[])[] = [
		(row) => replaced(row, 3, '2024-02-30 11:20'),
		(row) => replaced(row, 3, 'tomorrow'),
		(row) => replaced(row, 3, ''),
		(row) => replaced(row, 7, 'two'),
		(row) => replaced(row, 8, 'n/a'),
		(row) => replaced(row, 8, '£1.2.50'),
		(row) => replaced(row, 8, ''),
		(row) => row.slice(0, 5),
		(row) => [...row, 'see note', 'call back']
	];
	for (const spoil of bad) rows.splice(draw.int(100, rows.length - 1), 0, spoil(sample()));
}

function replaced(row: readonly string[], column: number, text: string): string[] {
	return row.map((cell, i) => (i === column ? text : cell));
}
