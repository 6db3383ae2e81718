import type { Verification } from '../../src/lib/report/index.ts';
import type { Locale } from '../../src/lib/i18n/messages.ts';

/** What the command line says of itself; what it says of files and data comes from the application's own texts. */
interface Words {
	readonly usage: string;
	readonly notUnderstood: (option: string, given: string) => string;
	readonly summary: (facts: {
		file: string;
		source: number;
		sales: number;
		aside: number;
		rejected: number;
	}) => string;
	readonly fault: string;
	readonly verified: (facts: Pick<Verification, 'compared' | 'hidden' | 'differing'>) => string;
	readonly verifiedOther: (facts: { sameFile: boolean; versions: string }) => string;
	readonly hash: (facts: Verification['provenance']) => string;
}

const en: Words = {
	usage: `Reads order exports and answers with the methods of Clientele, as JSON.

  npm run -s analyse -- FILE... [options]
  npm run -s analyse -- verify SNAPSHOT [FILE…] [--recipe FILE]

The second form computes a snapshot again from the file that it was made of, by its own recipe, and says
"equal", or which number differs; one that came with its rows needs no file. A locked snapshot is opened first: age -d.

  --method ID[,ID]     methods to run (default: all): overview, findings, rfm, lifecycle, migration, retention, origins, churn, contracts, value, contribution
  --params JSON        parameters of the method, or an object of them by method id
  --as-of DATE         last day that counts, YYYY-MM-DD (default: the latest order's)
  --from DATE          first day of the window (default: all history)
  --week-start 1-7     first day of the week, 1 = Monday (default)
  --year-start 1-12    month in which fiscal years begin, 1 = January (default)
  --refunds net|gross  take refunds off their orders (default: net)
  --recipe FILE        how to read the files; without it each file is understood by itself
  --save-recipe FILE   write the recipe that was used
  --customers          add what each method says of every customer
  --rejects FILE       write the rejected rows as CSV
  --out FILE           where the JSON goes (default: standard output)
  --lang en|zh         language of messages (default: LANG)

Exit code: 0 done, or equal · 1 a file or parameter was refused · 2 the command line was not understood ·
3 a fault · 4 a snapshot differs from its file.
`,
	notUnderstood: (option, given) => `Not understood: ${option} ${given}\nSee --help.`,
	summary: ({ file, source, sales, aside, rejected }) =>
		`${file}: ${source} rows; ${sales} sales kept, ${aside} set aside, ${rejected} rejected.`,
	fault: 'This is a fault of the program; please report it.',
	verified: ({ compared, hidden, differing }) =>
		differing === 0
			? `equal: ${compared} values compared${hidden === 0 ? '' : `, ${hidden} hidden in the snapshot`}.`
			: `${differing} of ${compared} values differ (in the snapshot → from the file):`,
	verifiedOther: ({ sameFile, versions }) =>
		[
			...(sameFile ? [] : ['This is another file than the one the snapshot was made from.']),
			...(versions === '' ? [] : [`Defined anew since the snapshot was made: ${versions}.`]),
			...(sameFile && versions === ''
				? ['The recipe is another one: cleaning steps are not part of a snapshot, see --recipe.']
				: [])
		].join('\n'),
	hash: ({ saved, found }) => (saved === found ? `hash ${saved}` : `hash ${saved} → ${found}`)
};

const zh: Words = {
	usage: `读取订单导出文件，用客析台的方法计算，输出 JSON。

  npm run -s analyse -- 文件... [选项]
  npm run -s analyse -- verify 快照 [文件…] [--recipe 文件]

第二种形式按快照自带的导入方案，用原始文件重新计算，给出“一致”或列出不同的数字；含明细数据的快照无需原始文件。加密快照请先用 age -d 打开。

  --method ID[,ID]     要运行的方法（默认全部）：overview、findings、rfm、lifecycle、migration、retention、origins、churn、contracts、value、contribution
  --params JSON        方法的参数；多个方法时按方法 id 分别给出
  --as-of 日期         分析截止日，YYYY-MM-DD（默认为最后一笔订单的日期）
  --from 日期          观察窗起始日（默认全部历史）
  --week-start 1-7     一周的第一天，1 = 星期一（默认）
  --year-start 1-12    财年起始月份，1 = 一月（默认）
  --refunds net|gross  退款是否冲减所属订单（默认 net）
  --recipe 文件        导入方案；不给则自动识别每个文件
  --save-recipe 文件   保存所用的导入方案
  --customers          附上每位客户的结果
  --rejects 文件       把拒收的行另存为 CSV
  --out 文件           JSON 输出位置（默认标准输出）
  --lang en|zh         提示语言（默认取 LANG）

退出码：0 完成或一致 · 1 文件或参数被拒绝 · 2 命令行无法识别 · 3 程序错误 · 4 快照与文件不一致。
`,
	notUnderstood: (option, given) => `无法识别：${option} ${given}\n请看 --help。`,
	summary: ({ file, source, sales, aside, rejected }) =>
		`${file}：共 ${source} 行；计入销售 ${sales} 行，搁置 ${aside} 行，拒收 ${rejected} 行。`,
	fault: '这是程序错误，请反馈。',
	verified: ({ compared, hidden, differing }) =>
		differing === 0
			? `一致：共核对 ${compared} 个值${hidden === 0 ? '' : `，另有 ${hidden} 个在快照中已隐去`}。`
			: `${compared} 个值中有 ${differing} 个不同（快照中 → 由文件算得）：`,
	verifiedOther: ({ sameFile, versions }) =>
		[
			...(sameFile ? [] : ['此文件不是生成快照的那个文件。']),
			...(versions === '' ? [] : [`快照保存之后定义有变：${versions}。`]),
			...(sameFile && versions === '' ? ['导入方案不同：快照不含清洗步骤，请用 --recipe 给出。'] : [])
		].join('\n'),
	hash: ({ saved, found }) => (saved === found ? `溯源码 ${saved}` : `溯源码 ${saved} → ${found}`)
};

export const wordsFor = (locale: Locale): Words => (locale === 'zh-CN' ? zh : en);
