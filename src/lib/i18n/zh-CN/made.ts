import type { Translated } from '../shape.ts';
import type en from '../en/made.ts';

/** 中文: how a report was made, as its last section says. */
const made: Translated<typeof en> = {
	hashes: '溯源码',
	title: '生成方式',
	fingerprint: '源文件（SHA-256）',
	file: '文件',
	size: '大小',
	bytes: '{n|count} 字节',
	encoding: '编码',
	delimiter: '分隔符',
	member: '压缩包内文件',
	container: '文件类型',
	sheet: '工作表',
	columns: '列',
	statuses: '视为取消的状态',
	choices: '行处理方式',
	duplicatesDrop: '剔除重复行',
	duplicatesKeep: '保留重复行',
	cancelledExclude: '剔除已取消订单',
	cancelledKeep: '保留已取消订单',
	zeroExclude: '剔除零金额',
	zeroKeep: '保留零金额',
	noCustomerAside: '无客户的行搁置',
	noCustomerWalkIn: '无客户的行归入同一散客',
	currency: '币种',
	currencyUnknown: '未注明',
	app: '生成工具',
	report: '报告',
	method: '{name}（版本 {version}）',
	explain:
		'溯源码是对源文件、导入方案、方法版本、参数与分析范围计算的 SHA-256。同样的文件与选择，必得同样的溯源码和同样的数字。',
	roles: {
		customer: '客户',
		'customer-name': '客户名称',
		order: '订单号',
		date: '日期',
		amount: '金额',
		cost: '成本',
		profit: '利润',
		quantity: '数量',
		price: '单价',
		status: '状态',
		product: '商品',
		attribute: '属性',
		ignore: '未使用'
	}
};
export default made;
