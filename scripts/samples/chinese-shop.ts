import { dateOf, dayOf, twoDigits } from './calendar.ts';
import { writeRows } from './delimited.ts';
import { drawFrom, type Draw } from './random.ts';
import { liveThrough, type Archetype, type ShopStory, type Visit } from './story.ts';

const firstDay = dayOf(2023, 1, 1);
const lastDay = dayOf(2025, 12, 31);

const channels = ['天猫旗舰店', '京东旗舰店', '抖音直播间', '微信小程序', '线下门店', '企业团购'];
const provinces = ['广东', '浙江', '江苏', '上海', '北京', '四川', '山东', '福建', '湖北', '陕西'];
const provinceWeights = [20, 16, 13, 11, 10, 8, 7, 7, 5, 3];

/** First days of the Spring Festival in the years of the story. */
const springFestivals = [dayOf(2023, 1, 22), dayOf(2024, 2, 10), dayOf(2025, 1, 29)];

/** Companies order in office hours, all others until midnight. */
const office = [9 * 60, 18 * 60] as const;
const anyTime = [7 * 60, 23 * 60 + 59] as const;

/** The story of the Chinese shop, tea and pastries: what happened, in numbers. */
export const chineseStory: ShopStory = {
	firstDay,
	lastDay,
	riseDay: dayOf(2024, 4, 1),
	rise: 0.15,
	waveDays: 60,
	season(day) {
		// People stock up before the festival; during it parcels stand still.
		for (const festival of springFestivals) {
			if (day >= festival - 24 && day < festival - 6) return 1.9;
			if (day >= festival - 6 && day <= festival + 9) return 0.15;
		}
		const { month, day: date } = dateOf(day);
		if (month === 11 && date <= 12) return date >= 10 && date <= 11 ? 6.5 : 2.6;
		if (month === 6 && date <= 20) return date >= 16 && date <= 18 ? 4.2 : 1.8;
		// The weeks after a big sale are quiet.
		if ((month === 11 && date > 15) || (month === 6 && date > 22)) return 0.7;
		return month === 9 ? 1.35 : 1;
	},
	archetypes: [
		{
			id: 'core',
			customers: 230,
			arrives: [firstDay, dayOf(2024, 2, 28)],
			meanGap: 31,
			regularity: 4,
			stopsAfterOrder: 0.004,
			leavesAfterRise: 0.12,
			seasonality: 0.35,
			minutes: anyTime,
			lines: [2, 4],
			quantity: [1, 3],
			channels: [38, 16, 4, 34, 8, 0]
		},
		{
			id: 'regular',
			customers: 800,
			arrives: [firstDay, dayOf(2025, 9, 30)],
			meanGap: 70,
			regularity: 2,
			stopsAfterOrder: 0.06,
			leavesAfterRise: 0.82,
			seasonality: 0.8,
			minutes: anyTime,
			lines: [1, 4],
			quantity: [1, 3],
			channels: [46, 24, 8, 18, 4, 0]
		},
		{
			id: 'occasional',
			customers: 1050,
			arrives: [firstDay, lastDay],
			meanGap: 140,
			regularity: 1,
			stopsAfterOrder: 0.5,
			leavesAfterRise: 0.65,
			seasonality: 1,
			minutes: anyTime,
			lines: [1, 3],
			quantity: [1, 2],
			channels: [50, 24, 16, 8, 2, 0]
		},
		{
			id: 'bargain',
			customers: 460,
			arrives: [dayOf(2023, 6, 1), dayOf(2025, 11, 12)],
			meanGap: 175,
			regularity: 6,
			stopsAfterOrder: 0.32,
			leavesAfterRise: 0.15,
			seasonality: 1.7,
			minutes: anyTime,
			lines: [1, 4],
			quantity: [1, 4],
			channels: [58, 34, 8, 0, 0, 0]
		},
		{
			id: 'campaign',
			customers: 860,
			arrives: [dayOf(2025, 4, 11), dayOf(2025, 4, 27)],
			meanGap: 120,
			regularity: 1,
			stopsAfterOrder: 0.91,
			leavesAfterRise: 0,
			seasonality: 0,
			minutes: anyTime,
			lines: [1, 2],
			quantity: [1, 1],
			channels: [2, 0, 94, 4, 0, 0]
		},
		{
			id: 'company',
			customers: 22,
			arrives: [firstDay, dayOf(2024, 1, 31)],
			meanGap: 36,
			regularity: 5,
			stopsAfterOrder: 0.006,
			leavesAfterRise: 0.04,
			seasonality: 0.3,
			minutes: office,
			lines: [2, 4],
			quantity: [6, 40],
			channels: [0, 0, 0, 0, 0, 1]
		}
	]
};

/** Name and list price in fen. */
const products: readonly (readonly [string, number])[] = [
	['明前龙井 50g', 16800],
	['碧螺春 50g', 12800],
	['安吉白茶 50g', 11800],
	['六安瓜片 100g', 9800],
	['太平猴魁 100g', 15800],
	['信阳毛尖 100g', 8800],
	['祁门红茶 100g', 7800],
	['正山小种 100g', 8600],
	['金骏眉 50g', 19800],
	['铁观音 125g', 6800],
	['大红袍 125g', 10800],
	['凤凰单丛 100g', 9200],
	['冻顶乌龙 150g', 8200],
	['普洱熟茶饼 357g', 13800],
	['普洱生茶饼 357g', 14800],
	['福鼎白牡丹 100g', 8900],
	['茉莉花茶 100g', 5800],
	['桂花乌龙 80g', 4900],
	['小青柑 10颗装', 6900],
	['冷泡茶包 15袋', 3900],
	['菊花枸杞茶 12袋', 2990],
	['玫瑰花茶 50g', 3500],
	['陈皮 50g', 4500],
	['绿豆糕 8枚', 2890],
	['桃酥 10枚', 2590],
	['蛋黄酥 6枚', 3690],
	['凤梨酥 9枚', 4290],
	['鲜花饼 8枚', 3290],
	['坚果礼盒', 12900],
	['茶点组合礼盒', 16900],
	['白瓷盖碗', 7900],
	['紫砂壶（朱泥）', 39800],
	['玻璃公道杯', 3600],
	['竹制茶盘', 11900],
	['品茗杯 4只装', 5600],
	['保温泡茶杯', 8900],
	['旅行茶具套装', 14900],
	['茶叶罐 中号', 4800]
];

const firstWords = [
	'青柠',
	'晚风',
	'星河',
	'半糖',
	'云朵',
	'橘子',
	'山野',
	'月半',
	'薄荷',
	'海盐',
	'栗子',
	'南枝'
];
const secondWords = [
	'气泡水',
	'不加糖',
	'慢慢走',
	'小卖部',
	'旅行家',
	'收藏夹',
	'观察员',
	'早点睡',
	'爱喝茶',
	'与猫'
];

const header = [
	'客户编号',
	'客户昵称',
	'订单号',
	'付款时间',
	'订单状态',
	'商品名称',
	'数量',
	'实付金额',
	'省份',
	'渠道'
];

interface Person {
	readonly key: string;
	readonly name: string;
	readonly province: string;
}

/** The whole export as text (to be encoded as GB18030): a header and one line per product of an order, by time. */
export function makeChineseShop(): string {
	const draw = drawFrom(20_231_111);
	const { visits, customers } = liveThrough(chineseStory, draw);
	const people = makePeople(customers, draw);
	const rows: string[][] = [];
	for (const [index, visit] of visits.entries()) rows.push(...orderRows(index, visit, people, draw));
	addNoise(rows, draw);
	return writeRows([header, ...rows], '\r\n');
}

/** Customers with scattered keys, so that the order of keys tells nothing, and made-up nicknames. */
function makePeople(customers: readonly Archetype[], draw: Draw): Person[] {
	const used = new Set<string>();
	let companies = 0;
	return customers.map((archetype) => {
		let key: string;
		do key = `KH${draw.int(100_000, 999_999)}`;
		while (used.has(key));
		used.add(key);
		const name =
			archetype.id === 'company'
				? `团购客户${twoDigits(++companies)}`
				: draw.pick(firstWords) + draw.pick(secondWords);
		return { key, name, province: provinces[draw.weighted(provinceWeights)] as string };
	});
}

function orderRows(index: number, visit: Visit, people: readonly Person[], draw: Draw): string[][] {
	const { archetype, day, minute } = visit;
	const who = people[visit.customer] as Person;
	const { year, month, day: date } = dateOf(day);
	const at = `${year}/${month}/${date} ${Math.floor(minute / 60)}:${twoDigits(minute % 60)}`;
	const order = `CY${year}${twoDigits(month)}${String(index + 1).padStart(5, '0')}`;
	const channel = channels[draw.weighted(archetype.channels)] as string;
	// At the counter some pay without giving a number.
	const unknown = visit.serial === 0 && archetype.id === 'occasional' && draw.chance(0.12);
	const status = draw.chance(0.024) ? '交易关闭' : draw.chance(0.008) ? '等待付款' : '交易成功';
	const raised = day >= chineseStory.riseDay ? 1 + chineseStory.rise : 1;
	const rows = draw.distinct(draw.int(...archetype.lines), products.length).map((product) => {
		const [name, list] = products[product] as readonly [string, number];
		const price = Math.round((list * raised * (archetype.id === 'company' ? 0.7 : 1)) / 10) * 10;
		const quantity = draw.int(...archetype.quantity);
		return [
			unknown ? '' : who.key,
			unknown ? '' : who.name,
			order,
			at,
			status,
			name,
			String(quantity),
			yuan(price * quantity),
			who.province,
			unknown ? '线下门店' : channel
		];
	});
	if (status === '交易成功' && draw.chance(0.05)) rows.push(returned(rows, draw));
	if (status === '交易成功' && draw.chance(0.006)) rows.push(freeSample(rows[0] as string[]));
	return rows;
}

/** One line of the order is paid back, whole or in part: the same order id, a negative amount. */
function returned(rows: readonly string[][], draw: Draw): string[] {
	const row = [...draw.pick(rows)];
	const quantity = Number(row[6]);
	const back = draw.int(1, quantity);
	const fen = Math.round(Number((row[7] as string).slice(1)) * 100);
	row[6] = String(-back);
	row[7] = `-${yuan((fen / quantity) * back)}`;
	return row;
}

function freeSample(row: readonly string[]): string[] {
	return [...row.slice(0, 5), '试饮装', '1', '￥0.00', ...row.slice(8)];
}

function yuan(fen: number): string {
	return `￥${Math.floor(fen / 100)}.${twoDigits(fen % 100)}`;
}

/** What every real export has: a page exported twice, refunds without an order, and rows nobody can read. */
function addNoise(rows: string[][], draw: Draw): void {
	const sample = () => [...(rows[draw.int(0, rows.length - 1)] as string[])];
	const copyAt = Math.floor(rows.length * 0.44);
	const twice = rows.slice(copyAt, copyAt + 16).map((row) => [...row]);
	rows.splice(copyAt + 16, 0, ...twice);
	for (let i = 0; i < 5; i++) {
		const row = sample();
		row[2] = `TK${twoDigits(i + 1)}`;
		row[4] = '交易成功';
		row[6] = '-1';
		row[7] = '-￥39.00';
		rows.splice(draw.int(100, rows.length - 1), 0, row);
	}
	const bad: ((row: string[]) => string[])[] = [
		(row) => replaced(row, 3, '2024/2/30 10:00'),
		(row) => replaced(row, 3, '昨天下午'),
		(row) => replaced(row, 3, ''),
		(row) => replaced(row, 7, '待定'),
		(row) => replaced(row, 7, ''),
		(row) => replaced(row, 7, '￥一百'),
		(row) => row.slice(0, 4),
		(row) => [...row, '备注：补发']
	];
	for (const spoil of bad) rows.splice(draw.int(100, rows.length - 1), 0, spoil(sample()));
}

function replaced(row: readonly string[], column: number, text: string): string[] {
	return row.map((cell, i) => (i === column ? text : cell));
}
