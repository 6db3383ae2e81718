import type { MethodDefinition } from '../types.ts';

/** How customers are told apart by value, and what the tiers are set against. */
export const tierFormulas: MethodDefinition['formulas'] = [
	{
		id: 'tiers',
		name: { en: 'Value tiers A, B, C', 'zh-CN': '价值等级 A、B、C' },
		text: {
			en: 'Customers by revenue in the window, the highest first: A are the fewest who make the first 70 %, B those who make the next 20 %, C all others, unless other shares are chosen.',
			'zh-CN':
				'按观察窗内销售额从高到低排列：A 为贡献前 70% 的最少客户，B 为其后 20%，C 为其余客户；比例可改。'
		}
	},
	{
		id: 'grid',
		name: { en: 'Value × potential', 'zh-CN': '价值 × 潜力' },
		text: {
			en: 'Rows: the value tiers. Columns: the same customers by predicted value, cut at the same shares: A are the fewest who hold the first 70 % of what is expected, B those who hold the next 20 %, C all others.',
			'zh-CN':
				'行：价值等级。列：同一批客户按预测价值从高到低排列，以相同比例划分：A 为占预期价值前 70% 的最少客户，B 为其后 20%，C 为其余客户。'
		}
	},
	{
		id: 'loyalty',
		name: { en: 'Value × loyalty', 'zh-CN': '价值 × 忠诚度' },
		text: {
			en: 'Rows: the value tiers. Columns: the same customers by their orders in the window: four or more, two or three, one.',
			'zh-CN': '行：价值等级。列：同一批客户按观察窗内的订单数划分：4 单及以上、2–3 单、1 单。'
		}
	}
];
