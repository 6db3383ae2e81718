import type { Translated } from '../shape.ts';
import type en from '../en/rows.ts';

/** 中文: snapshots that carry their rows, and workspaces that were opened from them. */
const rows: Translated<typeof en> = {
	save: '含明细数据的快照',
	about: '同事在客析台中打开后是一个独立的工作区：所有页面均可换用其他日期、参数与分组重新计算。',
	holds: '写入文件的内容',
	holdsOrders: '{name}：{n|count} 行，含客户、日期与时刻、金额、数量、利润（以已有者为限）及该行的处理结果',
	holdsTable: '{name}：{n|count} 行',
	holdsReport:
		'本工作区名称（{workspace}）、设置及客户合并情况；当前报告草稿，含文字、呈送对象与品牌；文件名及读取方式',
	holdsNot: '不写入：原始文件、拒收的行、订单号（重新编号），以及下方选择不写入的列。',
	warnTitle: '明细透露的比合计多',
	warn: '含明细时无法隐去小组：拿到文件的人可以统计任何一组的人数。编号换成代码只是去标识化，并非匿名化：知道某人何时买过什么，就可能认出此人。请只交给有权使用这些数据的人。',
	columns: '接收方将看到',
	columnsHint:
		'如无另选，编号换成代码，姓名、联系方式、自由文本以及分析不使用的数值与日期不写入。规则随工作区保存。',
	customer: '客户',
	name: '客户名称',
	measures: {
		number: '数值，{n|count} 行',
		money: '金额，{n|count} 行',
		date: '日期与时刻，{n|count} 行'
	},
	keptTitle: '以下列原样写入，可能据此认出个人',
	kept: '{columns}。',
	saveButton: '保存',
	hidden: '隐去小组时不能附上明细：明细会显出被隐去的内容。',
	originTitle: '由快照“{title}”打开',
	origin: '于 {day} 在“{workspace}”中生成，数据截止 {asOf}。数据保持原样，可任意重新分析。',
	originFor: '呈送：{name}。',
	checking: '正在用明细核对快照：第 {done} / {total} 项分析…',
	equal: '一致：由明细算得快照中的全部 {n|count} 个值。',
	differs: '{compared|count} 个值中有 {n|count} 个与快照不同。',
	without: '{n} 项分析所需的列未写入文件或已改写，无法核对。',
	again: '重新核对',
	asMade: '按快照的设置查看',
	rules: '各列的处理',
	rule: '{column}：{policy}',
	difference: '{place}：{saved} → {found}',
	fixedTitle: '这些数据来自快照',
	fixed: '此处不能追加、清洗或更换文件，以保证数字与快照一致。如有新文件，请导入自己的工作区。'
};
export default rows;
