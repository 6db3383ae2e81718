import type { Translated } from '../shape.ts';
import type en from '../en/retention.ts';

/** 中文: retention. */
const retention: Translated<typeof en> = {
	title: '留存',
	lead: {
		on: '入群后第 {n|count} {unit}，{rate|share} 的客户再次下单。',
		'on-or-after': '{rate|share} 的客户在入群后第 {n|count} {unit}或之后再次下单。'
	},
	leadNone: '还没有任何同期群观察满一个完整周期。',
	later: '第 {n|count} {unit}为 {rate|share}。',
	cohorts: '共 {n|count} 个同期群，按规模加权；未结束的周期不计入。',
	unitCount: {
		day: '天',
		week: '周',
		month: '个月',
		quarter: '季',
		year: '年'
	},
	measure: '留存口径',
	measures: { on: '第 N 期', 'on-or-after': '第 N 期及以后' },
	measureHints: { on: '恰在该期下单', 'on-or-after': '在该期或之后任一期下单' },
	unit: '周期',
	periods: '计期',
	periodKinds: { calendar: '自然周期', rolling: '自首单起' },
	periodHints: {
		calendar: '自然日、周、月、季',
		rolling: '自客户首单起，每 1、7、30 或 91 天为一期'
	},
	entry: '分群依据',
	entries: { first: '首单', recurring: '任意订单' },
	entryHints: { first: '每位客户只属于一个同期群', recurring: '客户在每个有订单的周期都计入' },
	longest: '最长',
	views: '视图',
	view: {
		cohorts: '留存',
		brackets: '区间',
		rhythm: '复购与周期',
		each: '逐群对比'
	},
	of: '口径',
	ofKinds: { customers: '客户', money: '收入' },
	ofHints: {
		customers: '第 N 期下单的成员占比',
		money: '恰在第 N 期的消费额与第 0 期之比'
	},
	byOrigin: '按首单渠道、商品、地区等分群',
	triangle: {
		title: '同期群留存',
		finding: '各同期群在该期下单的占比；首期留存最高的是 {cohort}（{rate|share}）。',
		findingAfter: '各同期群在该期及以后下单的占比；首期留存最高的是 {cohort}（{rate|share}）。',
		findingNone: '各同期群按入群后周期的留存占比。',
		cohort: '同期群',
		size: '人数',
		period: '期数',
		base: '已到达',
		active: '再次下单',
		rate: '留存率',
		cell: '{cohort}，第 {n} {unit}',
		counts: '{active|count} / {base|count}',
		low: '0%',
		findingMoney: '各同期群在该期的消费额与入群当期之比；首期留存最高的是 {cohort}（{rate|share}）。',
		moneyBase: '入群当期消费',
		money: '该期消费',
		moneyRate: '收入留存率',
		amounts: '{money} / {base}'
	},
	curve: {
		title: '总体留存曲线',
		finding: '全部同期群按规模加权，附 95% 置信区间；越靠后的点所含同期群越少、越早，因此曲线可能回升。',
		axisOf: {
			day: '入群后天数',
			week: '入群后周数',
			month: '入群后月数',
			quarter: '入群后季数',
			year: '入群后年数'
		},
		point: '第 {n} {unit}',
		low: '下限',
		high: '上限',
		cohorts: '同期群',
		line: '总体留存率',
		fromCohorts: '来自 {n|count} 个同期群',
		findingMoney: '全部同期群的消费额与入群当期之比；总额并非抽样，不附置信区间。',
		lineMoney: '收入留存率'
	},
	newest: {
		title: '最新同期群与其余对比',
		finding: '每{unit}取已完整的最新同期群，与其余已完整的同期群合计相比。',
		findingAfter: '仅比较“第 N 期”：新同期群的“及以后”观察时间更短，不可比。',
		findingNone: '至少两个同期群观察满一{unit}后才能对比。',
		list: '列表',
		mark: '{cohort}，第 {n} {unit}',
		line: '第 {n} {unit}：{cohort} 为 {rate|share}，其余 {cohorts|count} 个同期群为 {others|share}。',
		better: '高 {points} 个百分点（95% 置信区间 {low} 至 {high}；p {p}），超出偶然波动。',
		worse: '低 {points} 个百分点（95% 置信区间 {low} 至 {high}；p {p}），超出偶然波动。',
		alike: '相差 {points} 个百分点（95% 置信区间 {low} 至 {high}；p {p}），可能只是偶然。',
		n: '期数',
		cohort: '最新同期群',
		rate: '留存率',
		base: '基数',
		othersRate: '其余留存率',
		othersBase: '其余基数',
		difference: '差异（百分点）',
		low: '下限',
		high: '上限',
		p: 'p 值'
	},
	each: {
		title: '逐群留存曲线',
		finding: '各同期群的完整周期；背后的浅线为总体曲线。',
		findingNone: '还没有同期群在入群后观察满一个完整周期。',
		line: '该同期群',
		all: '全部同期群',
		heading: '{cohort} · {size}',
		more: '再显示 {n|count} 个',
		shown: '共 {all|count} 个同期群，显示最新的 {shown|count} 个'
	},
	brackets: {
		title: '区间留存',
		finding: '{bracket}最高：观察至区间结束的客户中 {rate|share} 再次下单；区间越宽，占比越高。',
		findingNone: '还没有客户观察至任一区间结束。',
		cohortsTitle: '各同期群的区间留存',
		cohortsFinding: '各同期群在区间内下单的占比；* 表示部分成员尚未到达区间终点。',
		preset: '区间',
		presets: { month: '首月', year: '首年', periods: '按周期', own: '自定义' },
		unit: '计数单位',
		units: { day: '天', period: '期' },
		edit: '各区间的起止',
		hint: '例如 1-3, 4-7, 8-14：从 1 起，依次排列，不重叠',
		errors: {
			empty: '请至少填写一个区间，例如 1-30。',
			syntax: '“{part}”不是区间，请写起止，例如 8-14。',
			range: '区间须从 1 或更晚开始，不晚于 {most|count} 结束，且终点不早于起点。',
			order: '区间须依次排列且不重叠：{part} 的起点早于前一区间的终点。',
			many: '最多 {most|count} 个区间。'
		},
		days: '第 {range} 天',
		periods: {
			day: '第 {range} 天',
			week: '第 {range} 周',
			month: '第 {range} 个月',
			quarter: '第 {range} 季',
			year: '第 {range} 年'
		},
		bracket: '区间',
		reached: '观察至结束',
		active: '再次下单',
		rate: '留存率',
		waiting: '尚未到达',
		waitingLine: '{n|count} 位尚未到达',
		cell: '{cohort}，{bracket}'
	},
	repeat: {
		heading: '观察窗内的订单',
		none: '观察窗内没有客户下单，暂无复购率、粘性与购买周期。',
		rate: '复购率',
		rateSub: '{buyers|count} 位下单客户中 {repeat|count} 位有两单及以上；95% 置信区间 {interval}',
		mark: { repeat: '复购客户', once: '仅一单的客户' },
		once: '仅一单的客户',
		onceSub: '占下单客户的 {share|share}',
		median: '购买周期',
		medianSub: '{n|count} 位有两个及以上下单日的客户的中位数',
		late: '九成客户不超过',
		lateSub: '四分之三的客户不超过 {days} 天',
		days: '{days} 天'
	},
	stickiness: {
		title: '粘性',
		finding: '{share|share} 的下单客户至少在 {n|count} {unit}中下单。',
		findingOne: '还没有客户在多于 1 {unit}中下单。',
		kind: '活跃期数',
		kinds: { exactly: '恰好 n 期', atLeast: '至少 n 期' },
		n: '不同期数',
		customers: '客户',
		share: '占比',
		axis: {
			day: '有订单的不同天数',
			week: '有订单的不同周数',
			month: '有订单的不同月数',
			quarter: '有订单的不同季数',
			year: '有订单的不同年数'
		},
		mark: {
			exactly: '恰好在 {n} {unit}中下单',
			atLeast: '至少在 {n} {unit}中下单'
		}
	},
	intervals: {
		title: '购买周期',
		finding: '一半的回头客购买周期不超过 {median} 天，四分之一不超过 {p25} 天，四分之三不超过 {p75} 天。',
		none: '观察窗内还没有客户在两个及以上日期下单。',
		suggest: '以 {days|count} 天用于流失判定',
		suggestion: '九成客户通常在 {days|count} 天内再次下单：沉默更久即属反常，可作为流失判定期限。',
		churned: '沉默超过 {days|count} 天',
		axis: '每位客户下单日间隔的中位数（天）',
		range: '天数',
		customers: '客户',
		share: '占比',
		mark: '每 {range} 天购买一次的客户'
	}
};
export default retention;
