import type { MethodDefinition } from '../types.ts';

/** What the numbers of origins mean, for the reader of a screen or a report. */
export const originsDefinition: MethodDefinition = {
	id: 'origins',
	version: 2,
	name: { en: 'Origins', 'zh-CN': '来源对比' },
	purpose: {
		en: 'Which channels, regions or first products bring customers who come back and spend?',
		'zh-CN': '哪些渠道、地区或首购商品带来的客户更愿意再来、花得更多？'
	},
	needs: ['customer', 'date', 'amount'],
	formulas: [
		{
			id: 'groups',
			name: { en: 'Groups', 'zh-CN': '分组' },
			text: {
				en: 'Customers whose first valid order lies in the window, by the value that a column of the file has on that order (its first line with a value); later orders do not move anyone. The most common values stand alone, further ones are “others”, empty ones “no value”. Repeat rate = customers with two or more orders ÷ customers, with a Wilson 95 % interval.',
				'zh-CN':
					'取首个有效订单落在观察窗内的客户，按该订单（首个有值的明细行）在所选列上的取值分组；之后的订单不改变分组。最常见的取值单独成组，其余归入“其他”，空值归入“无取值”。复购率＝下单不少于两次的客户 ÷ 客户数，附 Wilson 95% 置信区间。'
			}
		},
		{
			id: 'value',
			name: { en: 'Value within D days', 'zh-CN': 'D 天内价值' },
			text: {
				en: 'Revenue in the first D days from the first order on (that day included) ÷ customers, over the customers who have been followed for all D days. Groups of different age compare fairly; total revenue per customer favours the older group. With a 95 % interval over the customers: below 1,000 of them by bootstrap (BCa, 999 resamples, fixed seed), else by the normal distribution.',
				'zh-CN':
					'自首单日起（含当日）D 天内的销售额 ÷ 客户数，仅计入已观察满 D 天的客户。先后不同的组可公平比较；而人均累计销售额会偏向进入较早的组。附以客户为单位的 95% 置信区间：少于 1,000 人用自助法（BCa，重抽样 999 次，随机种子固定），否则用正态近似。'
			}
		},
		{
			id: 'steps',
			name: { en: 'Funnel by group', 'zh-CN': '分组漏斗' },
			text: {
				en: 'Known → first order → second order → mature (its number of orders is a parameter). Conversion = of the step before, with a Wilson 95 % interval; days from the step before as median and 90th percentile (type 7) of those who made it. Known are also those first seen in the window without an order.',
				'zh-CN':
					'已知 → 首单 → 第二单 → 成熟（所需订单数为参数）。转化率以上一步为分母，附 Wilson 95% 置信区间；天数为完成者距上一步的中位数与 90 分位数（type 7）。“已知”包括观察窗内首次出现但尚未下单的客户。'
			}
		},
		{
			id: 'curve',
			name: { en: 'Return by group', 'zh-CN': '分组留存' },
			text: {
				en: 'Customers with an order in window N ÷ customers whose window N has ended by the as-of date; windows of 7, 30 or 91 days from each customer’s own first order, N = 0 beginning on that day.',
				'zh-CN':
					'第 N 期内有订单的客户 ÷ 截止日前第 N 期已结束的客户；从每位客户自己的首单日起，每 7、30 或 91 天为一期，首单日属于第 0 期。'
			}
		},
		{
			id: 'difference',
			name: { en: 'Do the groups differ?', 'zh-CN': '各组是否不同？' },
			text: {
				en: 'Log-rank test of the days from the first to the second order between the values shown alone; customers without a second order count as waiting until the as-of date. Kruskal–Wallis test of the value within D days between the same groups: by ranks, as a few large buyers would decide a comparison of means; it takes customers to be independent and the groups’ values to have the same shape. A small p says that the differences are more than chance; it does not say what causes them.',
				'zh-CN':
					'对单独列出的取值，用对数秩检验比较首单到第二单的天数；尚无第二单的客户按等待至截止日（删失）处理。对同样各组的 D 天内价值用 Kruskal–Wallis 秩检验（均值易受少数大客户左右，故比较秩次），假定客户相互独立、各组分布形状相同。p 值小说明差异不像偶然，但不说明原因。'
			}
		}
	],
	assumptions: [
		{
			en: 'The first order in the data is taken for the first ever.',
			'zh-CN': '以数据中的首单为客户首单。'
		},
		{
			en: 'A comparison of groups is not an experiment: groups can differ in price, season and age as well.',
			'zh-CN': '分组比较并非实验：各组的价格、季节和进入时间也可能不同。'
		},
		{
			en: 'An order with lines of several values counts for the value of its first line.',
			'zh-CN': '一张订单若含多种取值，按其首行的取值计。'
		}
	],
	sources: [
		{
			title:
				'Mantel, N. (1966). Evaluation of survival data and two new rank order statistics. Cancer Chemotherapy Reports 50, 163–170'
		},
		{
			title:
				'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22, 209–212'
		},
		{ title: 'Peel Insights: cohorts by first product, channel and discount code' }
	]
};
