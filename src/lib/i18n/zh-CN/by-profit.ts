import type { Translated } from '../shape.ts';
import type en from '../en/by-profit.ts';

/** 中文: what stands in the place of words about revenue where profit counts, and what is said of profits beside revenue. */
const byProfit: Translated<typeof en> = {
	basis: '计量',
	bases: { revenue: '销售额', profit: '利润' },
	notGiven: '数据中没有：请重新导入文件，把一列设为“成本”或“利润”。',
	revenue: '利润',
	share: '利润占比',
	none: '全部客户合计没有利润。',
	concentration: '前五分之一的客户贡献了 {share|share} 的利润。',
	tierASub: '贡献 {share|share} 的利润',
	tiers: {
		finding: 'A 级客户 {n|count} 位（{share|share}），贡献 {revenue|share} 的利润。',
		findingNone: 'A 级客户 {n|count} 位（{share|share}）；全部客户合计没有利润，故无占比。',
		mean: '人均利润'
	},
	curve: {
		title: '鲸鱼曲线',
		finding: '前十分之一的客户贡献 {tenth|share} 的利润，没有亏损客户。',
		findingTenth: '前十分之一的客户贡献 {tenth|share} 的利润。',
		findingLosses:
			'盈利客户贡献 {peak|share} 的利润，另有 {n|count} 位客户（{share|share}）抵消其中 {lost}。',
		axis: '客户占比（%），利润从高到低'
	},
	sides: {
		title: '盈利与亏损客户',
		finding: '{n|count} 位客户（{share|share}）亏损，合计 {lost}。',
		findingNone: '没有亏损客户。',
		side: '客户',
		names: { gain: '盈利', even: '持平', loss: '亏损' },
		mark: '{side}客户',
		customers: '客户数',
		shareOfCustomers: '客户占比'
	},
	rfm: {
		lead: '{share|share} 的客户（{segment}）贡献了 {revenue|share} 的利润。',
		leadTypes: '{share|share} 的客户 R、F、M 三项皆高，贡献了 {revenue|share} 的利润。',
		quiet: '{n|count} 位曾经的优质客户（{first}、{second}）已沉寂，累计带来利润 {money}。',
		titleFm: '最近消费 × 频率与利润',
		finding: '格内为客户数，颜色为利润；点击查看客户。',
		findingStatic: '格内为客户数，颜色为利润。',
		monetary: 'M：累计利润',
		monetaryMean: 'M：单均利润',
		limit: '累计利润不低于',
		limitMean: '单均利润不低于',
		change: '利润变化'
	},
	report: {
		lead: '{customers|share} 的客户贡献了 {revenue|share} 的利润。',
		typesLead: '{of|count} 位客户中有 {n|count} 位属于四类重要客户，贡献 {share|share} 的利润。',
		quiet: '{n|count} 位曾经的优质客户（{who}）已沉寂，累计带来利润 {amount}。',
		matrixFinding: '格内为客户数与利润。',
		matrixReading: '颜色深浅表示利润。'
	},
	growth: {
		title: '销售额与利润',
		finding: '后期利润 {profit}，毛利率 {margin|share}。',
		findingNone: '后期订单的利润均未知。',
		findingPartly: '后期利润 {profit}，毛利率 {margin|share}（只含已知利润的订单，占 {known|share}）。',
		profit: '利润',
		margin: '毛利率',
		before: '前期利润',
		known: '已知利润的订单占比'
	},
	overview: {
		grossProfit: '毛利',
		margin: '毛利率 {margin|share}',
		ofOrders: '{all|count} 单中的 {n|count} 单'
	}
};
export default byProfit;
