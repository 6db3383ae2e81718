import type { Translated } from '../shape.ts';
import type en from '../en/customer-card.ts';

/** 中文: what is known of one customer. */
const customerCard: Translated<typeof en> = {
	open: '查看 {name}',
	known: '客户标识：{ids}',
	now: 'R {r} · F {f} · M {m}',
	unscored: '观察窗内无订单，不参与打分',
	history: {
		title: '历史轨迹',
		finding:
			'各{unit}末的得分与分群，规则与各页面一致，只用截至当日的订单。变化也可能来自他人：分界点随全体客户移动。',
		units: { month: '月', quarter: '季' },
		unit: '按',
		date: '日期',
		segment: '分群',
		type: '客户类型',
		stage: '阶段',
		none: '未打分',
		notYet: '尚未出现',
		short: '该客户在截止日所在期间之前尚未出现，只有一个日期。'
	},
	links: {
		title: '关联表',
		none: '没有表与这份订单的客户关联。',
		nothing: '没有该客户的记录。',
		rows: '{n|count} 条记录',
		last: '最近 {day}',
		undated: '无日期'
	},
	loading: '正在为过往日期打分…'
};
export default customerCard;
