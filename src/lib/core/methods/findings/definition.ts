import type { MethodDefinition } from '../types.ts';

/** What the findings mean, for the reader of a screen or a report. */
export const findingsDefinition: MethodDefinition = {
	id: 'findings',
	version: 2,
	name: { en: 'What stands out', 'zh-CN': '要点发现' },
	purpose: {
		en: 'What changed, who carries the change, and what is unusual: the few numbers worth a look first, in order.',
		'zh-CN': '什么变了？变化由谁带来？哪里反常？把最值得先看的几个数字按次序列出。'
	},
	needs: ['customer', 'date', 'amount'],
	formulas: [
		{
			id: 'periods',
			name: { en: 'Periods compared', 'zh-CN': '比较的周期' },
			text: {
				en: 'The last complete period against the one before it, and against the same period a year ago (12 months, 4 quarters, 52 weeks). A period cut short by the as-of date, by the start of the window, or by the day on which the data begin is never compared. New and lost customers and cohorts are looked at only from half a year (183 days) after the data begin: before that old customers look new.',
				'zh-CN':
					'最近一个完整周期，与其上一周期、以及一年前的同一周期（12 个月、4 个季度或 52 周）比较。被截止日、观察窗起点或数据起始日截断的周期一律不比较。新客、流失与同期群只看数据起始半年（183 天）之后的：在此之前，老客户会被误当作新客。'
			}
		},
		{
			id: 'changed',
			name: { en: 'Changed', 'zh-CN': '变化' },
			text: {
				en: 'Revenue, customers, orders per customer, average order, new customers, share of customers lost, share of the period’s customers with two or more orders in it, and the top tenth’s share of revenue. A difference is a finding when it is at least 1 % of what it is compared with, at least as large as the usual movement, and, for rates and means, when the 95 % interval of the difference leaves zero out.',
				'zh-CN':
					'指标包括：销售额、客户数、人均订单数、客单价、新客数、客户流失率、期内复购率（期内下单 2 次及以上的客户占比）、头部 10% 客户的销售额占比。差异须同时满足：不低于对比值的 1%，不小于平时的波动；对比率和均值，差异的 95% 置信区间还须不含 0。'
			}
		},
		{
			id: 'cohorts',
			name: { en: 'Newest cohort', 'zh-CN': '最新同期群' },
			text: {
				en: 'The return on N (1, 3, 6, 12) of the newest cohort that has completed N, against all older cohorts together. Usual is the spread of the older cohorts’ rates.',
				'zh-CN':
					'取已完成第 N 期（1、3、6、12）的最新同期群，其第 N 期留存与所有更早同期群合并后的留存比较。「平时」指更早各群留存率的离散程度。'
			}
		},
		{
			id: 'carries',
			name: { en: 'Who carries it', 'zh-CN': '由谁带来' },
			text: {
				en: 'Four parts of the change of revenue: what customers brought who bought nothing in the period before; what the others spent more; what they spent less; what those had spent who stayed away. Each against its own median. By segment: the RFM segment that a customer was in on the day before both periods; a segment is a finding when its share of the change is at least its share of the revenue before, in the direction of the whole. Single customers: the ten who moved most in that direction, when they make up at least a tenth of all changes that way.',
				'zh-CN':
					'销售额变化分为四部分：上期未购买的客户带来的销售额；其余客户的增加额；其余客户的减少额；上期购买、本期未购买的客户的上期销售额。各与自身中位数比较。按分群：取客户在两个周期开始之前一天所属的 RFM 分群，若某群与整体同向，且其占变化的比例不低于其上期销售额占比，即列出。按单个客户：同向变化最大的十位，若合计占该方向全部变化的十分之一以上，即列出。'
			}
		},
		{
			id: 'unusual',
			name: { en: 'Unusual', 'zh-CN': '反常' },
			text: {
				en: 'Of each measure, the complete period of the last year that lies furthest from the median of all other complete periods in the window, in units of 1.4826 × their median absolute deviation (1.2533 × the mean one where more than half are equal), when that is the set number (3.5) or more. For cohorts, the cell furthest from the other cohorts at the same N, with at least 30 customers, whose difference from them is more than chance. At least eight others are needed.',
				'zh-CN':
					'对每个指标，在最近一年的完整周期中，取偏离其余完整周期中位数最远者，以「1.4826 × 中位数绝对偏差」为单位（若过半相等，则用 1.2533 × 平均绝对偏差），达到设定倍数（3.5）即列出。对同期群，取同一 N 下偏离其他同期群最远、人数不少于 30 且差异超出偶然的单元格。至少需要八个可比对象。'
			}
		},
		{
			id: 'strength',
			name: { en: 'Order of the list', 'zh-CN': '排序' },
			text: {
				en: 'Strength = money × surprise. Money: for revenue the change itself; customers, orders per customer and average order share it between them (logarithmic mean, no rest); a part, segment or group of customers, its own change; a count or rate of customers, the customers that make the difference × the usual (median) revenue of a customer in a period. Surprise: the size of the movement in units of the usual one (1.4826 × the median of all other movements over the same distance), for a segment its share of the change ÷ its share of revenue, for single customers ten times their share; from 1 to 10, and 1 where fewer than six movements (eight periods) say what is usual.',
				'zh-CN':
					'强度＝金额 × 意外程度。金额：销售额取变化本身；客户数、人均订单数、客单价三者分摊该变化（对数平均法，无余项）；各部分、分群或客户取自身变化；人数或比率取造成差异的人数 × 客户在一个周期的惯常（中位数）销售额。意外程度：变动幅度为平时波动（1.4826 × 同一间隔其余各次变动幅度的中位数）的多少倍；分群取其变化占比 ÷ 销售额占比；单个客户取其占比的十倍；取值 1 至 10，若不足六次变动（八个周期）可资比较则取 1。'
			}
		},
		{
			id: 'uncertainty',
			name: { en: 'Chance', 'zh-CN': '偶然性' },
			text: {
				en: 'Rates: Newcombe’s hybrid score interval of the difference, and the test of two proportions (pooled, two-sided). Means and ratios: a bootstrap of customers (999 resamples, seeded, bias-corrected and accelerated; from 1,000 customers in both periods on, Welch’s normal interval), and the Mann–Whitney rank test of the customers’ own values (ties corrected, two-sided). Sums and counts of all customers are not samples and have no interval. Under 30 customers on either side a finding says so.',
				'zh-CN':
					'比率：差异用 Newcombe 混合得分区间，并作两比例检验（合并方差，双侧）。均值与比值：按客户自助抽样（999 次，固定种子，BCa 校正；两期均达 1,000 位客户时用 Welch 正态区间），并对客户各自的值作 Mann–Whitney 秩检验（结校正，双侧）。全体客户的总额与人数不是样本，不给区间。任一侧不足 30 位客户时会注明。'
			}
		}
	],
	assumptions: [
		{
			en: 'Differences are described, not explained: what caused them is not in the data.',
			'zh-CN': '只描述差异，不解释原因：数据中并不含原因。'
		},
		{
			en: 'The tests treat customers, and the two periods, as independent; many customers stand in both, which makes the intervals somewhat too wide.',
			'zh-CN': '检验把客户之间、两个周期之间视为相互独立；许多客户两期都在，区间因而略偏宽。'
		},
		{
			en: 'Many numbers are looked at: by chance alone about one in twenty intervals leaves zero out. The rank, not the p value, says what to look at first.',
			'zh-CN': '同时查看了许多数字：仅凭偶然，约二十个区间就有一个不含 0。应先看排序，而非 p 值。'
		},
		{
			en: 'A season is compared with the same season only where the data reach back a year; months and weeks differ in their number of weekdays and holidays.',
			'zh-CN': '只有数据覆盖一年以上时才能与去年同期比较；各月、各周的工作日与节假日数量不同。'
		},
		{
			en: 'The other methods are asked with their default parameters and the period chosen here.',
			'zh-CN': '其他方法按默认参数与此处所选周期计算。'
		}
	],
	sources: [
		{
			title:
				'Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics in Medicine 17, 873–890'
		},
		{
			title:
				'Fleiss, J. L., Levin, B., Paik, M. C. (2003). Statistical Methods for Rates and Proportions, 3rd ed. Wiley'
		},
		{ title: 'Efron, B. (1987). Better bootstrap confidence intervals. JASA 82, 171–185' },
		{
			title:
				'Mann, H. B., Whitney, D. R. (1947). On a test of whether one of two random variables is stochastically larger. Annals of Mathematical Statistics 18, 50–60'
		},
		{
			title: 'Iglewicz, B., Hoaglin, D. C. (1993). How to Detect and Handle Outliers. ASQC Quality Press'
		},
		{
			title:
				'Ang, B. W. (2005). The LMDI approach to decomposition analysis: a practical guide. Energy Policy 33, 867–871'
		}
	]
};
