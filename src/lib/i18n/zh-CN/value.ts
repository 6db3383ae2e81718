import type { Translated } from '../shape.ts';
import type en from '../en/value.ts';

/** 中文: customer value. */
const value: Translated<typeof en> = {
	title: '价值',
	lead: '客户累计贡献 {historic}，未来 {months|count} 个月预期再贡献 {predicted}。',
	leadHistoric: '客户累计贡献 {historic}。',
	concentration: '前五分之一的客户贡献了 {share|share} 的销售额。',
	verdict: {
		better:
			'以最后 {days|count} 天作留出检验，模型比所有简单预测都准（每客户误差 {error} 对 {rival} 个下单天数）。',
		equal:
			'以最后 {days|count} 天作留出检验，模型与最好的简单预测之差不超出偶然（每客户误差 {error} 对 {rival} 个下单天数）。',
		worse:
			'以最后 {days|count} 天作留出检验，简单预测比模型更准（模型 {error}，简单预测 {rival}）：不宜依赖该预测。'
	},
	verdictClose:
		'以最后 {days|count} 天作留出检验，模型与最好的简单预测相差不到 2%（每客户误差 {error} 对 {rival} 个下单天数）。',
	verdictBeyond: '与其中最好的“{name}”相差 {difference}，95% 置信区间 {interval}，不含零。',
	verdictWithin: '与其中最好的“{name}”相差 {difference}，95% 置信区间 {interval}，含零，可能只是偶然。',
	model: '购买模型',
	models: { 'bg-nbd': 'BG/NBD 模型', 'mbg-nbd': 'MBG/NBD 模型', 'pareto-nbd': 'Pareto/NBD 模型' },
	modelHints: {
		'bg-nbd': '每次复购后可能流失',
		'mbg-nbd': '每次下单后（含首单）可能流失',
		'pareto-nbd': '随时可能流失'
	},
	horizon: '预测期',
	months: '{n|count} 个月',
	discount: '月贴现率',
	margin: '毛利率',
	cost: '单个新客成本',
	costLine: '成本 {cost}',
	unit: '同期群',
	cards: {
		historic: '历史价值',
		historicSub: '人均 {mean}',
		predicted: '未来 {months|count} 个月预期价值',
		predictedSub: '人均 {mean}，已贴现',
		simple: '简易公式价值',
		simpleSub: '每{unit}活跃客户人均 {income} ÷ 流失 {churn|share}',
		payback: '获客成本回收期',
		paybackValue: '{n|count} 个{unit}',
		paybackNow: '入群当{unit}',
		paybackNever: '尚未回收',
		paybackSub: '每位新客成本 {cost}',
		paybackRatio: '每位新客成本 {cost}，价值成本比 {ratio}',
		buyers: '预期下单客户',
		buyersSub: '共 {n|count} 位，预期下单 {orders} 天次',
		tierA: 'A 级客户',
		tierASub: '贡献 {share|share} 的销售额'
	},
	headline: '概要',
	tiers: {
		title: '价值等级',
		finding: 'A 级客户 {n|count} 位（{share|share}），贡献 {revenue|share} 的销售额。',
		tier: '等级',
		mark: '{tier} 级',
		customers: '客户数',
		revenue: '销售额',
		predicted: '预期',
		revenueShare: '销售额占比',
		mean: '人均销售额'
	},
	grid: {
		title: '价值 × 潜力',
		finding:
			'A 级客户中有 {n|count} 位预期价值偏低（已贡献 {revenue}）；B、C 级客户中有 {grow|count} 位预期价值高（预期 {predicted}）。',
		row: '价值 {tier}',
		column: '潜力 {tier}',
		mark: '价值 {value} · 潜力 {potential}',
		value: '已有价值',
		potential: '潜力',
		predicted: '预期',
		share: '占客户 {share|share}',
		across: '对照',
		axes: { potential: '潜力', loyalty: '忠诚度' }
	},
	loyalty: {
		title: '价值 × 忠诚度',
		finding:
			'A 级客户中有 {n|count} 位在观察窗内只下过 1 单（{revenue}）；B、C 级客户中有 {grow|count} 位下过 4 单及以上（{often}）。',
		columns: { often: '4 单及以上', again: '2–3 单', once: '1 单' },
		mark: '价值 {value} · {orders}',
		orders: '观察窗内订单数'
	},
	curve: {
		title: '集中度',
		finding:
			'前 10% 的客户贡献 {tenth|share} 的销售额；基尼系数 {gini}，集中度相当于 {equal|count} 位等额客户。',
		sure: '95% 置信区间：前 10% {tenth}，前 20% {fifth}；基尼系数 {gini}。区间为近似值，少数客户占比很高时偏窄。',
		axis: '客户占比 %（按销售额从高到低）',
		point: '前 {part}% 的客户',
		customers: '客户数',
		share: '销售额占比',
		line: '销售额占比',
		band: '高于平均分配的部分'
	},
	deciles: {
		title: '预期价值十分位',
		finding: '第一个十分位占预期价值的 {share|share}。',
		axis: '按预期价值划分的十分位',
		decile: '十分位',
		mark: '第 {n} 十分位',
		predicted: '预期价值',
		share: '占比',
		mean: '人均',
		orders: '预期下单天次',
		historic: '历史价值'
	},
	alive: {
		title: '仍活跃概率',
		finding: '{all|count} 位客户中，预期有 {n|count} 位仍活跃。',
		axis: '仍活跃概率，%',
		band: '概率',
		mark: '仍活跃概率 {low}–{high}%',
		historic: '历史价值',
		predicted: '预期价值'
	},
	ltv: {
		title: '同期群累计价值',
		finding: '按入群时期，自首单起的人均累计价值。',
		cohort: '同期群',
		size: '人数',
		period: '期数',
		perCustomer: '人均',
		payback: '回收期',
		thousands: '人均（千）',
		millions: '人均（百万）',
		total: '合计',
		cell: '{cohort}，第 {n} {unit}'
	},
	ltvCurve: {
		all: '全部同期群',
		each: '各同期群',
		title: '按客龄的累计价值',
		finding:
			'已完成该客龄的同期群按规模加权；到第 {n} {unit}为 {value}。越靠后的点所含同期群越少、越早，因此曲线可能回落。',
		axisOf: { month: '入群后月数', quarter: '入群后季数', year: '入群后年数' },
		point: '第 {n} {unit}',
		cohorts: '同期群',
		line: '人均累计价值'
	},
	calibration: {
		title: '留出检验：按复购次数',
		finding: '留出期实际下单 {actual|count} 天次，模型预期 {expected|count}。',
		repeats: '此前复购次数',
		mark: '留出期前复购 {n} 次',
		customers: '客户数',
		actual: '人均实际',
		expected: '人均预期（模型）'
	},
	rivals: {
		title: '各预测的误差',
		forecast: '预测',
		rmse: '误差（RMSE）',
		mae: '平均绝对误差',
		total: '预测下单天次',
		names: { model: '模型', 'last-period': '重复上期', mean: '平均速率', 'cohort-curve': '同期群曲线' }
	},
	fit: {
		title: '求解结果',
		finding: {
			none: '未求解：复购客户太少。',
			plain: '最大似然求解收敛。',
			scaled: '在缩放后的数据上最大似然求解收敛。',
			penalised: '加上对极端参数的惩罚后求解收敛。',
			'cohort-mean': '求解均未收敛，以同期群曲线代替。'
		},
		parameter: '参数',
		value: '数值',
		logLikelihood: '对数似然',
		correlation: '频次与金额的相关系数',
		repeatCustomers: '有复购的客户'
	}
};
export default value;
