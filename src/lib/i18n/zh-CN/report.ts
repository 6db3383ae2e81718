import type { Translated } from '../shape.ts';
import type en from '../en/report.ts';

/** 中文: report. */
const report: Translated<typeof en> = {
	title: '报告',
	lacksOrders:
		'报告和快照讲述的是订单及其每一行的去向，而本工作区还没有订单。客户名单和各图表背后的数据仍可导出。',
	headline: '一个文件，随处打开，离线可读。',
	headlineMore: '包含数字、表格、定义与控制合计；不含任何客户姓名。',
	setup: '标题与说明',
	reportTitle: '标题',
	titles: {
		everything: '{name}：截至 {day} 的客户分析',
		lifecycle: '{name}：客户生命周期分析（截至 {day}）',
		value: '{name}：客户终身价值（截至 {day}）',
		segments: '{name}：客户分层复盘（截至 {day}）',
		year: '{name}：年度客户总结（{day}）',
		retention: '{name}：留存与流失（截至 {day}）'
	},
	preparedFor: '呈送',
	notes: '说明',
	notesHint: '印在报告开头，段落之间空一行。',
	language: '报告语言',
	moveUp: '{name} 上移',
	moveDown: '{name} 下移',
	noSections: '请至少加入一张图表。',
	contentsFrame: '截止 {day}，{window}，{refunds}',
	contentsAlways: '始终附上：定义、参数、控制合计、溯源码。',
	saveHtml: '保存报告（HTML）',
	saveHtmlHint: '发给客户：任何浏览器均可阅读，可打印为 A4 或 16:9；无脚本，无外链。',
	saveHtmlLockedHint: '发给客户：在任何浏览器中输入密码即可离线打开；仅含一段解锁脚本，无外链。',
	saveSnapshot: '保存快照',
	saveSnapshotHint: '发给同事：在客析台中重新打开全部结果；可不含数据行，也可附上明细以便任意重新分析。',
	saveRows: '附上明细数据…',
	saveWorkbook: '保存工作簿（XLSX）',
	saveWorkbookHint: '供进一步计算：每张表一个工作表，数字为真实数值，附参数与术语表。',
	saveSlides: '保存幻灯片（PPTX）',
	saveSlidesHint: '用于汇报：每个结论一页，图表与表格均可编辑，备注中附定义与参数。',
	saveTablesCsv: '保存表格（CSV）',
	saveTablesParquet: '保存表格（Parquet）',
	saveTablesHint: '供其他工具使用：每张表一个文件，打包为一个 ZIP。',
	openOnly: '此格式不能在此加密；如需保存，请先关闭密码保护。',
	openSnapshot: '打开快照',
	openSnapshotHint:
		'由客析台保存的 .clientele.json 文件，或含明细的 .clientele.zip 文件；加密快照以 .age 结尾。',
	saved: '已保存：{name}',
	failed: '文件生成失败。',
	snapshotNote: '此快照为“{name}”保存于 {day}。',
	againTitle: '重新生成报告',
	again: '由快照中的结果生成，条目、批注与外观均与原报告一致，仅生成日期不同。如需更改参数，请打开原工作区。',
	againTold:
		'由快照中的结论与表格生成，语言、条目、批注与外观均与原报告一致（早期版本的文件不含图注与批注）。隐去的内容仍然隐去；图表会显出隐去的数字，因此不含图表。',
	disclosedTitle: '此快照已隐去少于 {k} 人的小组',
	disclosedText: '其中是可供阅读的结论（以保存时的语言书写），不含供其他页面使用的结果。',
	working: '正在生成文件…',
	hideSmall: '隐去小组',
	hideSmallHint:
		'所有文件中低于下限的人数都会隐去，并连带隐去可由合计推出的格；可能泄露的语句亦略去。隐去过的内容在以后的文件中继续隐去。',
	hiddenBeforeTitle: '先前的文件隐去过小组',
	hiddenBefore:
		'本工作区保存过隐去少于 {k} 人的小组的文件。若此文件显示这些小组，同时持有两份文件的人即可得知。',
	hideSmallLimit: '少于',
	snapshotWhole:
		'隐去小组时，快照以报告的表格与语句代替结果：可阅读、可核对，但不能在其上继续分析；也不能附上明细，否则会显出被隐去的内容。',
	personalTitle: '文字中含有个人信息',
	personal: '标题、呈送对象或说明中似乎含有{kinds}，将按原样印出。',
	personalKinds: { email: '电子邮箱', phone: '电话号码', id: '身份证号' },
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
	unlockTitle: '文件已加密',
	unlockText: '“{name}”受密码保护。打开后，其中的快照将以未加密形式保存在此浏览器中。',
	unlockOpen: '打开',
	unlockMissing: '请先输入密码。'
};
export default report;
