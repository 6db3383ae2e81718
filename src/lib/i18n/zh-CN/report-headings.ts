import type { Translated } from '../shape.ts';
import type en from '../en/report-headings.ts';

/** 中文: headings of ready reports. */
const headings: Translated<typeof en> = {
	base: '客户概况',
	stages: '客户所处阶段',
	growth: '客户增减',
	retention: '复购与留存',
	churn: '流失与预警',
	movement: '分层迁移',
	value: '客户价值',
	segments: '客户分层',
	outlook: '未来价值',
	origins: '客户来源',
	year: '年度概览',
	cuts: '分层方法',
	contracts: '合约',
	warning: '流失预警',
	chosen: '选取的图表'
};
export default headings;
