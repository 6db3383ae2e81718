import type { MethodDefinition } from '../types.ts';

/** What the lifecycle's numbers mean, for the reader of a screen or a report. */
export const lifecycleDefinition: MethodDefinition = {
	id: 'lifecycle',
	version: 1,
	name: { en: 'Lifecycle', 'zh-CN': '生命周期' },
	purpose: {
		en: 'Where does every customer stand today, how many get from a first order to a habit, and do more come than go?',
		'zh-CN': '每位客户现在处于哪个阶段？有多少人从首购走到稳定复购？新来的和流失的谁更多？'
	},
	needs: ['customer', 'date', 'amount'],
	formulas: [
		{
			id: 'stages',
			name: { en: 'Stages', 'zh-CN': '生命周期阶段' },
			text: {
				en: 'Rules are tried from the top; the first whose conditions all hold gives the stage, so every customer is in exactly one. They look at the number of orders, the days since the last order, and the gap between the last two order days, in all history up to the as-of date. By default: potential = no valid order · lost = silent for longer than the 80th percentile of gaps · declining = longer than the 40th · won back = last gap longer than the 80th · new = one order · growing = fewer orders than the mature mark · mature = the rest. Revenue is that of the window.',
				'zh-CN':
					'规则自上而下依次判断，第一条全部条件成立的规则决定阶段，因此每位客户只属于一个阶段。规则依据截止日前全部历史的订单数、距上次下单天数、最近两个购买日的间隔。默认：潜在＝无有效订单；流失＝沉默天数超过购买间隔的 80 分位；衰退＝超过 40 分位；挽回＝最近一次间隔超过 80 分位；新客＝仅一单；成长＝订单数未达成熟门槛；其余为成熟。销售额取观察窗内。'
			}
		},
		{
			id: 'gaps',
			name: { en: 'Gaps between orders', 'zh-CN': '购买间隔' },
			text: {
				en: 'Days between consecutive distinct order days of the same customer; all gaps of all customers up to the as-of date. Percentiles are of type 7 (linear between ranks).',
				'zh-CN':
					'同一客户相邻两个不同购买日之间的天数；汇总截止日前所有客户的全部间隔。分位数采用第 7 类（线性插值）。'
			}
		},
		{
			id: 'funnel',
			name: { en: 'Funnel', 'zh-CN': '漏斗' },
			text: {
				en: 'Customers who ever reached a step: known → first order → second order → as many orders as the mature mark. Conversion is the share of the step before, with a Wilson 95 % interval; “stopped” the customers of the step before who did not come this far; median and 90th percentile of the days from the step before. To the side: lost = ever silent for longer than the lost rule allows, of all who ordered; won back = ordered after that, of those lost.',
				'zh-CN':
					'曾到达各步的客户：已知 → 首单 → 第二单 → 达到成熟门槛的第 N 单。转化率为占上一步的比例，附 Wilson 95% 置信区间；“止步”为到过上一步但未到本步的客户；并给出自上一步起天数的中位数与 90 分位。旁支：流失＝曾沉默超过流失规则天数的客户（占全部下单客户）；挽回＝此后又下单的客户（占流失客户）。'
			}
		},
		{
			id: 'growth',
			name: { en: 'New, returning, resurrected, dormant', 'zh-CN': '新增、留存、回流、流失' },
			text: {
				en: 'Per calendar period: new = first order ever · returning = active now and in the period before · resurrected = active now, not in the period before, not new · dormant = active in the period before, not now. History before the window counts, and every period is counted whole. A period that the as-of date or the start of the window cuts is marked.',
				'zh-CN':
					'按自然周期：新增＝首单落在本期；留存＝本期与上期均有订单；回流＝本期有订单、上期没有且非新客；流失＝上期有订单而本期没有。观察窗之前的历史参与判断，各周期按整期统计。被截止日或观察窗起点截断的周期会标注。'
			}
		},
		{
			id: 'pulse',
			name: { en: 'Pulse', 'zh-CN': '活力指数' },
			text: {
				en: '(New + resurrected) ÷ dormant. Above 1 the active base grows, below 1 it shrinks. The headline is that of the last complete period.',
				'zh-CN': '（新增 + 回流）÷ 流失。大于 1 活跃客户增加，小于 1 减少。标题数取最近一个完整周期。'
			}
		}
	],
	assumptions: [
		{
			en: 'One yardstick for all: the gaps of all customers together decide what a long silence is.',
			'zh-CN': '统一尺度：以全体客户的购买间隔共同判断多久算“沉默”。'
		},
		{
			en: 'Customers who buy often bring more gaps and pull the percentiles down; for goods that are bought seldom, set fixed days in the rules.',
			'zh-CN': '高频客户贡献更多间隔，会拉低分位数；低频消费品类建议在规则中改用固定天数。'
		},
		{
			en: 'No contract: a customer may come back after any silence, so “lost” is a working state, not a fact.',
			'zh-CN': '非合约场景：客户沉默再久也可能回来，“流失”是工作状态而非定论。'
		},
		{
			en: 'A recent first order has had less time to be followed by a second; compare steps of the funnel between periods with that in mind.',
			'zh-CN': '近期首购的客户还没有足够时间复购，跨期比较漏斗时须留意。'
		}
	],
	sources: [
		{
			title: 'Amplitude: Lifecycle analysis (new, current, resurrected, dormant)',
			url: 'https://amplitude.com/docs/analytics/charts/lifecycle/lifecycle-track-growth'
		},
		{ title: 'PostHog: Lifecycle insights' },
		{
			title:
				'Hyndman, R. J., Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician 50, 361–365'
		}
	]
};
