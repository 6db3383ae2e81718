import type { MethodDefinition } from '../types.ts';
import { figureFormulas } from './figure-formulas.ts';

/** What the retention numbers mean, for the reader of a screen or a report. */
export const retentionDefinition: MethodDefinition = {
	id: 'retention',
	version: 3,
	name: { en: 'Retention', 'zh-CN': '留存' },
	purpose: {
		en: 'Of the customers who came in a period, how many come back, how soon, how often and with how much money?',
		'zh-CN': '某一时期进来的客户，有多少会回来？多久回来、回来几次、带回多少收入？'
	},
	needs: ['customer', 'date'],
	formulas: [
		{
			id: 'cohorts',
			name: { en: 'Cohort', 'zh-CN': '同期群' },
			text: {
				en: 'First order: customers by the calendar period of their first order ever; history before the window counts. Recurring: a customer belongs to every period with an order. Periods are taken whole, also the one the window begins in.',
				'zh-CN':
					'首单方式：按客户首单所在自然周期分群，观察窗之前的历史参与判断。循环方式：客户在每个有订单的周期都计入该周期的同期群。周期均取整期，包括观察窗起点所在的周期。'
			}
		},
		{
			id: 'on',
			name: { en: 'Return on N', 'zh-CN': '第 N 期留存' },
			text: {
				en: 'Members active in exactly period N after entry ÷ members that reached N. N = 0 is the period of entry, always 100 %.',
				'zh-CN': '入群后恰在第 N 期有订单的成员 ÷ 已到达第 N 期的成员。N＝0 为入群当期，恒为 100%。'
			}
		},
		{
			id: 'onOrAfter',
			name: { en: 'Return on or after N', 'zh-CN': '第 N 期及以后留存' },
			text: {
				en: 'Members active in period N or any later one ÷ members that reached N. In a cohort whose members all reached N it never rises with N.',
				'zh-CN': '第 N 期或之后任一期有订单的成员 ÷ 已到达第 N 期的成员。同一完整同期群内随 N 不会上升。'
			}
		},
		{
			id: 'periods',
			name: { en: 'Calendar or rolling periods', 'zh-CN': '自然周期或滚动周期' },
			text: {
				en: 'Calendar: N counts calendar days, weeks, months or quarters from the cohort’s own; everyone in the cohort reaches N together. Rolling: N = whole windows of 1, 7, 30 or 91 days since the customer’s own first order in the cohort’s period. A member has reached N once that window has begun by the as-of date.',
				'zh-CN':
					'自然周期：N 为与入群周期相隔的自然日、周、月或季，同群成员同时到达第 N 期。滚动周期：从客户在入群周期内的首单日起，每 1、7、30 或 91 天为一期；截止日前该期已开始，即视为到达第 N 期。'
			}
		},
		{
			id: 'matrix',
			name: { en: 'Cohort matrix', 'zh-CN': '留存矩阵' },
			text: {
				en: 'A cell is incomplete when the as-of date cuts period N short for any member in its base: it is marked, and its rate can still rise.',
				'zh-CN': '若截止日使分母中任一成员的第 N 期尚未结束，该格标注为不完整，其留存率仍可能上升。'
			}
		},
		{
			id: 'curve',
			name: { en: 'Overall curve', 'zh-CN': '总体留存曲线' },
			text: {
				en: 'For each N: Σ active ÷ Σ base over the cohorts whose cell is complete, so that large cohorts weigh more; with a Wilson 95 % interval. Different N rest on different cohorts, so the curve can rise.',
				'zh-CN':
					'对每个 N：仅取该格完整的同期群，Σ 活跃成员 ÷ Σ 基数，即按规模加权；附 Wilson 95% 置信区间。不同 N 所含同期群不同，曲线可能出现回升。'
			}
		},
		...figureFormulas
	],
	assumptions: [
		{
			en: 'The first order in the data is taken for the first ever: the oldest cohort holds buyers from before the data begin and looks more loyal than it is.',
			'zh-CN': '以数据中的首单为客户首单：最早的同期群含有更早的老客户，留存会偏高。'
		},
		{
			en: '“On or after” can look into all later periods, which younger cohorts have fewer of; compare cohorts at equal age with that in mind.',
			'zh-CN': '“第 N 期及以后”会用到其后所有周期，而较新的同期群可观察的周期更少，比较时须留意。'
		},
		{
			en: 'In the recurring mode a customer stands in several cohorts; intervals of the curve treat these as independent and are then too narrow.',
			'zh-CN': '循环方式下同一客户会出现在多个同期群中，曲线的置信区间按相互独立计算，因而偏窄。'
		},
		{
			en: 'Several orders on one day count as several orders, but as one day in purchase intervals. Customers with a single order day have no interval: the intervals speak of those who came back.',
			'zh-CN':
				'同一天的多笔订单计为多单，但在购买周期中只算一天。只有一个下单日的客户没有购买周期：该分布只反映回头客。'
		},
		{
			en: 'Repeat rate, stickiness and purchase intervals look at the orders of the window alone, and grow with its length.',
			'zh-CN': '复购率、粘性与购买周期只看观察窗内的订单，窗口越长数值越高。'
		}
	],
	sources: [
		{ title: 'Amplitude: How the Retention Analysis chart calculates retention' },
		{ title: 'Mixpanel: Retention report (on, on or after; incomplete periods marked)' },
		{ title: 'PostHog: Retention insights (first time, recurring; brackets), stickiness' },
		{
			title:
				'Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics in Medicine 17, 873–890'
		},
		{
			title:
				'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22, 209–212'
		}
	]
};
