import type { Translated } from '../shape.ts';
import type en from '../en/warnings.ts';

/** 中文: warnings. */
const warnings: Translated<typeof en> = {
	// what is missing
	'no-orders': '截止日前没有有效订单。',
	'no-profit': '订单没有利润。请重新导入文件，把一列设为“成本”或“利润”；或改按销售额计。',
	'profit-too-little':
		'只有 {orders|share} 的订单（占金额 {revenue|share}）已知利润，不足以代表全部（两者至少各 {minimum|share}）。',
	'profit-partly-known':
		'按利润计：只含已知利润的订单，占订单 {orders|share}、金额 {revenue|share}；其余不计入。',
	'profit-none': '观察窗内全部客户合计没有利润，因此没有利润占比。',
	'no-orders-in-window': '观察窗内没有有效订单，请提前起始日或选择全部历史。',
	'no-new-customers-in-window': '观察窗内没有客户首次下单，请提前起始日，或改用循环方式。',
	// any method
	'few-customers':
		'仅 {n|count} 位客户，不足 {minimum|count} 位，单个客户即可明显影响占比；凡附有置信区间的数值，请以其为准。',
	'no-revenue': '观察窗内没有销售额，无法计算销售额占比。',
	// overview
	'few-active':
		'最近 {days|count} 天仅有 {n|count} 位客户下单，不足 {minimum|count} 位，客单价请看置信区间。',
	'single-day': '所有订单都在同一天，无法判断购买周期与趋势。',
	'no-repeat-days': '没有客户在两个不同日期下过单，无法计算购买周期。',
	'period-before-incomplete':
		'数据只覆盖截止日前 {known|count} 天，不足两个 {days|count} 天的周期，上期数据不完整，对比仅供参考。',
	// lifecycle
	'no-gaps': '没有客户在两个不同日期下过单，缺少购买间隔，依赖分位数的规则对所有客户均不生效。',
	'few-gaps':
		'购买间隔的分位数仅基于 {n|count} 个间隔（少于 {minimum|count} 个），建议在规则中改用固定天数。',
	'no-lost-rule': '规则中没有以沉默天数定义的“流失”，因此漏斗中没有流失与挽回客户。',
	'no-complete-period': '尚无完整周期，无法计算活力指数。',
	// rfm
	'rfm-frequency-collapsed':
		'{n|count} 位客户（{share|share}）只买过一次：频次几乎无法区分客户，部分频次得分可能为空。',
	'rfm-empty-scores-recency': '以下 R 得分没有客户：{scores}。距今天数相同的客户过多，或客户总数过少。',
	'rfm-empty-scores-frequency': '以下 F 得分没有客户：{scores}。频次相同的客户过多，或客户总数过少。',
	'rfm-empty-scores-monetary': '以下 M 得分没有客户：{scores}。M 值相同的客户过多，或客户总数过少。',
	'rfm-ties-split-recency':
		'{n|count} 位客户（{share|share}）与其他档客户的距今天数相同：等量分组会按客户标识拆开数值相同的客户。',
	'rfm-ties-split-frequency':
		'{n|count} 位客户（{share|share}）与其他档客户的频次相同：等量分组会按客户标识拆开数值相同的客户。',
	'rfm-ties-split-monetary':
		'{n|count} 位客户（{share|share}）与其他档客户的 M 值相同：等量分组会按客户标识拆开数值相同的客户。',
	'rfm-outside-window': '{n|count} 位客户的订单全部早于观察窗：已知但未参与打分。',
	'rfm-no-rows': '截至分析截止日，该表没有已知客户的记录。请选择更晚的截止日，或改用订单。',
	'rfm-no-rows-in-window': '观察窗内该表没有已知客户的记录。请选择更早的起点或全部历史。',
	'rfm-rows-orphans':
		'该表 {of|count} 行中有 {n|count} 行找不到对应客户，未计入：该客户没有订单也不在客户表中，或该行未写客户。',
	'rfm-rows-undated': '该表 {of|count} 行中有 {n|count} 行没有日期，未计入。',
	'rfm-rows-empty': '该表 {of|count} 行中有 {n|count} 行所选列为空，F 与 M 均未计入。',
	'rfm-rows-later': '该表 {of|count} 行中有 {n|count} 行晚于分析截止日，未计入。',
	'rfm-rows-collapsed':
		'{n|count} 位客户（{share|share}）只有一条记录：频率几乎无法区分客户，部分 F 得分可能没有客户。',
	'rfm-rows-outside-window': '{n|count} 位客户的记录全部早于观察窗：已知但未参与打分。',
	'rfm-negative-values': '{n|count} 位客户的合计为负数：各项占比不再是同一整体的组成部分。',
	'rfm-no-segments': '十一分群按 5 档得分定义，当前为 {bins|count} 档，故不划分。',
	'rfm-rules-gaps':
		'{of|count} 个编码中有 {codes|count} 个未归入任何分群（{n|count} 位客户）：请添加规则或放宽范围。',
	'rfm-rules-overlaps':
		'{of|count} 个编码中有 {codes|count} 个被多个分群占用（{n|count} 位客户）：归入最先符合的规则。',
	// retention
	'retention-too-many-cohorts':
		'共 {all|count} 个同期群，数量过多：仅显示最近的 {shown|count} 个，总体曲线也只含这些。请选择更长的周期，或限定观察窗。',
	'retention-small-cohorts':
		'{all|count} 个同期群中有 {n|count} 个不足 {minimum|count} 位客户，其留存率仅供参考。',
	'retention-no-complete-return': '入群之后尚无完整周期，暂无可靠的留存率。',
	'retention-brackets-unreached': '{all|count} 个区间中有 {n|count} 个尚无客户观察至区间结束，暂无留存率。',
	// origins
	'origins-no-attribute': '文件中没有可用于对比客户的列。请在导入时保留渠道、地区或商品等列。',
	'origins-nobody-came': '观察窗内没有客户首次下单，请提前起始日，以查看客户来源。',
	'origins-one-group': '所有客户的取值相同，无从比较。请选择其他列。',
	'origins-small-groups': '{all|count} 个分组中有 {n|count} 个不足 {minimum|count} 位客户，其比率仅供参考。',
	'origins-many-values': '该列有 {n|count} 个不同取值，几乎每位客户一个，更像名称而非分组。请选择其他列。',
	'origins-empty': '{n|count} 位客户的首单在该列没有取值。',
	'origins-none-followed': '尚无客户观察满 {days|count} 天，请选择更短的期限来比较价值。',
	// findings
	'findings-too-few-periods':
		'完整周期仅 {n|count} 个，至少需要相邻的两个才能比较。请改用更短的周期或更长的观察窗。',
	'findings-no-last-year': '观察窗内没有去年同期：未作跨季节比较。',
	'findings-short-history':
		'完整周期仅 {n|count} 个（少于 {minimum|count} 个）：尚难判断何为平时水平，因此不判定反常。',
	'findings-none': '没有突出的发现：最近一个完整周期与此前相仿。',
	// churn
	'churn-none-followed':
		'距截止日 {days|count} 天以前，没有客户沉默达到流失窗口：暂无流失再购率，窗口也无法回测。',
	'churn-few-followed':
		'窗口回测仅基于 {n|count} 段沉默（少于 {minimum|count} 段），请看置信区间，勿只看数值。',
	'churn-window-short':
		'沉默超过 {days|count} 天的客户中有 {share|share} 在 {within|count} 天内回来了，此窗口偏短；从 {suggested|count} 天起，回流比例降到可容忍范围。',
	'churn-window-short-no-better':
		'沉默超过 {days|count} 天的客户中有 {share|share} 在 {within|count} 天内回来了，此窗口偏短，且现有数据中没有更合适的窗口。',
	'churn-mostly-once': '{share|share} 的客户只在一天内下过单，购买间隔仅反映其余客户。',
	'churn-no-reasons': '流失原因所在的列已不存在：其表未关联或已被替换。请另选一列。',
	'churn-few-reasons':
		'{of|count} 位流失客户中仅 {n|count} 位说明了原因（不足 {minimum|count} 位）：各归因占比仅供参考。',
	'churn-no-complete-period': '尚无完整周期，暂无可靠的流失率。',
	// contracts
	'contracts-no-table': '没有与客户关联的订阅或合同表，或关联的不是所选的表。',
	'contracts-no-rows': '{n|count} 行中没有截至该日有效的合约：需要已知客户以及起始日（或时长）。',
	'contracts-few': '在约记录仅 {n|count} 段，少于 {minimum|count} 段，比率仅供粗略参考。',
	'contracts-out-orphans': '{all|count} 行中有 {n|count} 行未计入：客户未知。',
	'contracts-out-undated': '{all|count} 行中有 {n|count} 行未计入：无起始日或时长。',
	'contracts-out-reversed': '{all|count} 行中有 {n|count} 行未计入：到期早于起始。',
	'contracts-out-later': '{all|count} 行中有 {n|count} 行未计入：截至该日尚未开始。',
	'contracts-out-endUnknown': '{all|count} 行中有 {n|count} 行未计入：已终止，但终止日不详。',
	// Said by results of before each reason had a sentence of its own.
	'contracts-left-out':
		'{all|count} 行中有 {n|count} 行未计入：客户未知 {orphans|count}，无起始日或时长 {undated|count}，到期早于起始 {reversed|count}，尚未开始 {later|count}，终止日不详 {endUnknown|count}。',
	'contracts-no-days': '表中只有合约时长而无日期：是否终止看状态，且无法按周期统计变动。',
	'contracts-one-period': '尚无客户观察到第二次续约，无法建立续约模型，请选择更短的合约期。',
	'contracts-nobody-left': '尚无合约到期未续，无法建立续约模型。',
	'contracts-no-fit': '续约模型未能收敛。',
	'contracts-few-ends': '模型仅基于 {n|count} 次终止，少于 {minimum|count} 次，预测仅供粗略参考。',
	// value
	'value-few-repeats':
		'只有 {n|count} 位客户在首单之后的其他日期再次下单，少于预测所需的 {minimum|count} 位：页面只显示历史价值，不作预测。',
	'value-fit-scaled': '模型首次求解未收敛，改用缩放后的数据重新求解才得到参数。',
	'value-fit-penalised': '模型加上对极端参数的惩罚（权重 {penalty}）后才收敛：预测仅供粗略参考。',
	'value-fit-cohort-mean': '模型在该数据上未能收敛，改用同期群曲线预测购买：相同客龄的客户预期相同。',
	'model-nobody-leaves':
		'模型在该数据中几乎看不到客户停止购买的迹象，绝大多数客户的 P(alive) 接近 100%，因此无法分辨谁在流失，请以未下单天数为准。',
	'value-spend-mean': '客单价模型在该数据上未能收敛：有复购的客户取其自身均值，其余客户取前者的均值。',
	'value-spend-losses':
		'有 {n|count} 位客户的复购合计为亏损，而客单价模型只适用于正值：有复购的客户取其自身均值，其余客户取前者的均值。',
	'value-spend-penalised': '客单价模型加上对极端参数的惩罚后才收敛：金额仅供粗略参考。',
	'value-correlated':
		'购买频次与单次金额相关（相关系数 {correlation}），而客单价模型假定两者独立，预测价值会向均值靠拢。',
	'value-far-horizon':
		'预测期 {months|count} 个月长于已观察的 {observed|count} 个月：预测已远离实际观察范围。',
	'value-holdout-high': '留出检验中，模型预期的订单比实际多 {share|share}，预测可能偏高。',
	'value-holdout-low': '留出检验中，模型预期的订单比实际少 {share|share}，预测可能偏低。',
	'value-no-holdout': '最后四分之一时间之前复购的客户太少，无法对模型作留出检验。',
	'value-too-many-cohorts':
		'共 {all|count} 个同期群，无法全部显示：仅列出最新的 {shown|count} 个，曲线也只含这些。',
	// migration
	'migration-before-data': '数据始于 {first}，晚于前一日期 {day}，请选择更晚的日期。',
	'migration-not-before': '对比日期 {day} 晚于分析截止日。',
	'migration-no-window': '当前查看全部历史，没有观察窗起点。请选择观察窗，或改用其他对比日期。',
	'migration-no-new-year': '春节日期仅覆盖 1990–2100 年，请改用其他对比日期。',
	'migration-no-segments': '十一分群需要五级得分，请改看价值类型或生命周期阶段。',
	'migration-no-cuts': '等分或嵌套评分没有可沿用的切点，全部迁移均计为行为变化。',
	// contribution
	'contribution-no-orders': '两个时期内均无有效订单，请选择更长的时期。',
	'contribution-nothing-before': '前期没有订单，或数据始于前期之后：变化全部归于客户数。',
	'contribution-nothing-now': '后期无人下单：变化全部归于客户数。',
	'contribution-before-incomplete':
		'前期 {days|count} 天中，数据仅覆盖 {known|count} 天：对比的是其中一部分。'
};
export default warnings;
