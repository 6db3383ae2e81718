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
		quarter: '季'
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
	triangle: {
		title: '同期群留存',
		finding: '各同期群在该期下单的占比；首期留存最高的是 {cohort}（{rate|share}）',
		findingAfter: '各同期群在该期及以后下单的占比；首期留存最高的是 {cohort}（{rate|share}）',
		findingNone: '各同期群按入群后周期的留存占比',
		cohort: '同期群',
		size: '人数',
		period: '期数',
		base: '已到达',
		active: '再次下单',
		rate: '留存率',
		cell: '{cohort}，第 {n} {unit}',
		counts: '{active|count} / {base|count}',
		low: '0%'
	},
	curve: {
		title: '总体留存曲线',
		finding: '全部同期群按规模加权，附 95% 区间',
		axisOf: {
			day: '入群后天数',
			week: '入群后周数',
			month: '入群后月数',
			quarter: '入群后季数'
		},
		point: '第 {n} {unit}',
		low: '下限',
		high: '上限',
		cohorts: '同期群',
		line: '总体留存率',
		fromCohorts: '来自 {n|count} 个同期群'
	}
};
export default retention;
