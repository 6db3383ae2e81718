import type { Translated } from '../shape.ts';
import type en from '../en/reporting-params.ts';

/** 中文: the names of parameters in a report. */
const params: Translated<typeof en> = {
	days: '对比周期',
	unit: '周期',
	binning: '分档方式',
	bins: '分值档数',
	frequency: '频率口径',
	monetary: '金额口径',
	cuts: '固定切点',
	source: 'RFM 对象',
	lossReasons: '流失原因',
	matrix: '矩阵横轴',
	high: '“高”的判定',
	highScore: '高分起点',
	rules: '阶段规则',
	matureOrders: '成熟所需订单数',
	models: '对照的阶段模型',
	kindBy: '品类列',
	measure: '留存口径',
	periods: '周期划分',
	entry: '分群依据',
	maxPeriods: '最长展示周期',
	bracketUnit: '区间计数单位',
	brackets: '区间',
	model: '模型',
	months: '预测期（月）',
	discount: '月贴现率',
	margin: '毛利率',
	acquisitionCost: '单个新客成本',
	tierA: 'A 级截至',
	tierB: 'B 级截至',
	by: '对比维度',
	shown: '展示分组数',
	valueDays: '价值期限（天）'
};
export default params;
