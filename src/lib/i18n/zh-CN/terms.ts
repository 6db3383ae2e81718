import type { Translated } from '../shape.ts';
import type en from '../en/terms.ts';

/** 中文: terms. */
const terms: Translated<typeof en> = {
	segments: {
		champions: '冠军',
		loyal: '忠诚',
		'potential-loyalist': '潜在忠诚',
		new: '新客',
		promising: '有希望',
		'need-attention': '需关注',
		'about-to-sleep': '即将沉睡',
		'at-risk': '有流失风险',
		'cant-lose': '不能流失',
		hibernating: '沉睡',
		lost: '已流失'
	},
	tiers: { a: 'A', b: 'B', c: 'C' },
	valueTypes: {
		hhh: '重要价值',
		hlh: '重要发展',
		lhh: '重要保持',
		llh: '重要挽留',
		hhl: '一般价值',
		hll: '一般发展',
		lhl: '一般保持',
		lll: '一般挽留'
	},
	stages: {
		potential: '潜在',
		new: '新客',
		growing: '成长',
		mature: '成熟',
		declining: '衰退',
		lost: '流失',
		'won-back': '挽回'
	},
	growth: {
		new: '新增',
		returning: '留存',
		resurrected: '回流',
		dormant: '流失'
	},
	riskBands: { active: '活跃', 'at-risk': '有风险', churned: '已流失' },
	warningReasons: {
		overdue: '超期未购',
		value: '金额下滑',
		frequency: '频次下滑',
		items: '件数减少',
		complaint: '投诉',
		satisfaction: '满意度低',
		alive: 'P(alive) 偏低'
	},
	aliveBands: { high: '高', middle: '中', low: '低', unknown: '无估计' },
	silenceGroups: { all: '全部', first: '首单之后', later: '后续订单之后' },
	vip: { vip: 'VIP 客户', others: '其他客户' },
	measures: {
		recency: '最近一次消费',
		frequency: '消费频率',
		monetary: '消费金额',
		customers: '客户',
		prospects: '潜在客户',
		orders: '订单',
		revenue: '销售额',
		averageOrder: '客单价',
		repeatRate: '复购率',
		purchaseInterval: '购买周期',
		share: '占比',
		active: '活跃客户'
	},
	units: {
		day: '日',
		week: '周',
		month: '月',
		quarter: '季',
		year: '年'
	},
	calendar: {
		weeks: '每周自{day}起。',
		years: '财年自{month}起，以结束时所在年份命名。'
	},
	stageMeasures: {
		orders: '订单数',
		daysSinceLast: '距末次下单天数',
		previousGap: '最近两次下单间隔天数',
		contacts: '接触次数',
		score: '最近评分（0–10）'
	}
};
export default terms;
