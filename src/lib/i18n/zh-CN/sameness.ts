import type en from '../en/sameness.ts';
import type { Translated } from '../shape.ts';

/** 简体中文：同一客户的合并。 */
const sameness: Translated<typeof en> = {
	title: '同一客户合并',
	sub: '按编号、电话、邮箱和姓名，找出工作区中可能是同一位的客户。',
	look: '查找重复客户',
	close: '收起',
	none: '没有发现疑似重复的客户。',
	noContacts:
		'未保留电话或邮箱列，仅比对编号和姓名。用上方的“更改导入…”将其设为“属性，保留”，或导入含有它们的客户名单，即可一并比对。',
	by: '比对依据：编号、姓名、{columns}。',
	crowded: '有 {n|count} 个电话、邮箱或姓名被过多客户共用，无法说明问题，已略过。',
	found: '{n|count} 对客户可能是同一位；其中 {exact|count} 对编号、电话或邮箱相同且姓名相近。',
	affected: '涉及收入 {money}。',
	acceptExact: '合并 {n|count} 对确定的客户',
	pairOf: '第 {n|count} 对，共 {all|count} 对',
	score: '可能性 {score}',
	same: '同一客户',
	apart: '不是同一位',
	skip: '跳过',
	previous: '上一对',
	keys: 'Enter 同一客户 · N 不是同一位 · J 下一对 · K 上一对',
	done: '已全部核对。',
	columns: { field: '项目', first: '客户一', second: '客户二' },
	fields: {
		id: '编号',
		name: '姓名',
		phone: '电话',
		email: '邮箱',
		orders: '订单数',
		revenue: '收入',
		first: '首次下单',
		last: '最近下单'
	},
	reasons: {
		id: '编号相同',
		phone: '电话相同',
		email: '邮箱相同',
		name: '姓名相同',
		similar: '姓名相近',
		other: '但姓名不同'
	},
	merged: '已合并的客户',
	mergedText: '{n|count} 个编号合为 {into|count} 位客户。拆分后与原始数据完全一致。',
	mergedLine: '{n|count} 位客户合并为 {into|count} 位。',
	split: '重新拆分',
	splitOf: '拆分 {id}',
	ids: '编号',
	apartTitle: '不是同一位',
	apartCount: '已确认 {n|count} 对不是同一位，不再提示，除非重新询问。',
	askAgain: '重新询问',
	askAgainOf: '重新询问 {one} 与 {other} 是否同一位'
};
export default sameness;
