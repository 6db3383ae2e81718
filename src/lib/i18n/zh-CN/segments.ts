import type { Translated } from '../shape.ts';
import type en from '../en/segments.ts';

/** 中文: segments. */
const segments: Translated<typeof en> = {
	title: '客户分层',
	lead: '{share|share} 的客户（{segment}）贡献了 {revenue|share} 的销售额。',
	leadTypes: '{share|share} 的客户 R、F、M 三项皆高，贡献了 {revenue|share} 的销售额。',
	quiet: '{n|count} 位曾经的优质客户（{first}、{second}）已沉寂，累计消费 {money}。',
	noneQuiet: '暂无曾经的优质客户沉寂。',
	outside: '{n|count} 位客户仅在观察窗之前下过单，不参与打分。',
	binning: '打分方式',
	binnings: {
		quantile: '分位数',
		ntile: '等量分组',
		nested: '嵌套分位数',
		fixed: '固定阈值',
		mean: '均值'
	},
	binningHints: {
		quantile: '数值相同的客户得分必相同。',
		ntile: '各组人数相等；数值相同者可能被分开。',
		nested: 'F 在每个 R 档内、M 在每个 R×F 档内分档。',
		fixed: '自定分界点，便于跨期比较。',
		mean: '分两档：高于均值或不高于均值。'
	},
	bins: '分值',
	binsValue: '1–{n} 分',
	frequency: 'F 按',
	frequencies: { orders: '订单数', days: '下单天数' },
	monetary: 'M 取',
	monetaries: { sum: '累计金额', mean: '单均金额' },
	columns: '矩阵列',
	columnKinds: { rf: 'F', rfm: '(F + M) ÷ 2' },
	matrix: {
		title: '最近消费 × 消费频率',
		titleFm: '最近消费 × 频率与金额',
		finding: '格内为客户数，颜色为销售额；点击查看客户。',
		findingStatic: '格内为客户数，颜色为销售额。',
		recency: '最近消费',
		column: '列',
		cell: 'R{r} × {name}{column}',
		days: '{range} 天',
		orders: '{range} 单',
		orderDays: '{range} 天',
		day: '{n|count} 天',
		share: '占客户 {share|share}',
		meanMonetary: '平均 M {money}',
		revenue: '销售额',
		once: '{share|share} 只买过一次：全部在 F{scores}',
		onceSplit: '{share|share} 只买过一次：分散在 F{scores}'
	},
	table: {
		title: '十一个分群',
		finding: '125 个编码各属且仅属一个分群。',
		titleTypes: '八类客户',
		findingTypes: {
			'mean-score': 'R、F、M 各分高低：得分高于平均得分为高。',
			score: 'R、F、M 各分高低：得分不低于 {score} 为高。',
			'mean-value': 'R、F、M 各分高低：数值优于均值为高。'
		},
		toTypes: '八类客户',
		toSegments: '十一分群',
		segment: '分群',
		type: '类型',
		code: 'R F M',
		levels: { h: '高', l: '低' },
		look: '展示方式',
		looks: { table: '表格', areas: '矩形树图', bars: '条形图' },
		size: '大小表示',
		customers: '客户',
		share: '%',
		revenue: '销售额',
		revenueShare: '占比',
		r: 'R',
		rHint: '距末次下单天数的中位数',
		f: 'F',
		fHint: '消费频率的中位数',
		m: 'M',
		mHint: '消费金额的中位数',
		high: '“高”的标准',
		highs: {
			'mean-score': '高于平均得分',
			score: '得分不低于 {score}',
			'mean-value': '优于均值'
		}
	},
	cuts: {
		title: '分档区间与同值',
		finding: {
			quantile: '以分位数为界；数值相同则得分相同，因此各档人数不等。',
			ntile: '各档人数相等；落在分界上的同值客户按客户编号分开。',
			nested: 'F 在每个 R 档内、M 在每个 R×F 档内分档，区间可能重叠。',
			fixed: '自定分界点。',
			mean: '以均值为界分两档。'
		},
		recency: 'R：距末次下单天数',
		frequency: 'F：订单数',
		frequencyDays: 'F：下单天数',
		monetary: 'M：累计金额',
		monetaryMean: 'M：单均金额',
		measure: '指标',
		score: '得分',
		from: '最小',
		to: '最大',
		customers: '客户',
		split: '与其他档同值',
		empty: '无客户',
		ties: '{n|count} 位客户与其他档的客户数值相同。',
		mark: '{measure}{score}'
	},
	fixed: {
		title: '固定阈值',
		hint: '从低到高填写各档的上限；等于分界点的数值归入较低一侧。',
		recency: '距末次下单天数',
		frequency: '订单数',
		monetary: '金额',
		edge: '{measure}，第 {n} 个分界点',
		order: '分界点须从左到右不减。'
	},
	rules: {
		title: '自定义分群',
		sub: '每条规则由名称和得分范围组成；同一编码以最先符合的规则为准。',
		tableTitle: '自定义分群',
		tableFinding: '同一编码以最先符合的规则为准。',
		start: '编辑分群',
		back: '恢复十一分群',
		add: '添加规则',
		newName: '分群 {n}',
		nameOf: '第 {n} 条规则的名称',
		from: '第 {n} 条规则：{measure} 下限',
		to: '第 {n} 条规则：{measure} 上限',
		up: '上移第 {n} 条规则',
		down: '下移第 {n} 条规则',
		remove: '删除第 {n} 条规则',
		covered: '规则覆盖全部 {codes|count} 个编码，且各仅一次。',
		gap: '{codes|count} 个编码未归入任何分群（{n|count} 位客户）：',
		overlap: '“{first}”与“{second}”重复占用 {codes|count} 个编码（{n|count} 位客户），现归入“{first}”：',
		code: '编码 {code}：{n} 位客户',
		more: '另有 {n|count} 个',
		uncovered: '未归入分群',
		reportTitle: '自定义分群规则',
		faulty:
			'{codes|count} 个编码中有 {uncovered|count} 个未归入任何分群，{twice|count} 个被重复占用；以最先符合的规则为准。'
	},
	vip: {
		title: 'VIP 客户',
		sub: '同时满足各项条件的客户；留空表示不设该条件。',
		recency: '距上次下单不超过（天）',
		frequency: '订单数不少于',
		frequencyDays: '下单天数不少于',
		monetary: '累计金额不低于',
		monetaryMean: '单均金额不低于',
		none: '尚未设置条件。',
		found: '{n|count} 位客户（{share}）贡献 {money}（{revenue}）。',
		open: '查看这 {n} 位'
	},
	sensitivity: {
		title: '分群稳健性',
		sub: '一键移动某一指标的分界点或观察窗，查看哪些客户会落入其他分群。',
		subWindow: '当前打分方式没有可移动的分界点，可改为移动观察窗。',
		move: '移动',
		moves: {
			none: '不移动',
			recency: 'R 分界点',
			frequency: 'F 分界点',
			monetary: 'M 分界点',
			window: '观察窗'
		},
		now: '当前',
		shift: '移动幅度',
		change: '客户数变化',
		revenueChange: '销售额变化',
		none: '没有可比较的移动。',
		moved: '落入其他分群',
		reportFinding: '每种移动下均重新打分。',
		finding:
			'移动 {first} 时，{n|count} 位客户（{share}）落入其他分群；{last} 时最多：{most|count} 位（{mostShare}）。'
	},
	ranks: {
		title: '综合得分',
		even: '三项得分权重相同；调整权重可查看名次升降',
		finding:
			'与等权重相比，{in|count} 位客户进入前五分之一，{out|count} 位退出；两种名次的一致性为 {agreement}（1 为完全一致）',
		weights: { recency: 'R 权重', frequency: 'F 权重', monetary: 'M 权重' },
		code: '编码',
		composite: '综合得分',
		customers: '客户',
		revenue: '销售额',
		rank: '名次',
		equalRank: '等权重名次',
		change: '名次变化'
	}
};
export default segments;
