import type { MethodDefinition } from '../types.ts';

/** What the numbers on who carries the revenue mean. */
export const concentrationFormulas: MethodDefinition['formulas'] = [
	{
		id: 'topTenthRevenueShare',
		name: { en: 'Top tenth', 'zh-CN': '头部 10% 客户' },
		text: {
			en: 'Share of revenue from the tenth of customers with the most revenue (a tenth is rounded up to whole customers). Its 95 % interval is made as that of Gini.',
			'zh-CN': '销售额最高的 10% 客户（人数向上取整）贡献的销售额占比。95% 置信区间的算法同基尼系数。'
		}
	},
	{
		id: 'topFifthRevenueShare',
		name: { en: 'Top fifth', 'zh-CN': '头部 20% 客户' },
		text: {
			en: 'Share of revenue from the fifth of customers with the most revenue (a fifth is rounded up to whole customers). Its 95 % interval is made as that of Gini.',
			'zh-CN': '销售额最高的 20% 客户（人数向上取整）贡献的销售额占比。95% 置信区间的算法同基尼系数。'
		}
	},
	{
		id: 'eightyPercentCustomers',
		name: { en: 'Customers behind 80 % of revenue', 'zh-CN': '贡献 80% 销售额的客户' },
		text: {
			en: 'The fewest customers whose revenue adds up to at least 80 % of the total.',
			'zh-CN': '销售额合计达到总额 80% 所需的最少客户数。'
		}
	},
	{
		id: 'gini',
		name: { en: 'Gini coefficient', 'zh-CN': '基尼系数' },
		text: {
			en: 'How unevenly revenue is spread over customers: 0 when all bring the same, towards 1 when one brings it all. 2·Σ(rank × revenue) ÷ (n × total) − (n + 1) ÷ n, ranks from the smallest up. It has a 95 % interval over the customers: below 1,000 of them by bootstrap (BCa, 999 resamples, fixed seed), else by the normal distribution of the linearised measure.',
			'zh-CN':
				'销售额在客户间分布的不均程度：人人相同为 0，越集中于少数人越接近 1。公式：2·Σ(名次 × 销售额) ÷ (n × 总额) − (n + 1) ÷ n，名次由小到大。附以客户为单位的 95% 置信区间：客户少于 1,000 时用自助法（BCa，重抽样 999 次，随机种子固定），否则用线性化指标的正态近似。'
		}
	}
];
