import type { Translated } from '../shape.ts';
import type en from '../en/customers.ts';

/** 中文: customers. */
const customers: Translated<typeof en> = {
	title: '客户',
	finding: '共 {n|count} 位客户，合计 {money}。',
	findingSome: '{all|count} 位客户中有 {n|count} 位符合，合计 {money}。',
	list: '客户列表',
	search: '按编号或名称搜索',
	selection: '仅显示：{title}',
	clearSelection: '显示全部客户',
	openList: '在列表中打开',
	beyond: '此处另有{n|count}位客户，截至分析截止日不在当前打开的数据中。',
	panelSub: '{n|count} 位客户 · {money}',
	save: '保存到文件',
	columns: {
		customer: '客户',
		name: '名称',
		segment: '分群',
		stage: '阶段',
		score: 'RFM',
		recency: '距今天数',
		frequency: '订单数',
		revenue: '销售额',
		profit: '利润',
		first: '首单',
		last: '末单'
	},
	measured: { days: '购买天数', revenue: '单均金额', profit: '单均利润' },
	withProfit: '{money}（利润 {profit}）',
	withPartOfProfit: '{money}（利润 {profit}，已知部分占销售额的 {known|share}）',
	csv: {
		r: 'R 分',
		f: 'F 分',
		m: 'M 分'
	},
	noMatches: '没有符合的客户。',
	noMatchesText: '请修改搜索词，或显示全部客户。',
	noSegment: '–',
	snapshotTitle: '快照中没有客户列表',
	snapshotText: '快照只含结果，不含客户。要查看数字背后的客户，请打开原工作区。',
	capped: '仅显示前 {n|count} 位。可搜索缩小范围，或保存到文件。'
};
export default customers;
