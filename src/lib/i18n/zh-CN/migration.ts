import type { Translated } from '../shape.ts';
import type en from '../en/migration.ts';

/** 中文: movement between segments, value types and stages. */
const migration: Translated<typeof en> = {
	title: '迁移',
	lead: {
		moved: '{before} 至 {now}，{up|count} 位客户上升，{down|count} 位下降，{stayed|share} 保持不变。',
		none: '{before} 至 {now} 期间没有客户迁移。'
	},
	came: '期间新增 {n|count} 位。',
	risk: '{n|count} 位转为有流失风险，累计贡献 {money}。',
	cuts: '其中 {n|count} 位仅因切点变动而迁移。',
	of: '迁移于',
	ofs: { segments: '分群', types: '价值类型', stages: '生命周期阶段' },
	against: '对比',
	againsts: {
		month: '上月同日',
		quarter: '上季同日',
		year: '去年同日',
		'quarter-start': '本季度初',
		'year-start': '本年度初',
		'new-year': '去年同日（春节对齐）',
		window: '观察窗起点',
		day: '指定日期…'
	},
	day: '前一日期',
	ownCuts: '切点',
	cutsOf: { own: '各按当日', held: '沿用前一日期' },
	cutsHint: {
		own: '得分与阶段均按各自日期计算：切点随全体客户变动。',
		held: '得分与阶段沿用前一日期的切点：迁移仅来自客户行为。'
	},
	dates: '日期数',
	datesValue: '{n|count} 个月末',
	rules: '规则',
	rulesOf: { standard: '标准', screen: '与对应页面一致', kept: '沿用此前设置' },
	byOrders: '无论分群按何种记录打分，迁移一律按订单计算。',
	kinds: { 'no-group': '未分群', outside: '观察窗外', 'not-yet': '期间新增' },
	ways: { stayed: '保持', up: '上升', down: '下降', aside: '平移', came: '期间新增' },
	cards: {
		heading: '迁移概况',
		way: '方向',
		share: '占 {n|count} 位的 {share|share}',
		money: '{before} → {now}',
		risk: '转为有流失风险',
		riskSub: '累计贡献 {money}'
	},
	matrix: {
		title: '迁移矩阵',
		finding: '行：{before} 所在组；列：{now} 所在组。颜色越深，占该行比例越大。点击单元格查看客户。',
		findingStatic: '行：{before} 所在组；列：{now} 所在组。',
		reading: '颜色越深，占该行比例越大。',
		view: '显示方式',
		views: { matrix: '矩阵', flow: '流向' },
		measure: '指标',
		measures: { customers: '客户数', revenue: '销售额' },
		mark: '{from} → {to}',
		stayed: '保持在{from}',
		from: '原所在组',
		to: '现所在组',
		customers: '客户数',
		share: '占该行',
		revenue: '期间销售额',
		revenueBefore: '此前销售额',
		ofRow: '占“{from}”的 {share|share}',
		lineRevenue: '期间销售额 {now}，此前同等天数 {before}',
		legend: '占该行比例'
	},
	changes: {
		title: '规模变化的来源',
		finding: '按 {before} 的切点：新客户新增，老客户转入或转出；其余为切点变动的影响。',
		findingHeld: '按 {before} 的切点：新客户新增，老客户转入或转出。',
		group: '组',
		before: '前期',
		came: '新增',
		joined: '转入',
		left: '转出',
		'cut-in': '切点转入',
		'cut-out': '切点转出',
		now: '当前',
		mark: '{group}：{part}'
	},
	flow: {
		title: '时间流向',
		finding: '各月末客户所在组及其去向。点击色带或色块查看客户。',
		findingStatic: '各月末客户所在组及其去向。',
		tooShort: '数据尚未跨过月末。',
		date: '日期',
		toDate: '至日期',
		node: '{group}，{day}',
		link: '{start} {from} → {end} {to}'
	},
	movers: {
		title: '变化最大的客户',
		finding: '所在组发生变化的客户，按销售额变化排列。点击一行查看该客户。',
		findingStatic: '所在组发生变化的客户，按销售额变化排列。',
		none: '前一日期已有的客户均未改变所在组。',
		rank: '序号',
		mark: '第 {n|count} 位：{from} → {to}',
		customer: '客户',
		name: '名称',
		before: '此前',
		now: '期间',
		change: '变化'
	}
};
export default migration;
