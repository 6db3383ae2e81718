import type { MethodDefinition } from '../types.ts';
import { groupFormulas } from './group-formulas.ts';

/** What the numbers of RFM mean, for the reader of a screen or a report. */
export const rfmDefinition: MethodDefinition = {
	id: 'rfm',
	version: 3,
	name: { en: 'RFM segments', 'zh-CN': 'RFM 客户分群' },
	purpose: {
		en: 'Who bought recently, often and for much, and which customers deserve which treatment?',
		'zh-CN': '哪些客户近期买过、买得勤、花得多？不同客户该如何区别经营？'
	},
	needs: ['customer', 'date', 'amount'],
	formulas: [
		{
			id: 'recency',
			name: { en: 'Recency (R)', 'zh-CN': '最近一次消费（R）' },
			text: {
				en: 'Whole days from the last valid order in the window to the as-of date.',
				'zh-CN': '观察窗内最后一笔有效订单距分析截止日的天数。'
			}
		},
		{
			id: 'frequency',
			name: { en: 'Frequency (F)', 'zh-CN': '消费频率（F）' },
			text: {
				en: 'Distinct valid orders in the window; or distinct days with an order, as chosen.',
				'zh-CN': '观察窗内的有效订单数；也可按有订单的天数计。'
			}
		},
		{
			id: 'monetary',
			name: { en: 'Monetary (M)', 'zh-CN': '消费金额（M）' },
			text: {
				en: 'Sum of the valid orders in the window, added up exactly; or that sum ÷ orders, as chosen. Refunds are netted against their order, or left out, as chosen.',
				'zh-CN':
					'观察窗内有效订单金额之和（精确求和）；也可按每单平均金额计。退款按所选规则冲抵原订单或不计。'
			}
		},
		{
			id: 'quantile',
			name: { en: 'Scores by quantiles', 'zh-CN': '按分位数打分' },
			text: {
				en: 'Edges are the type-7 quantiles that cut the customers into equal shares. Score = 1 + number of edges strictly below the value; for recency it is turned round: bins − that number. Equal values always share a score.',
				'zh-CN':
					'以第 7 类分位数作为分界点，将客户等分。得分 = 1 + 严格小于该值的分界点个数；R 反向计分：档数 − 该个数。数值相同的客户得分必相同。'
			}
		},
		{
			id: 'ntile',
			name: { en: 'Scores by equal groups (NTILE)', 'zh-CN': '按等量分组打分（NTILE）' },
			text: {
				en: 'Customers in order of value, then of customer key, in groups of equal size; when they do not divide, the first groups are one larger. Recency is turned round. Equal values may get different scores; how many do is shown.',
				'zh-CN':
					'客户先按数值、再按客户标识排序后等量分组；不能整除时，靠前的组各多一人。R 反向计分。数值相同的客户可能得分不同，页面会列出人数。'
			}
		},
		{
			id: 'nested',
			name: { en: 'Nested scores', 'zh-CN': '嵌套打分' },
			text: {
				en: 'R by quantiles of all customers; F by quantiles within each R score; M by quantiles within each R and F score.',
				'zh-CN': 'R 按全体客户的分位数打分；F 在每个 R 档内按分位数打分；M 在每个 R×F 档内按分位数打分。'
			}
		},
		{
			id: 'fixed',
			name: { en: 'Scores by fixed cuts', 'zh-CN': '按固定阈值打分' },
			text: {
				en: 'The edges are given. Score = 1 + number of edges strictly below the value; recency turned round.',
				'zh-CN': '分界点由用户设定。得分 = 1 + 严格小于该值的分界点个数；R 反向计分。'
			}
		},
		{
			id: 'mean',
			name: { en: 'Scores by the mean', 'zh-CN': '按均值打分' },
			text: {
				en: 'Two scores: 2 strictly above the mean value (for recency, strictly below it), else 1.',
				'zh-CN': '分为两档：严格高于均值（R 为严格低于均值）得 2 分，其余得 1 分。'
			}
		},
		{
			id: 'segments',
			name: { en: 'Eleven segments', 'zh-CN': '十一分群' },
			text: {
				en: 'Each of the 125 combinations of R, F and M belongs to exactly one segment. Share is of the scored customers; medians are of the customers in the segment.',
				'zh-CN':
					'R、F、M 共 125 种得分组合，每种恰好归入一个分群。占比以参与打分的客户为基数；中位数按分群内客户计算。'
			}
		},
		{
			id: 'matrix',
			name: { en: 'Segment matrix', 'zh-CN': '分群矩阵' },
			text: {
				en: 'Customers by R score and F score; or by R score and (F + M) ÷ 2, halves rounded up. Each cell has its customers, their share, their revenue and their mean M.',
				'zh-CN':
					'按 R 得分与 F 得分交叉统计；也可用 (F + M) ÷ 2（四舍五入）作列。每格列出客户数、占比、销售额与平均 M 值。'
			}
		},
		{
			id: 'types',
			name: { en: 'Eight value types', 'zh-CN': '八类客户' },
			text: {
				en: 'R, F and M each high or low. High is a score strictly above the mean score; or a score of at least the one chosen; or a value strictly above the mean value (for recency, below it).',
				'zh-CN':
					'R、F、M 各分高低两档。“高”指得分严格高于平均得分；也可设为得分不低于某一档，或数值严格高于均值（R 为低于均值）。'
			}
		},
		{
			id: 'cuts',
			name: { en: 'Cut points', 'zh-CN': '分档区间' },
			text: {
				en: 'For each score the smallest and the largest value found in it, its customers, and how many of them share their value with a customer of another score.',
				'zh-CN': '每一档的最小值与最大值、客户数，以及其中与其他档客户数值相同的人数。'
			}
		},
		...groupFormulas
	],
	assumptions: [
		{
			en: 'Customer keys are right: one person under two keys counts as two customers.',
			'zh-CN': '客户标识准确：同一人若有两个标识，会计为两位客户。'
		},
		{
			en: 'Scores compare the customers of this data with one another on this date; they are not comparable between shops, windows or dates unless fixed cuts are used.',
			'zh-CN':
				'得分反映的是本数据内客户在该日期的相对位置；除非使用固定阈值，不同店铺、窗口或日期的得分不可直接比较。'
		},
		{
			en: 'Segments describe past purchases. They do not predict them.',
			'zh-CN': '分群描述的是过往购买行为，并非对未来的预测。'
		}
	],
	sources: [
		{ title: 'Hughes, A. M. (1994). Strategic Database Marketing. Probus' },
		{
			title:
				'Hyndman, R. J., Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician 50, 361–365'
		},
		{
			title:
				'Spearman, C. (1904). The proof and measurement of association between two things. The American Journal of Psychology 15, 72–101'
		},
		{ title: 'R package rfm (Hebbali, A.)', url: 'https://github.com/rsquaredacademy/rfm' }
	]
};
