import type { Translated } from '../shape.ts';
import type en from '../en/findings.ts';

/** 中文: findings. */
const findings: Translated<typeof en> = {
	title: '要点发现',
	finding: {
		month: '{period} 与 {before} 对比，共 {n|count} 条发现，按重要程度排列。',
		week: '{period} 起的一周与 {before} 起的一周对比，共 {n|count} 条发现，按重要程度排列。',
		quarter: '{period} 与 {before} 对比，共 {n|count} 条发现，按重要程度排列。'
	},
	findingNone: '没有突出的发现：最近一个完整周期与此前相仿。',
	listWord: '列表',
	waiting: '正在查找要点…',
	snapshotLacks: '此快照保存时未包含该内容。',
	groups: { changed: '变化', carries: '由谁带来', unusual: '反常' },
	subjects: {
		revenue: '销售额',
		customers: '客户数',
		'orders-per-customer': '人均订单数',
		basket: '客单价',
		'new-customers': '新客数',
		lost: '客户流失率',
		repeat: '期内复购率',
		retention: '同期群留存',
		'top-tenth': '头部 10% 客户的销售额占比',
		came: '上期未购客户的销售额',
		more: '老客增加额',
		less: '老客减少额',
		away: '未再购买客户的上期销售额',
		segment: '单个分群的变化',
		movers: '单个客户的变化'
	},
	in: { before: '{base}', 'last-year': '去年同期（{base}）' },
	changed: {
		up: '{period} {subject}上升 {by}：{base}为 {was}，本期为 {now}。',
		down: '{period} {subject}下降 {by}：{base}为 {was}，本期为 {now}。'
	},
	points: '{n} 个百分点',
	cohort: {
		up: '最新一批客户回来得更多：{period} 的新客{after}留存 {now}，更早各批为 {was}。',
		down: '最新一批客户回来得更少：{period} 的新客{after}留存 {now}，更早各批为 {was}。'
	},
	cohortUnusual: {
		up: '{period} 的新客{after}回来得异常多：{now}，平时为 {was}。',
		down: '{period} 的新客{after}回来得异常少：{now}，平时为 {was}。'
	},
	after: {
		week: '第 {n|count} 周',
		month: '第 {n|count} 个月',
		quarter: '第 {n|count} 季'
	},
	unusual: {
		up: '{period} {subject}异常偏高：{now}，平时为 {was}。',
		down: '{period} {subject}异常偏低：{now}，平时为 {was}。'
	},
	parts: {
		came: '{base} 未购买的客户在 {period} 带来 {now}，{than}。',
		more: '{base} 购买过的客户在 {period} 多花 {now}，{than}。',
		less: '{base} 购买过的客户在 {period} 少花 {now}，{than}。',
		away: '{base} 购买过、{period} 未再购买的客户，上期销售额为 {now}，{than}。'
	},
	than: {
		usual: { up: '比平时多 {by}', down: '比平时少 {by}' },
		before: { up: '比上一周期多 {by}', down: '比上一周期少 {by}' }
	},
	segment: {
		up: '「{name}」客户 {period} 比 {base} 多花 {by}，占全部变化的 {share|share}。',
		down: '「{name}」客户 {period} 比 {base} 少花 {by}，占全部变化的 {share|share}。'
	},
	movers: {
		up: '增长最多的 {n|count} 位客户占全部增加额的 {share|share}：{period} 比 {base} 多 {by}。',
		down: '下降最多的 {n|count} 位客户占全部减少额的 {share|share}：{period} 比 {base} 少 {by}。'
	},
	interval: '变化的 95% 置信区间 {low} 至 {high}',
	tests: { rates: '两比例检验 p {p}', ranks: 'Mann–Whitney 检验 p {p}' },
	times: {
		movement: '平时波动的 {n} 倍',
		deviation: '平时偏差的 {n} 倍',
		share: '其销售额占比的 {n} 倍'
	},
	unknown: '历史太短，无法判断是否属于平时波动',
	worth: '约合 {money}',
	few: '客户较少：{n|count} 对 {of|count}',
	columns: {
		rank: '序号',
		group: '类型',
		text: '发现',
		now: '本期',
		was: '对比值',
		low: '下限',
		high: '上限',
		p: 'p',
		money: '金额',
		surprise: '意外程度'
	},
	segments: {
		title: '各分群的变化',
		segment: '分群',
		notBefore: '此前无订单',
		before: '上期',
		now: '本期',
		change: '变化',
		share: '占变化比例'
	},
	open: '打开对应页面与客户',
	mark: '{subject}，{period}'
};
export default findings;
