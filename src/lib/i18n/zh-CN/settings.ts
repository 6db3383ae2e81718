import type { Translated } from '../shape.ts';
import type en from '../en/settings.ts';

/** 中文: 工作区设置。 */
const settings: Translated<typeof en> = {
	title: '{name} 的设置',
	text: '适用于本工作区。视图或导入中单独作出的选择优先。',
	asOf: '默认分析截止日',
	asOfs: { latest: '最近一单', month: '上一个完整月的月末', day: '指定日期' },
	asOfDay: '日期',
	asOfText: '未另行选择时计入的最后一天。它属于每个数字的来源信息，并印在报告中。',
	weekStart: '每周从哪天开始',
	weekStartText: '用于按周统计的数字。',
	weekdays: {
		d1: '星期一',
		d6: '星期六',
		d7: '星期日'
	},
	yearStart: '财年起始月份',
	yearStartText: '用于按季度和按年的统计。自{month}起时，{from} 至 {to} 为{name}。',
	refunds: '收入口径',
	refundsText: '净额从对应订单中扣除退款；总额不计退款。',
	currency: '显示币种（ISO 代码，留空则不显示）',
	currencyExample: 'CNY',
	currencyText: '数据未注明币种时写在金额旁。不作任何换算。',
	cancelled: '新导入中已取消的订单',
	zero: '新导入中金额为零的行',
	aside: '搁置',
	keep: '计入',
	rowsText: '决定什么算有效订单。已有数据集不变，可在“数据”页更改其导入。',
	tierA: 'A 级止于',
	tierB: 'B 级止于',
	tierText: '累计收入占比（%）：填 70 与 90 时，A 级为前 70%，B 级为其后 20%，其余为 C 级。',
	tierWrong: 'B 级须大于 A 级，且均在 1 至 99 之间。',
	zoneText:
		'用于新导入。注明与 UTC 时差的时间（Z、+00:00）按此时区当地的日期计，含夏令时；其他日期以文件所写为准。数字与查看者所在时区无关。',
	saved: '已更改 {name} 的设置。'
};
export default settings;
