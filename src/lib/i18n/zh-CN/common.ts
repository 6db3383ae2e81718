import type { Translated } from '../shape.ts';
import type en from '../en/common.ts';

/** 中文: common. */
const common: Translated<typeof en> = {
	appName: '客析台',
	customers: '{n|count} 位客户',
	orders: '{n|count} 单',
	rows: '{n|count} 行',
	close: '关闭',
	cancel: '取消',
	save: '保存',
	undo: '撤销',
	retry: '重试',
	delete: '删除',
	rename: '重命名',
	open: '打开',
	loading: '加载中…',
	loadFailed: '加载失败',
	saved: '已保存为 {name}'
};
export default common;
