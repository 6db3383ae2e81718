import type { Translated } from '../shape.ts';
import type en from '../en/contribution.ts';

/** 中文: growth and contribution. */
const contribution: Translated<typeof en> = {
	title: '增长归因',
	lead: {
		up: '销售额增长 {change}（{rate|share}），达 {now}。',
		down: '销售额下降 {change}（{rate|share}），为 {now}。',
		same: '销售额持平，为 {now}。',
		partly: '销售额为 {now}。数据只包含前期的一部分，以下变化不代表增长率。',
		first: '销售额为 {now}；前期没有销售。'
	},
	rest: '其中客户数影响 {customers}，人均订单数影响 {frequency}，客单价影响 {basket}。',
	days: '时期',
	daysValue: '最近 {n|count} 天',
	against: '对比',
	periodNames: { month: '最近完整自然月', quarter: '最近完整财季', year: '最近完整财年' },
	againsts: { before: '上一期', year: '去年同期', 'new-year': '去年同期（按春节对齐）' },
	periods: '{from} 至 {to}，对比 {beforeFrom} 至 {beforeTo}',
	steps: {
		title: '客户数 × 频次 × 客单价',
		finding: '每根柱为一个因素变化对销售额的影响，合计即全部变化。',
		start: '前期',
		customers: '客户数',
		frequency: '人均订单数',
		basket: '每单金额',
		end: '后期',
		step: '因素',
		effect: '对销售额的影响',
		before: '前期',
		now: '后期'
	},
	moves: {
		title: '新增、回流、增长、下降与流失',
		finding: '新增、回流和增长的客户带来 {gained}；下降和流失的客户带走 {lost}。',
		new: '新增',
		back: '回流',
		grown: '增长',
		steady: '持平',
		shrunk: '下降',
		lost: '流失',
		move: '客户',
		customers: '客户数',
		before: '前期',
		now: '后期',
		change: '变化'
	},
	top: {
		title: '头部客户集中度',
		finding:
			'集中程度相当于 {n|count} 位等额客户（前期 {before|count} 位）；HHI {hhi}，基尼系数 {gini}（前期 {giniBefore}）。',
		findingFirst: '集中程度相当于 {n|count} 位等额客户；HHI {hhi}，基尼系数 {gini}。前期没有销售额。',
		sure: '基尼系数的 95% 置信区间为 {gini}，为近似值，少数客户占比很高时偏窄。',
		sureBefore: '前期为 {gini}。',
		findingNone: '后期没有销售额。',
		mark: '前 {n|count} 位',
		top: '头部客户',
		revenue: '后期销售额',
		share: '后期占比',
		before: '这些客户的前期销售额',
		shareBefore: '当时头部占比',
		line: '前期 {share}'
	}
};
export default contribution;
