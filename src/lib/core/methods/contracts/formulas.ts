import type { MethodDefinition } from '../types.ts';

/** How the numbers of contracts come about, in words. */
export const contractFormulas: MethodDefinition['formulas'] = [
	{
		id: 'spells',
		name: { en: 'Under contract', 'zh-CN': '在约' },
		text: {
			en: 'A row of the linked table is a contract from its first day to its end; without an end it runs. A contract no longer counts on the day of its end. A next contract of the same customer that begins at most the grace days after the end, or runs already, renews it, and both are one spell. A spell that ended so lately that the grace days are not over is undecided: it still counts as under contract, and is told apart. Contracts of one customer side by side are one spell; it belongs to the group of its first contract. Rows about nobody known, without a first day, with an end before it, that begin after the as-of date, or that have ended on an unknown day are left out and counted: rows = used + left out. Where the table has lengths of contracts and no days, each row is a spell, and it ended if its status says so.',
			'zh-CN':
				'关联表中每行为一份合约，自起始日至到期日；无到期日者视为仍在履行。到期当日起不再计为在约。同一客户的下一份合约若在到期后宽限天数内开始，或当时已在履行，即为续约，两份合约连为一段。到期不久、宽限期未满的一段尚无定论：仍计为在约并单独列出。同一客户并行的合约算作一段，归入首份合约所在的组。客户未知、无起始日、到期早于起始、起始晚于截止日、已终止但不知哪天的行均不计入并列明数量：总行数＝计入＋未计入。若表中只有时长而无日期，则每行为一段，是否终止看状态。'
		}
	},
	{
		id: 'periods',
		name: { en: 'Movements by period', 'zh-CN': '各期变动' },
		text: {
			en: 'Start + new + back − ended = end of the period, in spells. New: a customer’s first contract; back: a contract after an earlier spell ended. Due = renewed + ended: contracts whose end lies in the period. Churn rate = those of the start whose spell ended in the period ÷ start, with a Wilson 95 % interval. A period counts as incomplete until the grace days after its last day are over. Money at the start: amounts of the contracts running then; money ended: amounts of the contracts with which spells ended.',
			'zh-CN':
				'期初＋新签＋回归−到期流失＝期末（按段计）。新签：客户的首份合约；回归：先前一段终止之后的合约。到期＝续约＋流失：到期日落在本期的合约。流失率＝期初在约且本期终止的段 ÷ 期初，附 Wilson 95% 置信区间。末日之后宽限期未满的周期视为不完整。期初金额：当时履行中合约的金额；流失金额：使该段终止的合约金额。'
		}
	},
	{
		id: 'survival',
		name: { en: 'How long customers stay', 'zh-CN': '客户能留多久' },
		text: {
			en: 'Kaplan–Meier over spells: S(t) = Π (1 − ended ÷ at risk); running and undecided ones are censored. Limits 95 % by Greenwood on the scale of log S. Median: where S falls to a half. Restricted mean: area under S up to the shortest of the groups’ longest lengths. Log-rank test between the values shown alone; a small p says that the groups differ beyond chance, not why.',
			'zh-CN':
				'对各段作 Kaplan–Meier：S(t) = Π (1 − 终止数 ÷ 风险集)，仍在约及未定者按删失处理。95% 置信区间为 Greenwood 法（log S 尺度）。中位数：S 降至一半处。限制平均：S 曲线下的面积，截至各组最长时长中的最短者。对单独列出的取值作对数秩检验；p 值小说明差异不像偶然，但不说明原因。'
		}
	},
	{
		id: 'models',
		name: { en: 'Renewal models', 'zh-CN': '续约模型' },
		text: {
			en: 'By completed periods of tenure t: S(t) = B(α, β + tᶜ) ÷ B(α, β); c = 1 is the shifted beta-geometric (sBG), free c the beta discrete Weibull (BdW). Maximum likelihood over all spells: Σ lost(t) · ln(S(t − 1) − S(t)) + Σ left(t) · ln S(t), where lost(t) ended at the t-th renewal and left(t) were last seen after coming through t. Better: the lower AIC = 2k − 2LL. Observed: Π (1 − lost ÷ due). Retention r(t) = S(t) ÷ S(t − 1).',
			'zh-CN':
				'按已满的合约期数 t：S(t) = B(α, β + tᶜ) ÷ B(α, β)；c = 1 为移位 Beta-几何模型（sBG），c 自由为 Beta-离散威布尔模型（BdW）。对全部段作最大似然：Σ lost(t) · ln(S(t − 1) − S(t)) + Σ left(t) · ln S(t)，lost(t) 为止于第 t 次续约者，left(t) 为已通过 t 次续约且仍在观察者。AIC = 2k − 2LL 较低者为优。观察值：Π (1 − lost ÷ due)。续约率 r(t) = S(t) ÷ S(t − 1)。'
		}
	},
	{
		id: 'value',
		name: { en: 'Renewals to come (DERL)', 'zh-CN': '未来续约（DERL）' },
		text: {
			en: 'Of a customer under contract who has completed t periods, n = t + 1 paid for: DERL(n) = Σ S(k) ÷ S(n − 1) ÷ (1 + d)^(k − n) from k = n, just ahead of the next renewal, by the better model. d is the yearly discount, of a month (1 + d)^(1/12) − 1. Value = amount of a period × DERL, summed over all under contract. For t = 0, before the first renewal, 1 + DERL ÷ (1 + d) is DEL, that of a new customer.',
			'zh-CN':
				'对已满 t 期（已付 n = t + 1 期）的在约客户：DERL(n) = Σ S(k) ÷ S(n − 1) ÷ (1 + d)^(k − n)，自 k = n 起，时点为下次续约前夕，取较优模型。d 为年折现率，按月为 (1 + d)^(1/12) − 1。价值＝每期金额 × DERL，对全部在约客户求和。t = 0 时 1 + DERL ÷ (1 + d) 即新客户的 DEL。'
		}
	}
];
