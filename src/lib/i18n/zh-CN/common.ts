import type { Translated } from '../shape.ts';
import type en from '../en/common.ts';

/** 中文: common. */
const common: Translated<typeof en> = {
	appName: '客析台',
	customers: '{n|count} 位客户',
	orders: '{n|count} 单'
};
export default common;
