import type { Translated } from '../shape.ts';
import type en from '../en/overview.ts';

/** 中文: overview. */
const overview: Translated<typeof en> = {
	title: '概览',
	lead: '{n|count} 位客户累计贡献 {revenue}。',
	up: '近 {days|count} 天销售额较前 {days|count} 天增长 {change|share}；复购率 {repeat|share}。',
	down: '近 {days|count} 天销售额较前 {days|count} 天下降 {change|share}；复购率 {repeat|share}。',
	flat: '近 {days|count} 天销售额与前 {days|count} 天持平；复购率 {repeat|share}。',
	noBefore: '复购率 {repeat|share}。数据时间跨度不足，暂无法对比前后两个 {days|count} 天。',
	period: '对比周期',
	periodDays: '{n|count} 天',
	unit: '趋势粒度',
	lastDays: '近 {days|count} 天',
	wholeWindow: '整个观察窗',
	before: '前 {days|count} 天 {value}',
	change: '对比前 {days|count} 天：{before}',
	ofCustomers: '{n|count} / {all|count}',
	interval95: '95% 置信区间 {interval}',
	current: {
		revenue: '销售额',
		orders: '订单数',
		active: '活跃客户',
		new: '新客',
		averageOrder: '客单价'
	},
	cards: {
		repeatRate: '复购率',
		once: '只买过一次',
		onceSub: '的客户，占销售额 {share|share}',
		interval: '购买周期',
		intervalValue: '{n} 天',
		intervalSub: '{n|count} 位多次购买客户的中位数',
		eighty: '80% 的销售额来自',
		eightyValue: '{n|count} 位客户',
		eightySub: '占客户总数 {share|share}',
		topTenth: '前 10% 的客户',
		topTenthValue: '{share|share} 的销售额',
		gini: '基尼系数 {gini}',
		prospects: '潜在客户',
		prospectsSub: '已知客户，尚无有效订单'
	},
	trend: {
		title: '销售额与活跃客户',
		finding: {
			week: '{period} 起的一周销售最高：{n|count} 位客户，{revenue}。',
			month: '{period} 为销售最高月：{n|count} 位客户，{revenue}。',
			quarter: '{period} 为销售最高季：{n|count} 位客户，{revenue}。',
			year: '{period} 为销售最高年：{n|count} 位客户，{revenue}。'
		},
		revenue: '销售额',
		active: '活跃客户',
		newPart: '其中新客',
		period: '周期',
		orders: '订单数',
		new: '新客',
		mark: '{period}：活跃客户'
	},
	orderCounts: {
		title: '客户按订单数分布',
		finding: '{share|share} 的客户买过不止一次，贡献 {revenue|share} 的销售额。',
		orders: '订单数',
		axis: '每位客户的订单数',
		mark: '下过 {range} 单的客户'
	},
	intervals: {
		title: '购买间隔分布',
		finding: '一半的复购客户购买间隔不超过 {days} 天。',
		sure: '该中位数的 95% 置信区间为 {interval} 天。',
		none: '还没有客户在两个及以上日期下单。',
		days: '间隔天数',
		axis: '每位客户购买间隔的中位数（天）',
		mark: '每 {range} 天购买一次的客户'
	},
	concentration: {
		title: '销售额集中度',
		finding: '{customers|share} 的客户贡献了 80% 的销售额；基尼系数 {gini}。',
		sure: '95% 置信区间：前 10% 占 {tenth}，前 20% 占 {fifth}；基尼系数 {gini}。区间为近似值，少数客户占比很高时偏窄。',
		customers: '客户',
		revenue: '销售额',
		top: '前 10%',
		fifth: '其余至前 20%',
		core: '其余至 80%',
		rest: '其他客户',
		group: '分组',
		markTop: '销售额前 10% 的客户',
		markFifth: '销售额前 20% 的客户',
		markCore: '贡献 80% 销售额的客户',
		markRest: '全部客户'
	},
	marks: {
		active: '近 {days|count} 天活跃客户',
		new: '近 {days|count} 天新客',
		repeat: '下过两单及以上的客户',
		once: '只买过一次的客户',
		prospects: '潜在客户'
	}
};
export default overview;
