import type { Translated } from '../shape.ts';
import type en from '../en/origins.ts';

/** 中文: origins. */
const origins: Translated<typeof en> = {
	title: '来源对比',
	lead: {
		value: '“{label}”的客户在首单后 {days|count} 天内人均消费 {best}，全部分组为 {all}。',
		repeat: '“{label}”的复购率最高：{best|share}，全部分组为 {all|share}。',
		none: '共 {n|count} 位客户；达到 {minimum|count} 位的分组不足两个，无从比较。'
	},
	rest: {
		differ: '各组首单到第二单的快慢存在差异（对数秩检验 p {p}）。',
		alike: '各组首单到第二单的快慢未见超出偶然的差异（对数秩检验 p {p}）。',
		valueDiffers: '各组客户在此期间的消费存在差异（Kruskal–Wallis 检验 p {p}）。',
		valueAlike: '各组客户在此期间的消费未见超出偶然的差异（Kruskal–Wallis 检验 p {p}）。',
		groups: '按 {customers|count} 位客户首单的“{by}”分组，共 {n|count} 个取值。'
	},
	by: '对比维度',
	shown: '分组数',
	valueDays: '价值期限',
	unit: '留存周期',
	days: '{n|count} 天',
	units: { week: '每周', month: '每 30 天', quarter: '每 91 天' },
	matureOrders: '成熟门槛',
	orders: '{n|count} 单',
	kinds: { value: '{label}', others: '其他取值', none: '无取值', all: '全部分组' },
	steps: { known: '已知', first: '首单', second: '第二单', mature: '成熟' },
	groups: {
		title: '分组概况',
		finding:
			'“{label}”带来的客户最多：占 {customers|count} 位客户的 {share|share}，销售额占 {revenueShare|share}。',
		group: '分组',
		known: '已知客户',
		customers: '客户数',
		share: '占比',
		orders: '订单数',
		revenue: '销售额',
		revenueShare: '销售额占比',
		perCustomer: '人均销售额',
		frequency: '人均订单数',
		basket: '客单价',
		repeat: '复购客户',
		repeatRate: '复购率',
		low: '下限',
		high: '上限',
		secondDays: '至第二单天数（中位）',
		followed: '已观察满期',
		valueWithin: '{days|count} 天内价值',
		ofRevenue: '占销售额 {share|share}'
	},
	repeat: {
		title: '复购率',
		finding: '下单不少于两次的客户占比，附 95% 置信区间；竖线为全部分组。进入较早的组有更多时间复购。',
		counts: '{base|count} 人中 {active|count} 人',
		rate: '复购率',
		all: '全部 {rate|share}'
	},
	value: {
		title: '首单后 {days|count} 天内的价值',
		finding: '自首单起的人均销售额；仅计已观察满 {days|count} 天的客户。',
		findingNone: '尚无客户观察满 {days|count} 天，请选择更短的期限。',
		followed: 'n＝{n|count}'
	},
	curve: {
		title: '首单后的留存',
		finding: '各组在该期内有订单的客户占比；灰线为全部分组。',
		findingNone: '首单之后尚无已结束的周期。',
		axis: { week: '周', month: '× 30 天', quarter: '× 91 天' },
		mark: '{label}，第 {n|count} 期',
		n: '期',
		base: '已到达',
		active: '再次下单',
		rate: '留存率',
		line: '本组',
		reference: '全部分组'
	},
	funnel: {
		title: '分组漏斗',
		finding: '上一步的客户中走到这一步的占比，以及所需天数的中位数。',
		step: '步骤',
		conversion: '占上一步',
		medianDays: '天数中位数',
		p90Days: '90 分位数',
		days: '{n|number} 天',
		mark: '{label}，{step}'
	}
};
export default origins;
