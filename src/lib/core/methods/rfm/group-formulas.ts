import type { MethodDefinition } from '../types.ts';

/** What is made of the scores: own segments, VIPs and ranks; and who has none. */
export const groupFormulas: MethodDefinition['formulas'] = [
	{
		id: 'rules',
		name: { en: 'Own segments', 'zh-CN': '自定义分群' },
		text: {
			en: 'A rule names a segment and a box of codes: R, F and M scores from … to …. The first rule that fits a code decides. Every code is checked: codes that no rule covers, and codes that rules of different segments claim, are listed with their customers.',
			'zh-CN':
				'每条规则指定一个分群及 R、F、M 得分的起止范围；同一得分组合以最先符合的规则为准。系统逐一检查所有组合：未被任何规则覆盖的，以及被不同分群重复占用的，均连同客户数列出。'
		}
	},
	{
		id: 'vip',
		name: { en: 'VIPs', 'zh-CN': 'VIP 客户' },
		text: {
			en: 'Customers within all limits given: at most so many days since the last order, at least so many orders, at least so much money. Independent of scores and segments.',
			'zh-CN':
				'同时满足所设各项条件的客户：距上次下单不超过若干天、订单数不低于、消费金额不低于。与得分和分群无关。'
		}
	},
	{
		id: 'ranks',
		name: { en: 'Composite score and rank', 'zh-CN': '综合得分与排名' },
		text: {
			en: 'Composite = (wR·R + wF·F + wM·M) ÷ (wR + wF + wM). Rank: place among all customers from the highest composite down; equal ones share the mean of their places. Places won = rank with equal weights − rank with these weights. Agreement is Spearman’s correlation of the two ranks; the first fifth are ranks up to a fifth of the customers.',
			'zh-CN':
				'综合得分 = (wR·R + wF·F + wM·M) ÷ (wR + wF + wM)。排名按综合得分从高到低，得分相同者取平均名次。名次变化 = 等权重时的名次 − 当前权重下的名次。一致性为两种名次的 Spearman 相关系数；前五分之一指名次不超过客户数的五分之一。'
		}
	},
	{
		id: 'sensitivity',
		name: { en: 'How stable the segments are', 'zh-CN': '分群稳健性' },
		text: {
			en: 'Everything is scored again with the edges of one measure moved (recency and money by −20 … +20 % of their value, frequency by −2 … +2 orders), or with a window shorter or longer by a share of its length, quantiles anew. Changes are against the segments shown. Moved: customers in another segment, or scored in one of the two only.',
			'zh-CN':
				'将某一指标的分界点移动（R、M 按 −20%…+20%，F 按 −2…+2 单），或将观察窗按比例缩短、延长（分位数重新计算）后，全部重新打分。变化均相对当前分群。变动客户：所属分群改变，或仅在其中一方参与打分。'
		}
	},
	{
		id: 'profit',
		name: { en: 'M by profit', 'zh-CN': 'M 按利润计' },
		text: {
			en: 'Where profit is chosen, M is the sum (or mean per order) of profits: as given, or amount − cost, refunds netted. Orders whose profit is not known do not count, for R and F neither; their share is said, and under half of the orders of the window or of their money there is no answer.',
			'zh-CN':
				'选择按利润计时，M 为利润的合计（或单均）：取所给利润，或金额 − 成本，退款已冲抵。利润未知的订单不计入，R、F 亦然；页面注明其占比，观察窗内已知利润的订单或其金额不足一半时不作计算。'
		}
	},
	{
		id: 'source',
		name: { en: 'RFM of other rows than orders', 'zh-CN': '非订单 RFM' },
		text: {
			en: 'Rows of a linked table (contacts, tickets, answers, points …) in the place of orders, by the same customers. R: whole days from the last row to the as-of date; F: rows, or days with one; M: the exact sum (or mean per row) of a column of numbers in its own units, or without one the number of rows, so that M repeats F. A row of nobody known, without a day, without a value in the chosen column or after the as-of date does not count; how many there are is said.',
			'zh-CN':
				'以关联表的行（联系、工单、问卷回答、积分等）代替订单，客户口径不变。R：最近一行距分析截止日的天数；F：行数，或有记录的天数；M：所选数值列的精确合计（或每行平均），单位与该列相同；未选数值列时 M 为行数，与 F 相同。客户未知、没有日期、所选列为空或晚于分析截止日的行不计入，并说明行数。'
		}
	},
	{
		id: 'prospects',
		name: { en: 'Prospects and customers outside the window', 'zh-CN': '潜在客户与窗外客户' },
		text: {
			en: 'Prospects are known customers without a valid order; customers whose orders all lie before the window are counted beside them. Neither is scored.',
			'zh-CN': '潜在客户为已知但没有有效订单的客户；订单全部早于观察窗的客户另行计数。两者均不参与打分。'
		}
	}
];
