import type { Translated } from '../shape.ts';
import type en from '../en/issues.ts';

/** 中文: issues. */
const issues: Translated<typeof en> = {
	'date-missing': '没有日期',
	'date-invalid': '不是本列格式的日期',
	'date-impossible': '不存在的日期或时间',
	'amount-missing': '没有金额',
	'amount-invalid': '不是本列写法的金额',
	'amount-too-large': '金额过大，无法精确计算',
	'amount-too-precise': '小数超过 6 位或带浮点误差，已四舍五入',
	'amount-other-currency': '与本表货币不同',
	'quantity-invalid': '不是有效的数量',
	'price-invalid': '不是有效的单价',
	'row-too-short': '单元格不足，缺少必需的列',
	'row-too-long': '单元格多于列数，可能文本中含有分隔符',
	'quote-unclosed': '引号没有闭合',
	'undecodable-bytes': '含有当前编码无法识别的字节'
};
export default issues;
