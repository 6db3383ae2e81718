import type { Translated } from '../shape.ts';
import type en from '../en/report.ts';

/** 中文: report. */
const report: Translated<typeof en> = {
	title: '报告',
	headline: '一个文件，随处打开，离线可读。',
	headlineMore: '包含数字、表格、定义与控制合计；不含任何客户姓名。',
	setup: '报告内容',
	reportTitle: '标题',
	reportTitleDefault: '{name}：截至 {day} 的客户分析',
	preparedFor: '呈送',
	notes: '说明',
	notesHint: '印在报告开头，段落之间空一行。',
	language: '报告语言',
	sections: '章节',
	sectionsHint: '按此顺序，使用各页面当前的参数计算。',
	moveUp: '{name} 上移',
	moveDown: '{name} 下移',
	noSections: '请至少选择一个章节。',
	contentsFrame: '截止 {day}，{window}，{refunds}',
	contentsParams: '参数：{params}',
	contentsDefaults: '默认参数',
	contentsAlways: '始终附上：定义、参数、控制合计、溯源码。',
	saveHtml: '保存报告（HTML）',
	saveHtmlHint: '发给客户：任何浏览器均可阅读，可打印为 A4；无脚本，无外链。',
	saveSnapshot: '保存快照',
	saveSnapshotHint: '发给同事：在客析台中重新打开全部结果，不含数据行。',
	openSnapshot: '打开快照',
	openSnapshotHint: '由客析台保存的 .clientele.json 文件。',
	saved: '已保存：{name}',
	failed: '文件生成失败。',
	snapshotNote: '此快照为“{name}”保存于 {day}。',
	snapshotOnly: '快照中的结果可阅读、可打印。如需生成新报告，请打开原工作区。',
	working: '正在生成文件…'
};
export default report;
