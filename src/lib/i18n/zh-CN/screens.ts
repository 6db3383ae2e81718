import type { Translated } from '../shape.ts';
import type en from '../en/screens.ts';

/** 中文: screens. */
const screens: Translated<typeof en> = {
	emptyTitle: '还没有订单数据',
	emptyText: '打开示例，或拖入一份订单导出文件。数据只保存在本机。',
	emptyAction: '打开或导入数据',
	lacksTitle: '需要订单数据',
	lacksText:
		'本工作区已有其他数据表，但还没有订单。没有订单也能使用：「客户分层」（基于带日期的记录，如拜访、工单）、客户名单和数据页。',
	lacksRows: '客户分层基于订单，或基于带日期的记录（如拜访、工单）。本工作区两者都还没有。',
	lacksPeopleTitle: '还没有客户',
	lacksPeople: '本工作区的数据表都没有客户列。请添加订单，或带有客户编号的数据表（如拜访、工单）。',
	lacksAction: '添加订单文件',
	loading: '正在计算…',
	working: '正在拟合模型…',
	stop: '停止',
	stoppedTitle: '已停止',
	errorTitle: '计算未能完成',
	openErrorTitle: '数据集无法打开',
	retry: '重试',
	tooLittleTitle: '数据不足，暂无法分析',
	tooLittleHint: '请调整截止日或观察窗，或导入更多订单。',
	tooLittleOrders: '请选择更晚的截止日；若没有，说明没有任何行计为销售，原因见“数据”页。',
	absentTitle: '该快照未包含此项分析',
	absentText: '保存快照时没有包含这项分析。',
	stale: '以下仍为上次更改之前的结果。',
	remarks: '请留意',
	controls: '本页设置',
	reset: '恢复默认'
};
export default screens;
