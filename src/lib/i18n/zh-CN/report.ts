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
	openSnapshotHint: '由客析台保存的 .clientele.json 文件；加密快照以 .age 结尾。',
	saved: '已保存：{name}',
	failed: '文件生成失败。',
	snapshotNote: '此快照为“{name}”保存于 {day}。',
	snapshotOnly: '快照中的结果可阅读、可打印。如需生成新报告，请打开原工作区。',
	working: '正在生成文件…',
	protect: '用密码保护',
	protectHint:
		'报告在任何浏览器中打开时都会要求输入密码；快照在客析台中打开时要求输入，也可用 age 命令解密。密码遗失后无人能够找回。',
	passphrase: '密码',
	passphraseAgain: '再次输入密码',
	passphraseShow: '显示密码',
	passphraseSuggest: '生成一个',
	passphraseHint: '请通过文件以外的渠道告知对方。',
	passphraseLeast: '至少 {least} 个字符。',
	passphraseDiffers: '两次输入不一致。',
	strengthLabel: '强度',
	strength: {
		weak: '弱：容易被猜中。请加长，或使用生成的密码。',
		fair: '一般：可防一般窥探，建议再加一两个词。',
		strong: '强。'
	},
	unlockTitle: '快照已加密',
	unlockText: '“{name}”受密码保护。打开后将以未加密形式保存在此浏览器中。',
	unlockOpen: '打开',
	unlockMissing: '请先输入密码。'
};
export default report;
