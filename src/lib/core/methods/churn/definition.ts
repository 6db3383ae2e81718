import type { MethodDefinition } from '../types.ts';

/** What the churn numbers mean, for the reader of a screen or a report. */
export const churnDefinition: MethodDefinition = {
	id: 'churn',
	version: 5,
	name: { en: 'Churn', 'zh-CN': '流失' },
	purpose: {
		en: 'Who is leaving, how many left and with how much revenue, and after how long a silence is a customer gone?',
		'zh-CN': '谁正在流失？已经流失了多少客户和销售额？沉默多久才算流失？'
	},
	needs: ['customer', 'date', 'amount'],
	formulas: [
		{
			id: 'window',
			name: { en: 'Churned and at risk', 'zh-CN': '流失与有风险的判定' },
			text: {
				en: 'Without a contract a customer is churned when the days since the last order are more than a window: by default the 80th percentile of all gaps between consecutive distinct order days of a customer (type 7), or fixed days. At risk: more than the 40th percentile (or fixed days), and not churned. Active: the rest. Known customers without an order are in no band.',
				'zh-CN':
					'无合同关系时，距上次下单天数超过窗口即判定为流失：默认窗口为所有客户相邻购买日间隔的 80 分位（第 7 类分位数），也可用固定天数。有风险：超过 40 分位（或固定天数）但未流失；其余为活跃。没有订单的已知客户不计入任何一档。'
			}
		},
		{
			id: 'backtest',
			name: { en: 'Back-test of the window', 'zh-CN': '窗口回测' },
			text: {
				en: 'For a window of w days: of the silences longer than w days that were declared churned (on day w + 1) at least H days before the as-of date, the share that an order ended within those H days; with a Wilson 95 % interval. Silences that could not be watched for H days are left out, ended or not. Beside it the Kaplan–Meier estimate 1 − S(w + 1 + H) ÷ S(w), which also uses the unended silences for as long as they were seen, and 1 − S(longest) ÷ S(w) for a return ever. The suggested window is the shortest from which no more than the tolerated share came back (at least 30 silences).',
				'zh-CN':
					'窗口为 w 天时：取沉默超过 w 天、且判定流失日（第 w＋1 天）距截止日至少 H 天的沉默，其中在 H 天内再次下单的比例，附 Wilson 95% 置信区间；观察不满 H 天的沉默不论是否已回流均不计入。并列给出 Kaplan–Meier 估计：H 天内回流 1 − S(w＋1＋H) ÷ S(w)，最终回流 1 − S(最长) ÷ S(w)，其中未结束的沉默按已观察时长计入。建议窗口为回流比例不高于容忍值的最短窗口（至少 30 段沉默）。'
			}
		},
		{
			id: 'winBack',
			name: { en: 'Win-back rate', 'zh-CN': '流失再购率' },
			text: {
				en: 'The back-test at the chosen window: silences that went on to an order within H days of being declared churned ÷ those that could be watched for H days. A customer who left twice counts twice.',
				'zh-CN':
					'即所选窗口处的回测结果：判定流失后 H 天内再次下单的沉默 ÷ 可观察满 H 天的沉默。同一客户流失两次计两次。'
			}
		},
		{
			id: 'periods',
			name: { en: 'Customer churn', 'zh-CN': '客户流失率' },
			text: {
				en: 'Active at the start: silent for no more than the window at the end of the day before the period. Lost: of these, those no longer active at the period’s end (or on the as-of date). Churn rate = lost ÷ active at the start (option: ÷ everyone who had ordered before the period), with a Wilson 95 % interval. Start − lost + new + won back = end. A customer lost and back within one period is not lost.',
				'zh-CN':
					'期初活跃：周期开始前一日结束时沉默未超过窗口的客户。流失：其中到期末（或截止日）已不再活跃的客户。客户流失率＝流失 ÷ 期初活跃（可选：÷ 此前所有下过单的客户），附 Wilson 95% 置信区间。期初 − 流失 ＋ 新增 ＋ 挽回 ＝ 期末。同一周期内流失又回来的客户不计为流失。'
			}
		},
		{
			id: 'revenue',
			name: { en: 'Revenue churn, NRR and GRR', 'zh-CN': '收入流失率、NRR 与 GRR' },
			text: {
				en: 'The customers with an order in the period before, and their revenue there = start. Churned: the start revenue of those without an order now; contraction and expansion: by how much others spent less or more. NRR = (start − churned − contraction + expansion) ÷ start. GRR = Σ min(start, now) ÷ start, at most 100 %. Revenue churn = 1 − GRR. New and returning customers are out. The 95 % intervals of NRR and GRR are over the customers of the period before, from 100 and from 30 of them on: of GRR Wilson’s, with as many equal customers as weigh what these do, start² ÷ Σ before², or fewer where their spread says so; of NRR by the linearised ratio, and at least as wide as that of GRR. Customers as large or as rare as none in the data are not covered. It compares whole periods and does not use the window.',
				'zh-CN':
					'取上一周期有订单的客户，其上期销售额为期初。流失＝本期无订单客户的期初额；收缩、扩张＝其余客户减少、增加的金额。NRR＝（期初 − 流失 − 收缩 ＋ 扩张）÷ 期初。GRR＝Σ min(期初, 本期) ÷ 期初，不超过 100%。收入流失率＝1 − GRR。新客与回流客户不计入。NRR、GRR 的 95% 置信区间以上期客户为单位，上期客户分别不少于 100 位和 30 位时给出：GRR 用 Wilson 区间，客户数取等效的等额客户数，即期初² ÷ Σ(各客户期初额²)，离散更大时取更小；NRR 按线性化比率计算，且不窄于 GRR 的区间。数据中未出现过的罕见大客户不在覆盖之内。按整期比较，与流失窗口无关。'
			}
		},
		{
			id: 'survival',
			name: { en: 'Survival of silence', 'zh-CN': '沉默生存曲线' },
			text: {
				en: 'Kaplan–Meier: S(t) = Π (1 − orders after exactly that many days ÷ silences that lasted that long), the share of silences longer than t days; those running on the as-of date are censored there. Greenwood’s standard error; 95 % limits on the scale of log S (options: log(−log S), S). After first and after later orders apart, compared by a log-rank test. Option: from a first order to being declared churned for the first time.',
				'zh-CN':
					'Kaplan–Meier：S(t)＝Π（1 − 恰在该天数下单的沉默 ÷ 持续到该天数的沉默），即沉默超过 t 天的比例；截止日仍未结束的沉默在该日删失。标准误用 Greenwood 公式，95% 置信区间按 log S（可选 log(−log S) 或 S）。首单后与后续订单后分开给出，用对数秩检验比较。可选：从首单到首次被判定流失的时长。'
			}
		},
		{
			id: 'stake',
			name: { en: 'Revenue at stake', 'zh-CN': '涉及销售额' },
			text: {
				en: 'What a customer spent in the year (or as many days as chosen) that ends with the last order.',
				'zh-CN': '客户截至最近一次下单的一年内（或所选天数内）的消费额。'
			}
		},
		{
			id: 'agreement',
			name: { en: 'Rule and model', 'zh-CN': '规则与模型对照' },
			text: {
				en: 'P(alive): the chance that a customer is still one, by the chosen model of buying (as in Value) fitted to everyone’s repeat order days: low below 30 %, high from 70 % on. The table counts the customers in each pair of the rule’s band and the model’s; the share is of the rule’s band. By MBG/NBD a customer can leave right after the first order; by BG/NBD whoever ordered once has a P(alive) of 1.',
				'zh-CN':
					'P(alive)：客户仍未流失的概率，由所选购买模型（与“价值”相同）根据全体客户的重复购买日拟合：低于 30% 为低，70% 及以上为高。交叉表统计规则档位与模型档位两两组合的客户数，占比以规则档位为基数。MBG/NBD 允许客户首单后即流失；BG/NBD 下只买过一次的客户 P(alive) 恒为 1。'
			}
		},
		{
			id: 'causes',
			name: { en: 'Why customers left', 'zh-CN': '流失原因' },
			text: {
				en: 'Of each churned customer the latest answer on or before the as-of date in the chosen column of a linked table or of the orders, cancelled ones included (an answer without a day counts as the earliest), by the cause that its value was mapped to in this workspace: company, rival, customer, or other and unknown. A value that nobody mapped is “not mapped”; nothing is guessed. Every churned customer is in exactly one row. Shares, with a Wilson 95 % interval, are of those who said why; the others are counted beside them. At stake: revenue of the last year up to the last order.',
				'zh-CN':
					'对每位已流失客户，取所选列（关联表或订单自身，含已取消的订单）中截止日（含）之前的最后一次回答（无日期的回答视为最早），按本工作区设定的归因映射：公司、竞品、客户自身、其他或不明。未映射的取值记为“未归因”，不作猜测。每位流失客户只计入一行。占比（附 Wilson 95% 置信区间）以说明了原因的客户为基数，未说明者另行列出。涉及金额：末单前一年的销售额。'
			}
		},
		{
			id: 'earlyWarning',
			name: { en: 'Early warning', 'zh-CN': '流失预警' },
			text: {
				en: 'Customers not yet churned with at least one reason, ranked by revenue at stake. Overdue: silent for more than twice the median of the own gaps (at least two). Falling value: the later half of the orders sums to over 30 % less than the earlier half (at least four orders; an odd middle one is left out). Falling frequency: the same of orders per day, by the earlier and later half of the gaps (at least four). Fewer items: the same of the lines per order. Complaint: a linked ticket whose kind or subject says so, in the last 180 days. Low satisfaction: the last answer of 0–6 on 0–10, or a ticket’s satisfaction of 1 or 2 on 1–5, in the same time. Low P(alive): below the line set.',
				'zh-CN':
					'尚未流失且至少有一项原因的客户，按涉及销售额排序。超期：沉默天数超过自身间隔中位数的 2 倍（至少 2 个间隔）。金额下滑：后半订单合计比前半低 30% 以上（至少 4 单，奇数时中间一单不计）。频次下滑：按前后两半间隔计算的下单频率下降 30% 以上（至少 4 个间隔）。件数减少：每单行数按同法下降。投诉：近 180 天内类型或主题写明投诉的关联工单。满意度低：同期最近一次评分为 0–6（0–10 分制），或工单满意度为 1–2（1–5 分制）。P(alive) 偏低：低于设定线。倍数与比例可调。'
			}
		}
	],
	assumptions: [
		{
			en: 'Nobody says goodbye: churned is a guess from silence, and the back-test says how often it is wrong.',
			'zh-CN': '客户不会主动告别：流失是由沉默推断的，回测给出误判的比例。'
		},
		{
			en: 'The percentile looks at gaps that ended; silences still running are in the back-test and the survival curve only.',
			'zh-CN': '分位数只依据已结束的间隔；仍在持续的沉默只进入回测与生存曲线。'
		},
		{
			en: 'One customer’s silences are taken for independent of each other, so that intervals over several of them, and the log-rank test, are too sure of themselves.',
			'zh-CN': '同一客户的多段沉默按相互独立处理，因此区间与对数秩检验会偏于乐观。'
		},
		{
			en: 'The rule is that of today, applied to all history: earlier periods are judged by gaps that came later.',
			'zh-CN': '用当前规则回看全部历史：较早的周期会用到其后才出现的间隔。'
		}
	],
	sources: [
		{
			title:
				'Kaplan, E. L. and Meier, P. (1958). Nonparametric estimation from incomplete observations. JASA 53, 457–481'
		},
		{ title: 'Therneau, T. M. and Grambsch, P. M. (2000). Modeling Survival Data; the R package survival' },
		{
			title:
				'Mantel, N. (1966). Evaluation of survival data and two new rank order statistics. Cancer Chemotherapy Reports 50, 163–170'
		},
		{
			title:
				'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22, 209–212'
		}
	]
};
