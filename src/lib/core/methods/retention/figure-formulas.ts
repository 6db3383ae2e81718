import type { MethodDefinition } from '../types.ts';

/** What the numbers beside the cohort matrix mean. */
export const figureFormulas: MethodDefinition['formulas'] = [
	{
		id: 'money',
		name: { en: 'Money kept', 'zh-CN': '收入留存' },
		text: {
			en: 'What a cohort’s members spent in exactly period N ÷ what those of them that reached N spent in period 0; it can exceed 100 %. The curve: Σ ÷ Σ over complete cells. Sums of all customers are no sample and get no interval.',
			'zh-CN':
				'同期群成员恰在第 N 期的消费额 ÷ 其中已到达第 N 期的成员在第 0 期的消费额，可超过 100%。总体曲线取完整格 Σ ÷ Σ。全体客户之和并非抽样，故不附区间。'
		}
	},
	{
		id: 'newest',
		name: { en: 'Newest cohort against the rest', 'zh-CN': '最新同期群与其余对比' },
		text: {
			en: 'At N = 1, 3, 6, 12 months (days 1, 7, 14, 30; weeks 1, 4, 8, 12; quarters 1, 2, 4, 8): the newest cohort whose cell is complete against all others together. Difference of the two rates with Newcombe’s 95 % interval, and the two-sided p of the pooled z-test. For “on N” alone: a young cohort has had less time for “or after”.',
			'zh-CN':
				'取 N＝1、3、6、12 个月（天：1、7、14、30；周：1、4、8、12；季：1、2、4、8）：该格完整的最新同期群，与其余全部同期群合计相比。列出留存率之差及 Newcombe 95% 置信区间、合并方差 z 检验的双侧 p 值。仅用于“第 N 期”：新同期群的“及以后”观察时间更短，不可比。'
		}
	},
	{
		id: 'brackets',
		name: { en: 'Brackets', 'zh-CN': '区间留存' },
		text: {
			en: 'Members with any order in days (or periods) d1 to d2 after entry, both inclusive ÷ members whose bracket had ended by the as-of date; the others wait and are counted apart. Wilson 95 % interval.',
			'zh-CN':
				'入群后第 d1 至 d2 天（或期，含两端）内有任意订单的成员 ÷ 截止日前该区间已结束的成员；尚未结束的另行计数、不入分母。附 Wilson 95% 置信区间。'
		}
	},
	{
		id: 'repeat',
		name: { en: 'Repeat rate', 'zh-CN': '复购率' },
		text: {
			en: 'Customers with two or more orders in the window ÷ customers with one or more, with a Wilson 95 % interval.',
			'zh-CN': '观察窗内有两单及以上的客户 ÷ 有一单及以上的客户，附 Wilson 95% 置信区间。'
		}
	},
	{
		id: 'stickiness',
		name: { en: 'Stickiness', 'zh-CN': '粘性' },
		text: {
			en: 'Of the customers with an order in the window: the share with orders in exactly n (or at least n) distinct calendar periods of it.',
			'zh-CN': '观察窗内有订单的客户中，恰好（或至少）在 n 个不同自然周期下单者的占比。'
		}
	},
	{
		id: 'intervals',
		name: { en: 'Purchase interval', 'zh-CN': '购买周期' },
		text: {
			en: 'Per customer with orders on two or more days of the window, the median of the gaps between consecutive order days; over these customers, quantiles of type 7. The median has a 95 % interval by order statistics (Campbell and Gardner 1988), for six customers or more. A silence that 90 % of customers usually end sooner is offered as a churn window.',
			'zh-CN':
				'对观察窗内有两个及以上下单日的客户，取相邻下单日间隔的中位数；再对客户取第 7 型分位数。中位数附 95% 置信区间（次序统计量法，Campbell 与 Gardner 1988），需至少六位客户。90% 的客户通常会更早再次下单的天数，可作为流失判定期限的参考。'
		}
	}
];
