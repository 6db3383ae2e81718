import type { Translated } from '../shape.ts';
import type en from '../en/disclosure.ts';

/** 中文: what leaves in files that are given away, and how such files are checked. */
const disclosure: Translated<typeof en> = {
	title: '保存客户',
	about: '文件中共 {n|count} 位客户。',
	aboutSome: '{all|count} 位客户中有 {n|count} 位写入文件。',
	redact: '为接收方脱敏',
	redactHint: '仅当文件留作自用时才关闭：关闭后所有内容原样写入。',
	columns: '来自数据的列',
	columnsHint: '规则随工作区保存，下一个文件沿用。',
	natures: {
		id: '客户编号',
		name: '名称，{n|count} 个不同取值',
		contact: '联系方式',
		category: '分组，{n|count} 个取值',
		text: '自由文本，{n|count} 个不同取值'
	},
	policies: {
		keep: '保留',
		mask: '掩码',
		pseudonym: '换成代码',
		drop: '不写入'
	},
	policyHints: {
		keep: '原样写入',
		mask: '张**、z***@…、138****1234；不同取值可能显示相同',
		pseudonym: '本工作区的所有文件中，同一客户代码相同',
		drop: '文件中没有此列'
	},
	policyOf: '“{column}”如何处理',
	becomes: '{before} → {after}',
	leftOut: '{before} → 不写入',
	noValues: '无取值',
	reckoned: '计算得出的列',
	consent: '仅限已同意的客户',
	consentAttribute: '列',
	consentAny: '全部客户',
	consentValue: '取值',
	consentHint: '以每位客户最近一条有记录的行为准；没有记录的客户不写入。',
	preview: '接收方将看到',
	previewEmpty: '文件中没有客户。',
	leftTitle: '仍有内容指向个人',
	left: '{column}：{kinds}（{n|count} 位客户）',
	kinds: { email: '电子邮箱', phone: '电话号码', id: '身份证号' },
	namesKept: '名称将原样写入文件。',
	idsKept: '客户编号将原样写入文件：能访问客户系统的人可据此识别本人。',
	saveCsv: '保存为 CSV',
	saveParquet: '保存为 Parquet',
	saveWorkbook: '保存为工作簿（XLSX）',
	workbookFull: '工作簿最多容纳 {limit|count} 位客户，请保存为 CSV。',
	verifyTitle: '核对此快照',
	verifyHint:
		'选择生成快照的原始文件：按快照自带的导入方案与参数重新计算全部结果并逐一比较，不保存任何内容。',
	verifyChoose: '选择文件',
	verifyNeeds: '由 {name} 生成。请一并选择全部文件，顺序不限。',
	verifyAnd: '、',
	verifyEqual: '一致：该文件得出快照中的每一个数字。',
	verifyEqualText: '已核对 {name} 得出的 {compared|count} 个值。',
	verifyHidden: '另有 {n|count} 个值在快照中已隐去，无法核对。',
	verifyDiffers: '{compared|count} 个值中有 {n|count} 个不同。',
	verifyFirst: '仅列出前 {n|count} 个。',
	verifyOtherFile: '此文件不是生成快照的那个文件。',
	verifyOtherVersions: '快照保存之后定义有变：{methods}。',
	verifyOtherRecipe: '文件相同而导入方案不同：快照不含清洗步骤。命令行可另外给出导入方案。',
	verifyHash: '溯源码',
	verifyHashFound: '算得：{hash}',
	verifyColumns: {
		method: '分析',
		table: '表',
		row: '行',
		column: '列',
		saved: '快照中',
		found: '由文件算得'
	},
	verifySingle: '单个数字',
	verifyWorking: '正在重新计算…',
	groups: '列脱敏',
	groupsHint: '含名称、联系方式或自由文本的列，其取值不会出现在报告与快照中。',
	groupsMore: '各列的规则'
};
export default disclosure;
