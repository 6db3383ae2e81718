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
	'amount-too-precise': '小数超过可保留的位数（6 位；成本和利润为 2 位或与金额相同）或带浮点误差，已四舍五入',
	'amount-other-currency': '与本表货币不同',
	'quantity-invalid': '不是有效的数量',
	'price-invalid': '不是有效的单价',
	'profit-invalid': '不是以本表货币计的成本或利润，按未知处理',
	'cost-other-sign': '成本与金额正负相反，利润按未知处理',
	'profit-not-rest': '利润不等于金额减成本，以所给利润为准',
	'number-invalid': '不是数字，留空',
	'key-missing': '缺少识别该行的编号',
	'key-repeated': '与前面某行的编号重复',
	'row-too-short': '单元格不足，缺少必需的列',
	'row-too-long': '单元格多于列数，可能文本中含有分隔符',
	'quote-unclosed': '引号没有闭合',
	'undecodable-bytes': '含有当前编码无法识别的字节',
	'quote-stray': '引号位置不当',
	'row-total': '合计行，不是订单',
	'row-repeated-header': '重复的表头',
	'row-separator': '分隔线',
	'row-note': '附注，不是订单',
	'row-after-table': '位于表格结束之后',
	'repaired-quote': '已修复：引号按普通字符处理',
	'repaired-extra-delimiter': '已修复：多出一个分隔符',
	'repaired-missing-delimiter': '已修复：缺少一个分隔符',
	'repaired-other-delimiter': '已修复：按另一种分隔符拆分',
	'repaired-short': '已修复：末尾补上空单元格',
	'currency-no-rate': '汇率表中没有该币种',
	'formula-no-value': '公式在此行无结果，留空',
	'status-unruled':
		'方案未规定此状态：字面为取消或退货的不计入，其余照常计入；可用清洗步骤替换为其他状态来决定',
	'cell-stray': '表格远处另有单元格，未读取'
};
export default issues;
