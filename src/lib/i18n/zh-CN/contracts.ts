import type { Translated } from '../shape.ts';
import type en from '../en/contracts.ts';

/** 中文：合约。 */
const contracts: Translated<typeof en> = {
	lead: {
		both: '在约客户 {active|count} 位；{period} 期初在约客户中有 {rate|share} 到期流失。',
		active: '在约客户 {active|count} 位。',
		lengths: '{spells|count} 份合约中 {active|count} 份仍在履行，{ended|count} 份已终止。'
	},
	rest: {
		money: '{per}带来 {money}。',
		value: '按年折现率 {discount|share}，其未来续约现值 {value}。',
		grace: '其中 {n|count} 位刚到期，仍可能续约。'
	},
	per: { month: '每月', year: '每年' },
	empty: {
		title: '尚未关联合约数据',
		text: '本页需要一张订阅或合同表：每行一份合约，含客户、起始日，已结束的含到期日；如有金额、类型、状态亦可。请以“订阅与合同”类型导入（可下载模板），导入后按客户自动关联。'
	},
	table: '数据表',
	by: '分组依据',
	grace: '续约宽限',
	days: '{n|count} 天',
	unit: '周期',
	age: '合约期按',
	ages: { month: '月', year: '年' },
	tenureIn: '时长单位',
	tenures: { day: '天', month: '月', year: '年' },
	amountIn: '金额为',
	amounts: { month: '每月', year: '每年' },
	discount: '年折现率',
	ahead: '预测期数',
	kinds: { value: '{label}', others: '其他', none: '无取值', all: '全部合约' },
	cards: {
		heading: '{day} 的合约',
		active: '在约客户',
		activeSub: '其中 {n|count} 位刚到期，仍可能续约',
		activeAll: '历史共 {n|count} 段',
		money: '{per}金额',
		moneySub: '人均 {mean}',
		rate: '流失率',
		rateSub: '{period}，按合约到期',
		median: '在约时长中位数',
		medianOpen: '终止者不足一半',
		mean: '{horizon}内平均 {mean}',
		value: '未来续约价值',
		valueSub: '年折现率 {discount|share}，{model}'
	},
	lengths: { day: '{n|number} 天', month: '{n|number} 个月', year: '{n|number} 年' },
	periods: {
		title: '各期到期与续约',
		finding: '{period}：期初 {start|count} 位客户中 {lost|count} 位到期流失（{rate|share}）。',
		findingNone: '还没有完整周期。',
		noDays: '表中只有合约时长而无日期，无法按周期统计变动。',
		rule: '到期后 {n|count} 天内再签即为续约。',
		period: '周期',
		start: '期初',
		new: '新签',
		back: '回归',
		due: '到期',
		renewed: '续约',
		ended: '流失',
		lost: '流失（期初在约）',
		rate: '流失率',
		low: '下限',
		high: '上限',
		end: '期末',
		moneyStart: '期初金额',
		moneyEnded: '流失金额',
		mark: '{period}，到期流失'
	},
	groups: {
		title: '在约客户：按{by}',
		titleAll: '在约客户',
		differ: '各组在约时长不同（对数秩检验 p {p}）。',
		alike: '各组在约时长的差异未超出随机波动（对数秩检验 p {p}）。',
		one: '没有第二组可供比较。',
		group: '组',
		spells: '段数',
		active: '在约',
		ended: '已终止',
		money: '金额',
		median: '中位数（{unit}）',
		mean: '{horizon}内平均',
		error: '标准误',
		ofAll: '{n|count} 段的 {share|share}',
		mark: '{group}，在约'
	},
	survival: {
		title: '客户在约能留多久',
		finding: '半数客户在约超过 {median}。',
		findingOpen: '终止者不足一半，暂无中位数。',
		findingNone: '尚无客户终止，暂无法绘制曲线。',
		axis: { day: '在约天数', month: '在约月数', year: '在约年数' },
		line: '全部：仍在约的比例',
		time: '时长（{unit}）',
		atRisk: '在观察',
		events: '终止',
		share: '比例',
		mark: '{group}：超过 {length}'
	},
	renewal: {
		title: '续约：观察与预测',
		finding: '{model} 拟合较优（AIC {aic}，另一模型 {other}）：{n|count} {unit}后仍在约 {share|share}。',
		findingOne: '{model}：{n|count} {unit}后仍在约 {share|share}。',
		findingNone: '终止数据太少，无法建模，仅显示观察值。',
		axis: { month: '合约期（月）', year: '合约期（年）' },
		observed: '观察值',
		models: { sbg: 'sBG', bdw: 'BdW' },
		better: '{model}（AIC 较低）',
		units: { month: '个月', year: '年' },
		mark: '满 {n|count} {unit}',
		counts: '到期 {due|count}，终止 {lost|count}'
	},
	value: {
		title: '各龄期的未来续约价值',
		finding: '首期客户折现后预计再续约 {first} 次；满 {n|count} {unit}者 {later} 次。',
		findingNone: '没有模型，无法估计未来续约。',
		age: '已满（{unit}）',
		due: '到期',
		lost: '终止',
		observed: '观察比例',
		observedRetention: '观察续约率',
		retention: '预测续约率',
		remaining: '未来续约（DERL）',
		active: '在约',
		money: '每期金额',
		value: '续约价值',
		axis: '未来续约次数'
	},
	models: {
		title: '续约模型',
		model: '模型',
		alpha: 'α',
		beta: 'β',
		c: 'c',
		logLikelihood: '对数似然',
		aic: 'AIC',
		best: '较优'
	}
};
export default contracts;
