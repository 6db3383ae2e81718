import type { Translated } from '../shape.ts';
import type en from '../en/lifecycle.ts';

/** 中文: lifecycle. */
const lifecycle: Translated<typeof en> = {
	title: '生命周期',
	lead: '{share|share} 的客户处于{stage}期，贡献了 {revenue|share} 的销售额。',
	declining: '{n|count} 位客户正在衰退，仍有机会留住。',
	grows: '活跃客户在增加：每流失 1 位，就有 {pulse} 位新来或回流。',
	shrinks: '活跃客户在减少：每流失 1 位，只有 {pulse} 位新来或回流。',
	unit: '周期',
	mature: '成熟门槛',
	matureValue: '{n|count} 单',
	stages: {
		title: '当前阶段',
		finding: '每位客户只处于一个阶段，以最先满足的规则为准。',
		customers: '客户',
		revenue: '销售额',
		stage: '阶段',
		rule: '规则',
		share: '%',
		revenueShare: '占比',
		silent: '沉默天数',
		silentHint: '距末次下单天数的中位数'
	},
	funnel: {
		title: '漏斗',
		finding: '{share|share} 的首购客户再次下单，其中一半在 {days} 天内。',
		findingNone: '客户曾到达哪一步，各步用时多久。',
		steps: {
			potential: '已知客户',
			new: '首单',
			growing: '第二单',
			mature: '{n|count} 单',
			lost: '曾流失',
			'won-back': '流失后回来'
		},
		conversion: {
			forward: '转化 {rate|share}',
			lost: '占下单客户 {rate|share}',
			'won-back': '占流失客户 {rate|share}'
		},
		time: '中位 {median} 天',
		longTime: 'p90 {p90} 天',
		stopped: '{n|count} 位止步',
		step: '步骤',
		customers: '客户',
		rate: '转化率',
		dropped: '止步',
		median: '中位天数',
		p90: 'p90 天数',
		mark: '曾到达：{step}'
	},
	growth: {
		title: '新增、回流与流失',
		finding: '{period}：新增 {new|count}，回流 {resurrected|count}，流失 {dormant|count}；活力指数 {pulse}。',
		period: '周期',
		active: '活跃',
		pulse: '活力指数',
		pulsePanel: '活力指数：（新增 + 回流）÷ 流失',
		mark: '{period}：{state}',
		markActive: '{period}：活跃'
	},
	rules: {
		title: '阶段规则',
		sub: '自上而下依次判断，最先满足者生效；修改即时生效。',
		when: '当',
		and: '且',
		otherwise: '其余客户',
		stageOf: '第 {n} 条规则的阶段',
		measure: '指标',
		is: '比较方式',
		kind: '取值方式',
		value: '数值',
		kinds: { number: '天', percentile: '购买间隔分位数' },
		units: { orders: '单', contacts: '次', score: '分' },
		resolves: '当前为 {days} 天',
		add: '添加规则',
		addCondition: '添加条件',
		removeCondition: '删除条件',
		remove: '删除第 {n} 条规则',
		up: '上移第 {n} 条规则',
		down: '下移第 {n} 条规则',
		reset: '恢复默认规则',
		percentileDays: '{days} 天（购买间隔 p{p}）',
		percentile: '购买间隔 p{p}',
		days: '{n} 天',
		noOrder: '没有有效订单',
		oneOrder: '只有一单',
		words: {
			orders: {
				'<': '订单数少于 {n}',
				'<=': '订单数不超过 {n}',
				'=': '订单数等于 {n}',
				'>=': '订单数不少于 {n}',
				'>': '订单数多于 {n}'
			},
			daysSinceLast: {
				'<': '距末次下单不足 {n}',
				'<=': '距末次下单不超过 {n}',
				'=': '距末次下单正好 {n}',
				'>=': '距末次下单至少 {n}',
				'>': '距末次下单超过 {n}'
			},
			previousGap: {
				'<': '最近两次下单间隔不足 {n}',
				'<=': '最近两次下单间隔不超过 {n}',
				'=': '最近两次下单间隔正好 {n}',
				'>=': '最近两次下单间隔至少 {n}',
				'>': '最近两次下单间隔超过 {n}'
			},
			contacts: {
				'<': '接触次数少于 {n}',
				'<=': '接触次数不超过 {n}',
				'=': '接触次数等于 {n}',
				'>=': '接触次数不少于 {n}',
				'>': '接触次数多于 {n}'
			},
			score: {
				'<': '最近评分低于 {n}',
				'<=': '最近评分不超过 {n}',
				'=': '最近评分等于 {n}',
				'>=': '最近评分不低于 {n}',
				'>': '最近评分高于 {n}'
			}
		}
	}
};
export default lifecycle;
