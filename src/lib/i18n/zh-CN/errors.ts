import type { Translated } from '../shape.ts';
import type en from '../en/errors.ts';

/** 中文: errors. */
const errors: Translated<typeof en> = {
	// 导入
	'file-empty': '文件是空的。请重新导出，确认里面有数据。',
	'file-header-only': '文件只有表头，没有数据行。请检查导出时的筛选条件或时间范围。',
	'file-binary': '这不是这里能读取的表格（类型：{kind}）。请另存为 XLSX 或 CSV 再拖进来。',
	'file-too-large': '文件太大：{size|bytes}，最多可读 {limit|bytes}。请缩短导出的时间范围，或分成几个文件。',
	'file-unreadable': '文件无法继续读取：可能已被移动或修改，或某一行过长。请重新选择，或重新导出。',
	'row-too-large':
		'文件开头有一行超过 {limit|bytes}，无法识别出表格。可能是单元格里放了整篇文档，或引号没有闭合：请去掉该列后重新导出。',
	'columns-too-many':
		'表格有 {columns|count} 列，最多可读取 {limit|count} 列。请只导出需要的列，或把列转成行。',
	'file-corrupt-gzip': '压缩文件已损坏或不完整。请重新下载或重新压缩。',
	'archive-damaged': '压缩包已损坏或不完整。请重新获取，或解压后拖入里面的文件。',
	'archive-encrypted': '压缩包设有密码。请解压后拖入里面的文件。',
	'archive-method': '压缩包使用了这里不支持的压缩方式（{method}）。请解压后拖入里面的文件。',
	'archive-too-many': '压缩包里有 {n|count} 个文件，最多可查看 {limit|count} 个。请只拖入订单所在的那一个。',
	'archive-too-large':
		'解压后达 {size|bytes}，最多可读 {limit|bytes}。请把工作表另存为 CSV，或缩短导出的时间范围。',
	'archive-bomb': '文件中有一部分解压后膨胀超过 {limit|count} 倍，正常表格不会如此，因此不予打开。',
	'archive-no-table': '压缩包里没有可作为表格的文件（CSV、TSV、XLSX、XLS、JSON 或 Parquet）。',
	'workbook-encrypted': '工作簿设有密码。请取消密码另存后再拖进来。',
	'workbook-damaged': '工作簿已损坏或结构不正确（{part}）。请用表格软件打开并重新保存。',
	'grid-too-large': '表格超过 {limit|count} 个单元格。请删除不需要的列，或缩短导出的时间范围。',
	'grid-deadline': '读取超过 {seconds|count} 秒，已停止。请把工作表另存为 CSV，读取会快得多。',
	'table-not-found': '文件里没有表格（按 {container} 读取）。请确认文件是否选对。',
	'sheet-not-found': '文件里没有名为“{sheet}”的工作表。请另选一个。',
	'member-not-found': '压缩包里没有名为“{member}”的文件。请另选一个。',
	'json-malformed':
		'JSON 第 {line|count} 行无法读取。内容应是记录列表、含一个记录列表的对象，或每行一条记录。',
	'parquet-damaged': 'Parquet 文件已损坏或不完整。请重新导出。',
	'parquet-compression':
		'Parquet 文件使用了这里不支持的压缩方式 {codec}。请改用 Snappy、Zstandard 或 Gzip 导出。',
	'table-single-column': '整个文件只读出一列。请换一个分隔符，或确认这是一张表格。',
	'mapping-no-customer': '没有一列能说明客户是谁。请把客户编号所在的列设为“客户编号”。',
	'date-without-year':
		'第 {column} 列（{header}）只有日和月，没有年份，例如 {example}。若按 {order} 书写，请添加清洗步骤“用公式新增列”，公式为 {formula}（把 YYYY 换成年份），再把新列设为“订单日期”。',
	'date-without-year-either':
		'第 {column} 列（{header}）只有月和日，没有年份，例如 {example}，而且月、日的先后无法判断。请添加清洗步骤“用公式新增列”：若按 {order} 书写，公式为 {formula}；若按 {other} 书写，公式为 {otherFormula}（把 YYYY 换成年份），再把新列设为“订单日期”。',
	'mapping-no-date': '没有日期列。请把下单或付款时间所在的列设为“订单日期”。',
	'mapping-no-amount': '没有金额列。请指定“金额”列，或同时指定“数量”和“单价”两列。',
	'mapping-role-twice': '有两列被设成同一含义（{role}）。请只保留一列。',
	'mapping-profit-currency':
		'金额已换算为另一币种，“{header}”没有换算。请为它另加一步换算（使用同样的汇率），再把新列设为该含义；或不导入该列。',
	'mapping-lacks': '这类表格需要一列作为：{roles}。',
	'date-order-ambiguous': '第 {column} 列（{header}）的日期可按不止一种年月日顺序读取。请选择一种。',
	'date-order-mixed':
		'第 {column} 列（{header}）里“日/月”与“月/日”混用，3/4 与 4/3 无法分辨。请统一成一种写法（最好是 YYYY-MM-DD）后重新导出。',
	'amount-style-ambiguous':
		'第 {column} 列（{header}）的数字有两种读法：1,234 是一千多，还是一点几？请选择数字写法。',
	'amount-sum-too-large':
		'按 {scale} 位小数，金额合计超出了可精确计算的范围。请检查金额列是否选错，或拆分文件。',
	'currency-mixed': '金额含有不止一种货币，无法相加。请用清洗步骤换算，或按货币分别导出。',
	'import-no-valid-rows': '{rows|count} 行都无法读取。请检查各列含义、日期顺序和数字写法。',
	'import-totals-mismatch':
		'核对总数不一致（行数差 {rows}，金额差 {amount}），未保存任何数据。这是程序错误，请反馈。',
	'steps-invalid': '有 {n|count} 个清洗步骤无法执行：{steps}。请在导入前补全或移除。',
	'step-invalid': '第 {step|count} 个清洗步骤无法执行。请在导入前补全或移除。',
	'zone-unknown': '此浏览器不支持时区“{zone}”。请选择其他时区。',
	'recipe-invalid': '导入方案在“{path}”处无效。请使用本应用保存的方案，或不使用方案。',
	'append-same-file': '这个文件已导入过（“{file}”），内容全部已在数据集中，本次未添加任何数据。',
	'append-currency': '数据集的币种是 {have}，文件的币种是 {add}，不能相加。请将该文件导入为单独的数据集。',
	'append-type':
		'列“{header}”在表中与在文件中的读取方式不同。请在核对时选择相同的类型（日期、数字、金额或文本），再追加该文件。',

	// 存储
	'storage-unavailable':
		'当前浏览器不允许在此保存数据：可能是无痕窗口、网站数据被禁用，或页面不是通过 https 或本机地址打开。解除限制前无法保存任何内容。',
	'storage-quota':
		'浏览器存储空间不足，无法再保存 {needed|bytes}。本次未保存任何内容，原有数据完好。请清空回收站、删除数据集或释放磁盘空间后重试。',
	'storage-newer-schema':
		'本机数据由更新版本的客析台写入（格式 {found}，当前版本支持到 {known}）。请刷新页面以更新版本。数据未被改动。',
	'storage-damaged':
		'“{dataset}”在浏览器存储中已损坏。为避免得出错误数字，系统不会使用它。请删除后重新导入原文件，或打开其快照。',
	'storage-not-found': '找不到该内容，可能已在其他标签页中删除，或被浏览器清理。',
	'storage-busy': '另一个客析台标签页正在使用存储。请等待其导入完成或关闭该标签页，然后重试。',
	// 分析
	'workspace-read-only': '此工作区由快照打开，数据保持原样。请把文件导入自己的工作区。',
	'method-unknown': '当前版本没有名为“{method}”的分析方法。',
	'params-invalid': '参数“{param}”的取值不可用。请修改，或恢复默认设置。',
	'benchmark-nothing': '此快照中没有可对标的指标。请另存一份包含概览、留存或流失的快照。',
	'selection-invalid': '结果已更新，原选中项背后已没有客户。请重新选择。',
	'orders-needed': '这项计算基于订单，而本工作区还没有订单。请先导入一份订单，再试一次。',
	'dataset-not-open': '尚未打开数据集。请先打开一个数据集，或导入文件。',
	'snapshot-invalid': '该文件不是客析台快照，或内容被改动、不完整。请重新获取文件。',
	'snapshot-newer': '该快照由更新版本的客析台生成。请刷新页面更新版本后再打开。',
	'snapshot-lacks-method': '该快照未包含此项分析。',
	'report-without-snapshot':
		'该报告未携带快照：可以阅读，但无法在此打开。请勾选“可在客析台中打开”重新保存，或使用快照文件。',
	// 受保护的文件
	'passphrase-short': '密码至少需要 {least} 个字符。',
	'sealed-unreadable': '无法打开：密码不对，或文件已被改动。文件内容未被使用。',
	'verify-files-missing': '缺少生成快照所用的 {n|count} 个文件：{files}。请一并选择全部文件。',
	'verify-other-customers': '此文件的客户与生成快照时不同：其中没有已合并的客户。请选择同一文件。',
	'verify-steps-withheld':
		'快照未包含清洗步骤，因为其中有涉及个人的取值。请在命令行用 --recipe 指定方案进行核对。',
	'crypto-unavailable':
		'浏览器只对 https 或本机页面提供加密功能。请通过 https 或在本机打开客析台，或者不加密保存。',
	// 后台任务
	cancelled: '已取消，数据没有变动。',
	'worker-crashed': '后台任务意外中断，此前保存的数据完好。请重试；如再次出现，请刷新页面。',
	'out-of-memory': '内存不足。请关闭其他标签页，或缩短数据的时间范围。',
	internal: '客析台内部出错，此前保存的数据完好。请反馈此问题。'
};
export default errors;
