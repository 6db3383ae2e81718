import type { MethodDefinition } from '../types.ts';
import { concentrationFormulas } from './concentration-formulas.ts';
import { meanOrderFormula } from './mean-order.ts';

/** What the overview's numbers mean, for the reader of a screen or a report. */
export const overviewDefinition: MethodDefinition = {
	id: 'overview',
	version: 4,
	name: { en: 'Overview', 'zh-CN': '概览' },
	purpose: {
		en: 'How many customers buy, how much and how often, who carries the revenue, and what changed lately?',
		'zh-CN': '有多少客户在买、买多少、多久买一次？销售额靠谁支撑？最近有什么变化？'
	},
	needs: ['customer', 'date', 'amount'],
	formulas: [
		{
			id: 'customers',
			name: { en: 'Customers', 'zh-CN': '客户数' },
			text: {
				en: 'Customers with at least one valid order in the window.',
				'zh-CN': '观察窗内至少有一笔有效订单的客户。'
			}
		},
		{
			id: 'prospects',
			name: { en: 'Prospects', 'zh-CN': '潜在客户' },
			text: {
				en: 'Customers seen on any row up to the as-of date who have no valid order up to then.',
				'zh-CN': '截止日前在数据中出现过、但至今没有任何有效订单的客户。'
			}
		},
		{
			id: 'revenue',
			name: { en: 'Revenue', 'zh-CN': '销售额' },
			text: {
				en: 'Sum of the valid orders in the window; refunds are netted against their order, or left out, as chosen. Sums are exact.',
				'zh-CN': '观察窗内有效订单金额之和；退款按所选规则冲抵原订单或不计。求和为精确值，不受浮点误差影响。'
			}
		},
		{
			id: 'grossProfit',
			name: { en: 'Gross profit and margin', 'zh-CN': '毛利与毛利率' },
			text: {
				en: 'Where orders have a profit (as given, or amount − cost): its sum over the valid orders in the window whose profit is known, and that ÷ the revenue of those same orders. An order has a profit when all its lines have one.',
				'zh-CN':
					'订单有利润（所给利润，或金额 − 成本）时：观察窗内已知利润的有效订单的利润之和，及其 ÷ 这些订单的销售额。订单的全部明细均有利润时，该订单才有利润。'
			}
		},
		meanOrderFormula,
		{
			id: 'repeatRate',
			name: { en: 'Repeat rate', 'zh-CN': '复购率' },
			text: {
				en: 'Customers with two or more orders in the window ÷ customers with one or more, with a Wilson 95 % interval.',
				'zh-CN': '观察窗内下单 2 次及以上的客户 ÷ 下单 1 次及以上的客户，附 Wilson 95% 置信区间。'
			}
		},
		{
			id: 'onceRevenueShare',
			name: { en: 'One-time buyers', 'zh-CN': '一次性客户' },
			text: {
				en: 'Customers with exactly one order in the window, and their share of revenue.',
				'zh-CN': '观察窗内只下过一单的客户，及其销售额占比。'
			}
		},
		{
			id: 'purchaseInterval',
			name: { en: 'Purchase interval', 'zh-CN': '购买周期' },
			text: {
				en: 'For each customer with orders on two or more days: the median number of days between one order day and the next. Shown is the median over these customers. The median has a 95 % interval by order statistics (Campbell and Gardner 1988), for six customers or more.',
				'zh-CN':
					'对在 2 个及以上日期下过单的客户，取其相邻购买日间隔天数的中位数；再取所有这些客户的中位数。中位数附 95% 置信区间（次序统计量法，Campbell 与 Gardner 1988），需至少六位客户。'
			}
		},
		...concentrationFormulas,
		{
			id: 'current',
			name: { en: 'Current period and period before', 'zh-CN': '本期与上期' },
			text: {
				en: 'The current period is the last so many days up to and including the as-of date; the period before is as many days before those. Both look at all history, whatever the window. A customer is new in a period when the first order ever falls in it.',
				'zh-CN':
					'本期为截至分析截止日（含当日）的最近若干天，上期为再往前同样天数。两期均按全部历史计算，不受观察窗影响。首单落在该期内的客户计为该期新客。'
			}
		},
		{
			id: 'trend',
			name: { en: 'Trend', 'zh-CN': '趋势' },
			text: {
				en: 'Per calendar period: customers with an order, customers whose first order ever falls in it, orders and revenue in the window. A period cut short by the as-of date or by the start of the window is marked.',
				'zh-CN':
					'按自然周期统计：有订单的客户、首单落在该周期的客户、窗内订单数与销售额。被截止日或观察窗起点截断的周期会标注为不完整。'
			}
		},
		{
			id: 'orderCounts',
			name: { en: 'Customers by number of orders', 'zh-CN': '客户按订单数分布' },
			text: {
				en: 'Customers, and their revenue, by how many orders they placed in the window.',
				'zh-CN': '按观察窗内的下单次数统计客户数及其销售额。'
			}
		},
		{
			id: 'intervals',
			name: { en: 'Customers by purchase interval', 'zh-CN': '客户按购买周期分布' },
			text: {
				en: 'Customers with orders on two or more days, by their own median gap between order days.',
				'zh-CN': '在 2 个及以上日期下过单的客户，按其自身购买间隔中位数分布。'
			}
		}
	],
	assumptions: [
		{
			en: 'Customer keys are right: one person under two keys counts as two customers.',
			'zh-CN': '客户标识准确：同一人若有两个标识，会计为两位客户。'
		},
		{
			en: 'The first order in the data is taken for the first ever; buyers from before the data begin look new.',
			'zh-CN': '以数据中的首单为客户首单；数据起点之前的老客户会被视为新客。'
		},
		{
			en: 'Several orders on one day count as several orders, but as one day in purchase intervals.',
			'zh-CN': '同日多笔订单按多笔计数，但计算购买周期时只算一个购买日。'
		}
	],
	sources: [
		{
			title:
				'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22, 209–212'
		},
		{
			title:
				'Hyndman, R. J., Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician 50, 361–365'
		},
		{ title: 'Sen, A. (1973). On Economic Inequality. Oxford University Press' },
		{
			title: 'Davidson, R. (2009). Reliable inference for the Gini index. Journal of Econometrics 150, 30–40'
		},
		{
			title:
				'Beach, C. M., Davidson, R. (1983). Distribution-free statistical inference with Lorenz curves and income shares. Review of Economic Studies 50, 723–735'
		}
	]
};
