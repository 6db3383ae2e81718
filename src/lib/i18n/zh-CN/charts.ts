import type { Translated } from '../shape.ts';
import type en from '../en/charts.ts';

/** 中文: charts. */
const charts: Translated<typeof en> = {
	explain: '如何计算？',
	table: '表格',
	chart: '图表',
	export: '导出',
	png: '图片（PNG）',
	svg: '矢量图（SVG）',
	csv: '数据（CSV）',
	copyTable: '复制表格',
	copyPicture: '复制图片',
	toReport: '加入报告',
	plusReport: '+ 报告',
	bareToReport: '加入报告：',
	inReport: '已加入报告：{title}',
	sentences: '文字结论',
	keyFigures: '关键数字',
	copied: '已复制。',
	exportFailed: '操作失败：图片无法生成，或浏览器不允许复制。',
	actions: '图表操作：{title}',
	seeCustomers: '查看客户',
	incomplete: '周期未完整',
	interval: '95% 置信区间',
	noRows: '暂无数据。',
	low: '低',
	high: '高',
	emptyCell: '无客户',
	footer: '{dataset} · 截止 {day}',
	keyboardGrid: '方向键切换单元格，回车查看客户。',
	keyboardMarks: '方向键切换图形，回车查看客户。'
};
export default charts;
