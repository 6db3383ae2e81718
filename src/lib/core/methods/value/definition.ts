import type { MethodDefinition } from '../types.ts';
import { valueFormulas } from './formulas.ts';

/** What the numbers of value mean, for the reader of a screen or a report. */
export const valueDefinition: MethodDefinition = {
	id: 'value',
	version: 7,
	name: { en: 'Customer value', 'zh-CN': '客户价值' },
	purpose: {
		en: 'What has each customer brought, what are they expected to bring, and who carries the revenue?',
		'zh-CN': '每位客户已带来多少价值、预期还会带来多少？销售额由谁支撑？'
	},
	needs: ['customer', 'date', 'amount'],
	formulas: valueFormulas,
	assumptions: [
		{
			en: 'The first order in the data is taken for the first ever; customers who had bought before look younger than they are.',
			'zh-CN': '以数据中的首单为客户首单；更早买过的客户看起来比实际更新。'
		},
		{
			en: 'Customers go on as they have: no season, campaign or price change is foreseen, and new customers are not counted.',
			'zh-CN': '假定客户延续既往行为：不考虑季节、促销与价格变化，也不含未来的新客户。'
		},
		{
			en: 'How often a customer buys and how much a purchase brings are independent; their correlation is shown, and a strong one is warned of.',
			'zh-CN': '假定购买频次与单次金额相互独立；页面列出两者相关系数，过强时会提示。'
		},
		{
			en: 'A prediction for one customer is rough; sums over many are what it is good for.',
			'zh-CN': '对单个客户的预测较粗略，适合看多位客户的合计。'
		}
	],
	sources: [
		{
			title:
				'Fader, P. S., Hardie, B. G. S., Lee, K. L. (2005). “Counting your customers” the easy way: an alternative to the Pareto/NBD model. Marketing Science 24, 275–284'
		},
		{
			title:
				'Batislam, E. P., Denizel, M., Filiztekin, A. (2007). Empirical validation and comparison of models for customer base analysis. International Journal of Research in Marketing 24, 201–209'
		},
		{
			title:
				'Schmittlein, D. C., Morrison, D. G., Colombo, R. (1987). Counting your customers: who are they and what will they do next? Management Science 33, 1–24'
		},
		{ title: 'Fader, P. S., Hardie, B. G. S. (2013). The Gamma–Gamma model of monetary value' },
		{
			title:
				'Kaplan, R. S., Narayanan, V. G. (2001). Measuring and managing customer profitability. Journal of Cost Management 15 (5), 5–15'
		},
		{ title: 'Gini, C. (1912). Variabilità e mutabilità' },
		{
			title: 'Davidson, R. (2009). Reliable inference for the Gini index. Journal of Econometrics 150, 30–40'
		},
		{
			title:
				'Efron, B. (1987). Better bootstrap confidence intervals. Journal of the American Statistical Association 82, 171–185'
		}
	]
};
