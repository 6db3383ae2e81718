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
	}
};
export default sharing;
