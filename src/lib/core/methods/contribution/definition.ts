import type { MethodDefinition } from '../types.ts';

/** What the numbers of growth and contribution mean, for the reader of a screen or a report. */
export const contributionDefinition: MethodDefinition = {
	id: 'contribution',
	version: 3,
	name: { en: 'Growth and contribution', 'zh-CN': '增长与贡献' },
	purpose: {
		en: 'Where does the change of revenue come from, and how much hangs on few customers?',
		'zh-CN': '销售额的变化从何而来？有多少依赖于少数客户？'
	},
	needs: ['customer', 'date', 'amount'],
	formulas: [
		{
			id: 'periods',
			name: { en: 'The two periods', 'zh-CN': '对比的两个时期' },
			text: {
				en: 'The later period is the last days up to the as-of date, or the last calendar month, fiscal quarter or fiscal year that has ended by then. The earlier one lies just before it, a year earlier (days: a whole number of years of 365 days), or as many days from the Chinese New Year as the later one. The window is not used.',
				'zh-CN':
					'后期为截止日前的若干天，或到截止日为止已结束的最近一个自然月、财季或财年。前期为紧接其前的一期、去年同期（按天数时早整数年，每年 365 天），或与春节相距天数相同的去年同期。不使用观察窗。'
			}
		},
		{
			id: 'steps',
			name: { en: 'Customers × orders × basket', 'zh-CN': '客户数 × 频次 × 客单价' },
			text: {
				en: 'Revenue = customers × orders per customer × money per order. What each factor’s change did is the mean of its effect over all six orders in which the three factors can change (Shapley value): Δx·(y₀z₀ + y₁z₁) ÷ 3 + Δx·(y₀z₁ + y₁z₀) ÷ 6. The parts are whole smallest units and add up to the change exactly. When one period has no orders, customers account for all of it.',
				'zh-CN':
					'销售额 = 客户数 × 人均订单数 × 每单金额。各因素的影响取三个因素全部六种变化次序下影响的平均（Shapley 值）：Δx·(y₀z₀ + y₁z₁) ÷ 3 + Δx·(y₀z₁ + y₁z₀) ÷ 6。各部分取整到最小货币单位，且合计恰好等于变化额。若某一时期没有订单，则全部归于客户数。'
			}
		},
		{
			id: 'moves',
			name: { en: 'Who came, grew, shrank and went', 'zh-CN': '新增、回流、增长、下降与流失' },
			text: {
				en: 'New: first order ever in the later period. Back: ordered in the later period and earlier in their life, but not in the earlier period. Grown, steady, shrunk: ordered in both, and brought more, as much, or less. Lost: ordered in the earlier period alone. Changes add up to the whole change exactly.',
				'zh-CN':
					'新增：后期首次下单。回流：后期下单，前期未下单，但更早下过单。增长、持平、下降：两期均下单，金额增加、不变或减少。流失：仅前期下单。各项变化合计恰好等于总变化。'
			}
		},
		{
			id: 'top',
			name: { en: 'The largest customers', 'zh-CN': '头部客户集中度' },
			text: {
				en: 'Share of the later period’s revenue that its largest 1, 5, 10 … customers bring, beside the share that as many brought in the earlier period, the largest of that time. HHI is the sum of squared shares of all customers: 1 ÷ HHI customers of equal size would be as concentrated. Gini by ranks, with an approximate 95 % interval over the customers of a period, from 60 of them on: below 1,000 of them by bootstrap (BCa, 999 resamples, fixed seed), else by the normal distribution of the linearised measure; too narrow where few customers hold much of the revenue. HHI rests on the few largest customers, of whom a sample says too little for an interval.',
				'zh-CN':
					'后期最大的 1、5、10…位客户占销售额的比例，与前期同样数量的头部客户占比对照。HHI 为各客户份额的平方和：1 ÷ HHI 即集中度相当的等额客户数。基尼系数按排序计算，该期客户达 60 位时附以客户为单位的近似 95% 置信区间：客户少于 1,000 时用自助法（BCa，重抽样 999 次，随机种子固定），否则用线性化指标的正态近似；少数客户占比高时区间偏窄。HHI 取决于少数大客户，样本不足以给出可靠的区间，因此不给区间。'
			}
		},
		{
			id: 'profits',
			name: { en: 'Revenue and profit', 'zh-CN': '销售额与利润' },
			text: {
				en: 'Where orders have a profit (as given, or amount − cost; refunds netted): what each group of customers brings in the later period in revenue and in profit, and its share of both. Profits are of the orders whose profit is known; their share of all orders stands beside them. Margin: profit ÷ the revenue of those same orders.',
				'zh-CN':
					'订单有利润（所给利润，或金额 − 成本；退款已冲抵）时：各组客户在后期的销售额、利润及其占比。利润只含已知利润的订单，并列出其订单占比。毛利率 = 利润 ÷ 这些订单的销售额。'
			}
		}
	],
	assumptions: [
		{
			en: 'A decomposition says what the change is made of, not what caused it.',
			'zh-CN': '分解说明变化由什么构成，并不说明其原因。'
		},
		{
			en: 'Refunds are netted against the order that they belong to, in the period of the order.',
			'zh-CN': '退款冲抵其所属订单，计入该订单所在时期。'
		}
	],
	sources: [
		{
			title:
				'Shapley, L. S. (1953). A value for n-person games. Contributions to the Theory of Games II, 307–317'
		},
		{
			title:
				'Sun, J. W. (1998). Changes in energy consumption and energy intensity: a complete decomposition model. Energy Economics 20, 85–100'
		},
		{
			title: 'Davidson, R. (2009). Reliable inference for the Gini index. Journal of Econometrics 150, 30–40'
		},
		{ title: 'Hirschman, A. O. (1964). The paternity of an index. The American Economic Review 54, 761–762' }
	]
};
