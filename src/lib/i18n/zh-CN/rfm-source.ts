import type { Translated } from '../shape.ts';
import type en from '../en/rfm-source.ts';

/** 中文: RFM of the rows of a linked table. */
const rfmSource: Translated<typeof en> = {
	label: 'RFM 对象',
	orders: '订单',
	value: 'M 取值列',
	none: '仅计次数',
	record: {
		interaction: '联系',
		'campaign-contact': '活动触达',
		ticket: '工单',
		survey: '答卷',
		membership: '会员记录',
		subscription: '合同记录',
		'order-line': '明细',
		other: '记录'
	},
	records: {
		interaction: '联系次数',
		'campaign-contact': '活动触达次数',
		ticket: '工单数',
		survey: '答卷数',
		membership: '会员记录数',
		subscription: '合同记录数',
		'order-line': '明细数',
		other: '记录数'
	},
	counted:
		'按“{table}”打分：F 为{records}，M 为{measure}。共 {rows|count} 行，计入 {counted|count} 行，日期取自“{day}”列。',
	repeats:
		'按“{table}”打分：未选数值列，F 与 M 同为{records}。共 {rows|count} 行，计入 {counted|count} 行，日期取自“{day}”列。',
	named: '“{value}”',
	inMoney: '“{value}”（{currency}）',
	number: '{n|count} 次',
	lead: '{share|share} 的客户（{segment}）占{measure}的 {revenue|share}。',
	leadTypes: '{share|share} 的客户 R、F、M 三项皆高，占{measure}的 {revenue|share}。',
	quiet: '{n|count} 位曾经活跃的客户（{first}、{second}）已沉寂，其{measure}合计 {money}。',
	outside: '{n|count} 位客户仅在观察窗之前有{record}，不参与打分。',
	days: '有{record}的天数',
	sum: '合计',
	mean: '每次{record}平均',
	recencyName: '最近一次',
	frequencyName: '频率',
	title: '最近一次 × 频率',
	titleFm: '最近一次 × 频率与{measure}',
	finding: '格内为客户数，颜色为{measure}；点击查看客户。',
	findingStatic: '格内为客户数，颜色为{measure}。',
	range: '{range} 次',
	once: '{share|share} 仅有一次{record}：全部在 F{scores}',
	onceSplit: '{share|share} 仅有一次{record}：分散在 F{scores}',
	median: '距最近一次{record}天数的中位数',
	cuts: {
		recency: 'R：距最近一次{record}的天数',
		frequency: 'F：{records}',
		frequencyDays: 'F：有{record}的天数',
		monetary: 'M：{measure}',
		monetaryMean: 'M：{measure}（每次{record}平均）'
	},
	recency: '距最近一次{record}的天数',
	vip: {
		recency: '最近一次{record}不超过……天前',
		frequency: 'F（{records}）不少于',
		frequencyDays: '有{record}的天数不少于',
		monetary: 'M（{measure}）不少于',
		monetaryMean: '每次{record}平均不少于',
		found: '{n|count} 位客户（{share}）的{measure}为 {money}（{revenue}）。'
	},
	change: '{measure}变化',
	report: {
		lead: '{customers|share} 的客户占{measure}的 {revenue|share}。',
		quiet: '{n|count} 位曾经活跃的客户（{who}）已沉寂，其{measure}合计 {amount}。',
		typesLead: '{of|count} 位客户中有 {n|count} 位属于四类重要客户，占{measure}的 {share|share}。',
		base: '共为 {n|count} 位客户打分；{prospects|count} 位没有{record}、{outside|count} 位仅在观察窗之前有{record}的已知客户不参与打分。',
		matrixFinding: '格内为客户数与{measure}。',
		matrixReading: '颜色深浅表示{measure}。',
		share: '{measure}占比',
		frequency: 'F（{records}）'
	}
};
export default rfmSource;
