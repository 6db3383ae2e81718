import type en from '../en/joining.ts';
import type { Translated } from '../shape.ts';

/** 简体中文：向数据集追加文件。 */
const joining: Translated<typeof en> = {
	becomes: '导入方式',
	ownDataset: '单独的数据集',
	addTo: '追加到 {name}',
	addToHint: '{workspace} · 截至 {day}',
	addToTableHint: '{workspace} · {n|count} 行',
	ownTable: '单独的表格',
	offerSame: '列与“{name}”（截至 {day}）完全相同，要追加到该数据集吗？',
	offerMost:
		'{columns|count} 列中有 {shared|count} 列与“{name}”相同，包括客户、日期和金额。要追加到该数据集吗？',
	offerSameTable: '列与“{name}”完全相同，要追加到该表格吗？',
	offerMostTable:
		'{columns|count} 列中有 {shared|count} 列与“{name}”相同，包括标识各行的列。要追加到该表格吗？',
	offerMeaning:
		'与“{name}”（截至 {day}）同为订单：客户、日期和金额都有，只是列名不同。要追加到该数据集，一起分析吗？',
	offerMeaningTable: '与“{name}”是同类表格，只是列名不同。要追加到该表格吗？',
	keptAs: '列 {name} 归入数据集的哪一列',
	keptApart: '单独一列',
	keptIn: '归入“{name}”',
	offerAccept: '追加到 {name}',
	accepted: '“{name}”中已有的行会被识别，不会重复计入。存储之前会先显示新增内容。',
	noCounterpart: '{n|count} 列没有对应列：{names}。请在下方选择归入哪一列。',
	sameFile: '这个文件已在“{name}”中（导入于 {time}），没有可追加的内容。',
	openIt: '打开 {name}',
	title: '{file} 的新增内容',
	finding: '新增 {n|count} 行。',
	findingNone: '没有新增内容。',
	findingRest: '{n|count} 行已存在。',
	findingChanged: '{n|count} 个订单的明细与之前不同。',
	findingCustomers: '其中 {all|count} 位客户有 {n|count} 位已存在。',
	strangers:
		'文件中的客户在已有数据中一位也找不到：可能全是新客户，也可能两份文件的客户编号体系不同。若是后者，追加后同一位客户会被当作两位。',
	kind: '文件中的行',
	rows: '行数',
	money: '金额',
	recognised: '已存在，不重复计入',
	added: '新增',
	changed: '有变动的订单',
	replaced: '已有行的新版本（标识相同）',
	findingReplaced: '{n|count} 行已有但内容不同，将取代旧行。',
	silent: {
		dataset: '已有订单没有注明币种：追加后全部按 {currency} 计。如果是其他币种，请选择“不追加”。',
		file: '这个文件没有注明币种：其金额将与已有订单一样按 {currency} 计。如果是其他币种，请选择“不追加”。'
	},
	changedTitle: '有变动的订单',
	changedText:
		'这些订单两边都有，但各有对方没有的明细：金额、日期、状态或其他列不同，或文件恰好在订单中间截断。以哪一边为准？',
	rule: '以哪一边为准',
	rules: { newer: '新文件', kept: '已有数据', both: '两边都计入' },
	ruleHints: {
		newer: '已有的明细被取代，在数据核对表中列为“不计入”。',
		kept: '新文件中的明细不计入，仍列在数据核对表中。',
		both: '适用于文件在订单中间截断的情况：所有明细都属于该订单。'
	},
	examples: '共 {n|count} 个，显示前几个',
	order: '订单',
	before: '仅已有数据',
	after: '仅新文件',
	differs: '不同之处',
	parts: {
		customer: '客户',
		day: '日期',
		time: '时间',
		amount: '金额',
		quantity: '数量',
		cancelled: '是否取消',
		count: '明细行数'
	},
	linesOf: '{n|count} 行，{money}',
	add: '追加',
	leave: '不追加',
	left: '未追加任何内容。该文件可以单独导入。',
	done: '识别出已有 {recognised|count} 行，新增 {added|count} 行。',
	doneTable: '识别 {recognised|count} 行已有，取代 {replaced|count} 行，新增 {added|count} 行。',
	undo: '撤销追加',
	undoHint: '追加之前的数据集保留在回收站中。',
	sources: '数据集的来源文件',
	sourcesOfTable: '本表格的文件',
	there: '已有',
	newVersion: '取代',
	sourcesText: '共 {n|count} 个文件，按追加顺序排列。',
	file: '文件',
	imported: '追加时间',
	sourceRows: '行数',
	sourceRule: '变动订单'
};
export default joining;
