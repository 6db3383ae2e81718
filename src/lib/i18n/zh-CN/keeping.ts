import type { Translated } from '../shape.ts';
import type en from '../en/keeping.ts';

/** 中文: 原始文件、更改导入、行的问题、日志。 */
const keeping: Translated<typeof en> = {
	keep: '在此浏览器中保留原始文件（{size|bytes}）',
	keepHint: '以后无需重新选择文件即可更改导入，也可原样取回文件。',
	replaces: '{name} 的新版本',
	replacesText: '新版本将取代当前版本，当前版本移入回收站，撤销即可原样恢复。',
	otherFile: '这不是生成 {name} 的那个文件：内容不同。',
	original: '原始文件',
	originalKept: '已保留在此浏览器中：{name}，{size|bytes}。',
	originalPacked: '已保留在此浏览器中：{name}，{size|bytes}；压缩后占用 {stored|bytes}。',
	originalAbsent: '未保留。更改导入时需要再次提供该文件。',
	originalSave: '保存原始文件',
	originalDrop: '释放空间',
	originalDropped: '已移除 {name} 的副本，数据集不受影响。',
	change: '更改导入…',
	changeText: '更改列的含义、格式或特殊行的处理。数据集变更前可先查看结果。',
	versions: '以前的版本',
	versionsText: '在回收站中保留 30 天。恢复时与当前版本互换。',
	versionOf: '使用至 {time}',
	versionBack: '恢复',
	versionBackNamed: '恢复使用至 {time} 的版本',
	versionBrought: '已恢复 {name} 以前的版本。',
	againTitle: '请再次提供文件',
	againText: '此处未保留 {name}（{size|bytes}）的副本。请选择同一文件以更改导入。',
	againDrop: '拖入 {name}'
};
export default keeping;
