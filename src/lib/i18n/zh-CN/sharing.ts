import type { Translated } from '../shape.ts';
import type en from '../en/sharing.ts';

/** 中文: the words of files that leave the app, but for the report's own. */
const sharing: Translated<typeof en> = {
	lock: {
		title: '加密报告',
		text: '此文件已加密，解密只在本浏览器中进行，不会发送任何内容。',
		passphrase: '密码',
		open: '打开报告',
		waiting: '本文件由其内置脚本打开。若此句一直显示，说明浏览器禁用了脚本，或文件已被改动。',
		opening: '正在打开…',
		failed: '无法打开：密码不对，或文件已被改动。',
		unsupported: '此浏览器无法在此页面解密，请使用较新的浏览器打开。'
	},
	workbook: {
		summary: '摘要',
		sheets: '工作表',
		keyFigures: '关键指标',
		parameters: '参数',
		glossary: '术语表',
		section: '章节',
		parameter: '参数名',
		term: '术语',
		meaning: '含义',
		purpose: '回答的问题',
		part: '{title}：{measure}'
	},
	slides: { cut: '共 {all|count} 行，此处为前 {shown|count} 行；全部见工作簿。' },
	redaction: {
		group: '第 {n} 组',
		note: '少于 {k} 的小组已隐去（{sign}）；凡合计可推出者，一并隐去其他格。可能泄露的语句、指标与图形亦已略去。',
		dropped: '此处略去一张表：若显示将暴露小组。'
	}
};
export default sharing;
