import type en from '../en/benchmark.ts';
import type { Translated } from '../shape.ts';

/** 中文：用汇总数据在多个客户之间做对标。 */
const benchmark: Translated<typeof en> = {
	purpose: '用无法识别任何单个客户的汇总指标，看一家客户在同行中的位置。',
	lead: '{clients|count}家客户，{measures|count}项指标。',
	privacy:
		'仅使用汇总数据：不从文件中读取任何明细行、姓名或客户代码。读取之前，每份文件的小分组都先被隐藏；隐藏的单元格不参与任何指标。文件只在本页读取，不会留存。',
	title: '跨客户对标',
	add: {
		title: '客户',
		drop: '将各客户的快照拖到这里',
		hint: '支持另存为文件的快照，包括加密的。已隐藏小分组的快照原样使用；其他快照先隐藏少于{k}人的分组。',
		browse: '选择文件',
		kept: '此浏览器中留存的快照',
		keptChoose: '添加留存的快照',
		now: '当前打开的工作区',
		none: '请添加两家或更多客户。',
		one: '至少还需一家客户才能对比。',
		twice: '“{name}”已在列表中。',
		locked: '“{name}”已加密。',
		unlock: '打开',
		passphrase: '{name}的密码',
		reading: '正在读取“{name}”……',
		failed: '无法读取“{name}”：',
		remove: '移除{name}',
		removeHead: '移除'
	},
	clients: {
		caption: '各客户及其指标口径',
		self: '本客户',
		selfOf: '以{name}为本客户与其他客户对比',
		name: '客户',
		asOf: '分析截止日',
		window: '观察窗',
		all: '全部历史，自{day}起',
		allPlain: '全部历史',
		from: '{n|count}天，自{day}起',
		refunds: '退款',
		net: '已冲抵',
		gross: '未冲抵',
		currency: '币种',
		unknown: '未说明',
		limit: '隐藏少于',
		remarks: '备注',
		letter: '客户{letter}'
	},
	remarks: {
		duplicate: '与{name}是同一数据或同一客户，不计入',
		asOf: '截止日不同，季节有别',
		history: '历史长度不同',
		limit: '隐藏小分组的界限不同'
	},
	obstacles: {
		duplicate: '重复',
		refunds: '退款口径不同',
		currency: '币种不同',
		version: '方法版本不同',
		window: '观察窗长度不同',
		rules: '规则不同'
	},
	table: {
		title: '各客户的指标',
		sub: '括号中的值与本客户口径不同，不参与对比，原因写在旁边。“·”表示为保护小分组而隐藏。',
		measure: '指标',
		rank: '名次',
		rankOf: '{n|count}家中第{rank|count}',
		low: '下四分位数',
		median: '中位数',
		high: '上四分位数',
		few: '名次从最大值数起。可比客户满四家时，这里才显示中位数和四分位数。',
		note: '名次从最大值数起，最大未必最好。四分位数采用第 7 类定义。',
		hidden: '·',
		none: '–',
		other: '（{value}）',
		letters: '用字母代替其他客户的名称',
		xlsx: '保存为工作簿',
		csv: '保存为 CSV',
		saved: '已保存{name}。',
		failed: '无法保存表格。',
		fileTitle: '对标 {name}',
		sheet: '指标',
		clientsSheet: '客户'
	},
	strips: {
		title: '各客户所处位置',
		finding: '每条线从最小值到最大值；{name}已标出。',
		findingPlain: '每条线从最小值到最大值。',
		sets: { key: '关键指标', retention: '留存', segments: '分群', stages: '阶段' },
		set: '指标',
		legend: { own: '本客户', other: '其他客户', middle: '中位数与四分位数' },
		value: '{name}：{value}',
		excluded: '{n|count}家不可比或已隐藏',
		fewer: '这些指标中，没有一项有两家以上客户可比。'
	},
	measures: {
		repeatRate: '复购率',
		firstTimeShare: '近{days}天活跃客户中的首购占比',
		purchaseInterval: '购买周期中位数（天）',
		averageOrder: '近{days}天客单价',
		averageOrderIndex: '客单价指数（上期 = 100）',
		revenueIndex: '销售额指数（上期 = 100）',
		topTenthRevenueShare: '前 10% 客户的销售额占比',
		topFifthRevenueShare: '前 20% 客户的销售额占比',
		eightyPercentCustomerShare: '贡献 80% 销售额的客户占比',
		gini: '基尼系数',
		atRiskShare: '流失预警客户占比（按规则）',
		churnedShare: '流失客户占比（按规则）',
		churnRate: '流失率（最近一个完整周期）',
		nrr: 'NRR（最近一个完整周期）',
		grr: 'GRR（最近一个完整周期）',
		retention: '第{n}{unit}留存率',
		segmentShare: '分群：{group}',
		stageShare: '阶段：{group}'
	},
	failed: '无法对比这些客户'
};
export default benchmark;
