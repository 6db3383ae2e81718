import type { MethodDefinition } from '../types.ts';
import { tierFormulas } from './tier-formulas.ts';

/** How each number and table of value is computed, in words. */
export const valueFormulas: MethodDefinition['formulas'] = [
	{
		id: 'historic',
		name: { en: 'Historic value', 'zh-CN': '历史价值' },
		text: {
			en: 'Sum of all valid orders up to the as-of date × margin. It looks at all history, whatever the window.',
			'zh-CN': '截止日前全部有效订单金额之和 × 毛利率。不受观察窗限制，取全部历史。'
		}
	},
	{
		id: 'predicted',
		name: { en: 'Predicted value', 'zh-CN': '预测价值' },
		text: {
			en: 'Margin × expected value of a purchase × Σ over the months of the horizon of (order days expected in the month ÷ (1 + discount)^month). A month is 365.25 ÷ 12 days; each is discounted from its end. The models rest on all history up to the as-of date, whatever the window.',
			'zh-CN':
				'毛利率 × 单次购买的预期金额 × Σ（预测期内各月的预期下单天数 ÷ (1 + 月贴现率)^月序）。一个月按 365.25 ÷ 12 天计，按月末贴现。模型取截止日前的全部历史，不受观察窗限制。'
		}
	},
	{
		id: 'model',
		name: { en: 'Model of buying', 'zh-CN': '购买模型' },
		text: {
			en: 'Each customer is known by x = order days after the first, t = first to last order, T = first order to as-of date, in weeks; orders of one day are one purchase. BG/NBD: everyone buys at a rate of their own and after each repeat leaves with a chance of their own; MBG/NBD: also after the first order; Pareto/NBD: may leave at any time. Rates and chances vary over customers by gamma and beta distributions, whose parameters make the data most likely.',
			'zh-CN':
				'每位客户由三个数描述（单位：周）：x＝首单之后的下单天数，t＝首单到末单，T＝首单到截止日；同日订单合并为一次。BG/NBD：客户各有购买速率，每次复购后以各自的概率流失；MBG/NBD：首单后也可能流失；Pareto/NBD：随时可能流失。速率与概率在客户间服从 Gamma 与 Beta 分布，参数取使数据最可能出现的值。'
		}
	},
	{
		id: 'spend',
		name: { en: 'Value of a purchase', 'zh-CN': '单次购买金额' },
		text: {
			en: 'Gamma–Gamma: the mean value of a customer’s repeat order days, drawn towards the mean of all the more, the fewer there are: p·(v + x·m) ÷ (p·x + q − 1). The first order is left out; customers without a repeat get p·v ÷ (q − 1).',
			'zh-CN':
				'Gamma–Gamma：以客户复购日的平均金额 m 为基础，复购次数越少越向总体均值收缩：p·(v + x·m) ÷ (p·x + q − 1)。首单不计入；没有复购的客户取 p·v ÷ (q − 1)。'
		}
	},
	{
		id: 'ladder',
		name: { en: 'When a fit does not converge', 'zh-CN': '求解不收敛时' },
		text: {
			en: 'All customers are fitted from the parameters found for the hold-out; where these lie at the edge of the search, or it ends there, it begins anew and the likelier answer counts. Where none converges, first the data are scaled and searched anew; then a penalty on extreme parameters is added, 0.001, 0.01, 0.1 × Σ ln² per customer; then the cohort curve takes the model’s place. The result says which. With fewer than 30 customers who came back, nothing is predicted.',
			'zh-CN':
				'全体客户的求解以留出检验所得参数为起点；若起点或结果位于搜索边界，则重新求解并取似然较大者。不收敛时，先缩放数据重新求解；再对极端参数加惩罚，权重依次为 0.001、0.01、0.1（每客户 Σ ln²）；仍不收敛则以同期群曲线代替模型。结果会注明所用方法。复购客户少于 30 位时不作预测。'
		}
	},
	{
		id: 'buyers',
		name: { en: 'Customers expected to buy', 'zh-CN': '预期下单客户数' },
		text: {
			en: 'Sum over all customers of the chance of at least one order day within the horizon.',
			'zh-CN': '对所有客户，预测期内至少下单一天的概率之和。'
		}
	},
	{
		id: 'alive',
		name: { en: 'Chance of still buying, P(alive)', 'zh-CN': '仍活跃概率 P(alive)' },
		text: {
			en: 'The chance, given x, t and T, that the customer has not left. Bands of a fifth each. Under BG/NBD a customer without a repeat cannot have left, and stands at 100 %.',
			'zh-CN':
				'给定 x、t、T，客户尚未流失的概率，每 20% 一档。BG/NBD 下没有复购的客户不可能已流失，恒为 100%。'
		}
	},
	{
		id: 'deciles',
		name: { en: 'Tenths by predicted value', 'zh-CN': '预测价值十分位' },
		text: {
			en: 'All customers by predicted value, the highest first, in ten groups of equal size (borders rounded up); equal values at a border go by customer key.',
			'zh-CN': '全体客户按预测价值从高到低等分为十组（边界向上取整）；边界处数值相同者按客户标识排序。'
		}
	},
	...tierFormulas,
	{
		id: 'concentration',
		name: { en: 'Concentration, Gini and HHI', 'zh-CN': '集中度、基尼系数与 HHI' },
		text: {
			en: 'The first x % of customers by revenue (rounded up) make y % of it. Gini: 0 when all bring the same, towards 1 when one brings all. HHI: sum of squared shares; 1 ÷ HHI is the number of equal customers who would be as concentrated. Gini and the shares have approximate 95 % intervals over the customers, from 60 customers on: below 1,000 of them by bootstrap (BCa, 999 resamples, fixed seed), else by the normal distribution of the linearised measure. Where few customers hold much of the revenue, they are too narrow; HHI, which rests on those few alone, has none.',
			'zh-CN':
				'销售额最高的前 x% 客户（向上取整）贡献 y% 的销售额。基尼系数：人人相同为 0，越集中越接近 1。HHI：各客户份额平方之和；1 ÷ HHI 为同等集中度下的等额客户数。客户达 60 位时，基尼系数与占比附以客户为单位的近似 95% 置信区间：客户少于 1,000 时用自助法（BCa，重抽样 999 次，随机种子固定），否则用线性化指标的正态近似。若少数客户占去大半销售额，区间略偏窄；HHI 只取决于这些客户，因此不给区间。'
		}
	},
	{
		id: 'ltv',
		name: { en: 'Value by cohort and age', 'zh-CN': '同期群累计价值' },
		text: {
			en: 'Customers by the calendar period of their first order ever. All history, whatever the window. Value of all orders from entry to the end of period N × margin ÷ size of the cohort. A cell that the as-of date cuts short is marked; the curve is Σ value ÷ Σ size over the complete cells. From 30 customers on with a 95% interval over them, by Hall’s transformation for skewed means, none where all have brought the same; too narrow where few customers hold much, and a rare large buyer who is not in the data is not covered.',
			'zh-CN':
				'按客户首单所在自然周期分群，取全部历史，不受观察窗限制。从入群到第 N 期末全部订单金额 × 毛利率 ÷ 同期群规模。被截止日截断的格子会标注；总体曲线仅取完整的格子，Σ 价值 ÷ Σ 规模。满 30 位客户时附 95% 置信区间（以客户为单位，用 Hall 变换校正偏态），全部客户金额相同时不给出；少数客户占比很高时偏窄，数据中未出现的罕见大客户不在覆盖之内。'
		}
	},
	{
		id: 'simple',
		name: { en: 'Simple formula', 'zh-CN': '简易公式' },
		text: {
			en: 'Income per active customer and period ÷ the share of a period’s buyers who did not buy in the next, over the complete periods of all history, × margin. It takes whoever skips a period for lost, and all customers to be alike and lost at an even rate: where customers buy at long intervals it falls far short, and it knows no discount.',
			'zh-CN':
				'（每期人均销售额 × 毛利率）÷ 每期流失率（本期下单而下期未下单的客户占比），取全部历史的完整周期。该公式把漏买一期的客户视为流失，并假定人人相同、流失率恒定：购买间隔长时会明显低估，也不作贴现。'
		}
	},
	{
		id: 'payback',
		name: { en: 'Payback and value ÷ cost', 'zh-CN': '回收期与价值成本比' },
		text: {
			en: 'With a cost per new customer given: the first age by whose end cumulative value per customer (× margin) has come up to it, over all cohorts that have completed the age, and for each cohort alone. Value ÷ cost: (value so far + predicted value) per customer ÷ cost.',
			'zh-CN':
				'给定单个新客成本后：人均累计价值（× 毛利率）首次达到该成本的客龄，按已完成该客龄的全部同期群及每个同期群分别计算。价值成本比 =（历史价值 + 预测价值）的人均值 ÷ 成本。'
		}
	},
	{
		id: 'holdout',
		name: { en: 'Hold-out check', 'zh-CN': '留出检验' },
		text: {
			en: 'The last quarter of all observed days is held out; the model is fitted to what came before and forecasts it. Rivals: everyone repeats the order days of as many days before (last period); everyone buys at the mean rate (mean); everyone buys as customers of their age have, in steps of 30 days (cohort curve). Error is the root mean square of forecast − actual order days per customer. Errors, and the difference of the model’s to that of the best rival, have 95 % intervals by a bootstrap over the customers (BCa, 999 resamples, fixed seed; from 1,000 customers on, drawn in 1,000 groups dealt by chance); the differences are paired: the same customers are drawn for all. Which rival is best is found on the same data: the interval’s low end is the largest of those of the differences to each rival, at a level that holds for all three at once, its high end the largest of their high ends. Closer than every rival, or less close than the best: that interval does not reach zero, and the difference is 2 % of the best rival’s error or more.',
			'zh-CN':
				'留出全部观察天数的最后四分之一，用此前数据求解模型并预测这段时间。对照：重复此前同样天数内的下单（上期重复）；人人按平均速率购买（均值）；按相同客龄客户的历史购买，每 30 天一段（同期群曲线）。误差为每客户预测与实际下单天数之差的均方根。各误差以及模型与最佳对照的误差之差均附 95% 置信区间，以客户为单位用自助法计算（BCa，重抽样 999 次，随机种子固定；客户达 1,000 位时，先随机分为 1,000 组再抽样）；误差之差为配对比较，各预测抽取相同客户。最佳对照由同一批数据选出：区间下限取模型与各对照误差之差的下限中最大者，其水平对三者同时成立；上限取各上限中最大者。该区间不含零，且误差之差不小于最佳对照误差的 2%，才判为比所有对照更接近或不如最佳对照接近。'
		}
	},
	{
		id: 'profit',
		name: { en: 'By profit', 'zh-CN': '按利润计' },
		text: {
			en: 'Where profit is chosen, every order counts with its profit (as given, or amount − cost; refunds netted) in the place of its amount, and no margin is applied. Orders whose profit is not known are left out of everything on this screen; their share is said, and under half of the orders or of their money there is no answer. Tiers are shares of what profitable customers bring: A the fewest who make the first 70 % of it; who brings nothing or a loss is in C. The cumulative curve is the whale curve: customers by profit, the most profitable first; it rises above 100 % where others lose money, and its peak is what all profitable customers bring ÷ the whole. Gini and HHI have no value where somebody brings a loss. Gamma–Gamma is for positive values: where the repeat purchases of any customer brought a loss, own means stand in for it.',
			'zh-CN':
				'选择按利润计时，每单以其利润（所给利润，或金额 − 成本；退款已冲抵）代替金额，不再乘毛利率。利润未知的订单不计入本页任何数字，并注明其占比；已知利润的订单或其金额不足一半时不作计算。等级按盈利客户的利润合计划分：A 为贡献其前 70% 的最少客户；不盈利或亏损的客户归入 C。累计曲线即鲸鱼曲线：客户按利润从高到低排列，有客户亏损时曲线会超过 100%，峰值为全部盈利客户的利润 ÷ 总利润。有客户亏损时不计算基尼系数与 HHI。Gamma–Gamma 模型只适用于正值：只要有客户的复购合计为亏损，就改用各自均值。'
		}
	},
	{
		id: 'calibration',
		name: { en: 'Calibration by frequency', 'zh-CN': '按频次校准' },
		text: {
			en: 'Customers by their repeats before the hold-out, 7 standing for 7 and more: order days per customer that came in it, and those that each forecast had expected.',
			'zh-CN':
				'按留出期之前的复购次数分组（7 表示 7 次及以上）：每客户在留出期的实际下单天数，及各预测的预期值。'
		}
	}
];
