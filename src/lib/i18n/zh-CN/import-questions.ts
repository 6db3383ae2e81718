import type { Translated } from '../shape.ts';
import type en from '../en/import-questions.ts';

/** 中文: what the review of an import asks. */
const questions: Translated<typeof en> = {
	'date-order-ambiguous':
		'第 {column} 列（{header}）的日期以日、月还是年开头？例如 {example}。选定之前不会导入。',
	'months-or-days':
		'第 {column} 列（{header}）是年月，还是没有年份的日期？例如 {example}。没有年份的日期无法导入；选定之前不会导入。',
	'amount-style-ambiguous':
		'第 {column} 列（{header}）的数字怎么读？例如 {example}，是千位分隔还是小数点？选定之前不会导入。',
	'seconds-or-codes':
		'第 {column} 列（{header}）是自 1970 年起的秒数，还是编码或商品条码？例如 {example}。编码无法按日期读取；选定之前不会导入。',
	'low-confidence': '第 {column} 列（{header}）是“{role}”吗？依据不多，请确认。',
	'encoding-unsure': '编码 {encoding} 只是推测。若下方文字显示异常，请试试 {other}。',
	'header-unsure': '第一行是表头吗？两种情况都有可能。',
	baskets:
		'每行按一个购物篮读取，每个单元格是其中一件商品。文件没有客户、日期和金额：商品保存为订单明细，订单分析方法不计入。如果各行另有含义，请在下方关闭“每行是一个购物篮”。',
	'dialect-unsure': '分隔符是 {delimiter} 吗？另一种分隔符也几乎适用，或各行长短不一。',
	'tables-side-by-side':
		'从第 {column} 列（{header}）起似乎是并排的另一张表。请将其各列设为不导入，或把两张表分别存为文件。',
	'second-table': '第 {line|count} 行之后似乎是另一张表，未予读取；如需一并读取，请清空下方的最后一行。',
	'second-table-kept': '第 {line|count} 行之后似乎是另一张表，目前一并读取；如不需要，请将该行设为最后一行。',
	'rows-apart':
		'已查看的行中有 {n|count} 行不属于表格内容：合计、附注、重复的表头或列数不符的行。它们列在拒收行中。',
	'rows-unreadable':
		'第 {column} 列（{header}）：已查看的 {rows|count} 行中有 {n|count} 行无法读作“{role}”，例如 {example}，这些行将被拒收。请检查该列的含义、写法和清洗步骤。',
	'status-unknown':
		'有 {n|count} 种订单状态未能识别：{values}。这些行是否计入销售？也可在下方逐一选择；选定之前不会导入。',
	'status-by-values':
		'第 {column} 列（{header}）的取值像是{role}：{values}。如果是，其中已取消的订单不计入。选定之前不会导入。',
	'cancel-prefix': '以 {prefix} 开头的订单号按取消处理。',
	'date-months': '第 {column} 列（{header}）只有年月，没有日：每行按当月 1 日计算。',
	'date-serial': '第 {column} 列（{header}）是 Excel 日期序号，按 1900 起算；旧版 Mac 文件从 1904 起算。',
	'date-unix': '第 {column} 列（{header}）是 Unix 时间戳，按 UTC 的日期与时间读取。',
	'date-short-year': '第 {column} 列（{header}）的年份只有两位：00–69 按 20xx 年，70–99 按 19xx 年。',
	'ids-in-exponent':
		'第 {column} 列（{header}）有形如 1.23E+17 的编号（抽样中 {rows|count} 行），Excel 已丢失其末尾数字，请以文本格式重新导出。',
	'cost-of-what':
		'第 {column} 列（{header}）可能是单件成本，也可能是整行成本，因此未用于计算利润。如果是整行成本，请将其含义设为“{role}”。',
	'entity-unsure': '这个文件看起来是{entity}，也可能是{other}。',
	'equal-rows-dropped':
		'此方案会剔除每格都相同的行，但没有能区分各行的编号列：两位客户可能在同一天给出相同的回答。除非导出时误将行重复，否则请保留。',
	'months-in-columns':
		'有 {n|count} 列是月份（{first} 至 {last}）。是否转为行，每行每月一条，以该月为日期？空白的月份不保留。',
	'filled-once': '第 {column} 列（{header}）只在每组首行有值，如同合并单元格。是否用它填充其下各行？',
	'filled-together': '{n|count} 列（{headers}）只在每组首行有值。是否用它填充其下各行？',
	'order-filled':
		'一笔订单占多行，只有首行有 {headers}。是否填充同一订单的其余各行（抽样中 {rows|count} 行）？',
	'order-lines':
		'一笔订单占多行，只有首行有订单总额（{amount}）以及：{headers}。每行的金额如何取？按明细不含只计在总额里的运费、税费和整单折扣；总额则只在首行计一次。文字类的列在同一订单内填充。选定之前不会导入。',
	'amount-or':
		'第 {column} 列（{header}）与正在使用的“{other}”都可能是金额：例如税前与税后、是否含运费。请选择要统计的一列。',
	'sheets-alike': '另有 {n|count} 个工作表的列与此相同，尚未读取。如果不是副本，可以一并读取。',
	'sheets-together': '依次读取 {n|count} 个列相同的工作表；问题和拒收行会注明工作表及其行号。',
	'no-order-column': '没有订单号列：每一行按一笔订单计算。'
};
export default questions;
