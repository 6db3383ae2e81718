import type { Candidate } from '#lib/core/dataset/inspection.ts';
import type { Encoding } from '#lib/core/dataset/recipe.ts';
import { cyrillic } from './cyrillic.ts';

/** Bytes scored; enough for any statistics of characters. */
const SCORED_BYTES = 262_144;

/** Characters that tables of orders in Chinese are full of: each counts as certain as any statistics can be. */
const frequentSimplified = new Set(
	'的一是不了在人有我他这为之大来以个中上们时间日期年月订单号客户编号姓名称金额数量单价总计状态商品产品付款支付交易成功关闭退取消完成已未会员电话手机地址省市区县上海北京广州深圳东江苏浙川河南湖建安徽重庆天津张王李刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
);
const frequentTraditional = new Set(
	'的一是不了在人有我他這為之大來以個中上們時間日期年月訂單號客戶編號姓名稱金額數量單價總計狀態商品產品付款支付交易成功關閉退取消完成已未會員電話手機地址省市區縣臺灣台北高雄新竹桃園張王李劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅梁宋鄭謝韓唐馮于董蕭程曹袁鄧許傅沈曾彭呂'
);

/**
 * How well each legacy encoding explains the bytes above 0x7F, best first. Double-byte encodings are scored by the
 * share of characters in the ranges of everyday use (GB 2312 level 1, Big5 level 1, kana and JIS level 1), with a
 * bonus for the words of the trade; those of Cyrillic by their words; windows-1252 by high bytes that stand singly among Latin letters. An encoding in
 * which the bytes cannot be read at all scores nothing.
 */
export function legacyScores(windows: readonly Uint8Array[]): Candidate<Encoding>[] {
	const heads = windows.map((bytes) => bytes.subarray(0, SCORED_BYTES));
	// Plain ASCII says nothing of any of them.
	const scored = heads.every(isAscii) ? [] : heads;
	const candidates: Candidate<Encoding>[] = [
		{
			value: 'gb18030',
			score: doubleByte(scored, gbUnit) + frequency(scored, 'gb18030', frequentSimplified)
		},
		{ value: 'big5', score: doubleByte(scored, big5Unit) + frequency(scored, 'big5', frequentTraditional) },
		{ value: 'shift_jis', score: doubleByte(scored, sjisUnit) },
		{ value: 'windows-1252', score: latin(scored) },
		{ value: 'windows-1251', score: cyrillic(scored, 'windows-1251') },
		{ value: 'koi8-r', score: cyrillic(scored, 'koi8-r') }
	];
	return candidates
		.map((candidate) => ({ ...candidate, score: Math.min(1, Math.max(0.02, candidate.score)) }))
		.sort((a, b) => b.score - a.score);
}

/** Whether bytes are ASCII alone. */
export function isAscii(bytes: Uint8Array): boolean {
	for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0x80) return false;
	return true;
}

/** A unit that starts with a high byte: its length, and whether it is of everyday use. Length 0: not readable. */
type Unit = (first: number, second: number, third: number, fourth: number) => readonly [number, boolean];

const BAD: readonly [number, boolean] = [0, false];

const gbUnit: Unit = (a, b, c, d) => {
	if (a < 0x81 || a > 0xfe) return BAD;
	if (b >= 0x30 && b <= 0x39) return c >= 0x81 && d >= 0x30 && d <= 0x39 ? [4, false] : BAD;
	if (b < 0x40 || b === 0x7f || b > 0xfe) return BAD;
	const punctuation = (a === 0xa1 || a === 0xa3) && b >= 0xa1;
	return [2, punctuation || (a >= 0xb0 && a <= 0xd7 && b >= 0xa1)];
};

const big5Unit: Unit = (a, b) => {
	if (a < 0xa1 || a > 0xf9) return a >= 0x81 && a <= 0xfe && b >= 0x40 ? [2, false] : BAD;
	if (!((b >= 0x40 && b <= 0x7e) || (b >= 0xa1 && b <= 0xfe))) return BAD;
	return [2, a === 0xa1 || (a >= 0xa4 && a <= 0xc6)];
};

const sjisUnit: Unit = (a, b) => {
	// Half-width katakana: possible, but rare in tables, and what most other encodings look like.
	if (a >= 0xa1 && a <= 0xdf) return [1, false];
	if (!((a >= 0x81 && a <= 0x9f) || (a >= 0xe0 && a <= 0xef))) return BAD;
	if (b < 0x40 || b === 0x7f || b > 0xfc) return BAD;
	const kana = (a === 0x82 && b >= 0x9f) || (a === 0x83 && b <= 0x96);
	return [2, kana || (a === 0x81 && b <= 0x9a) || (a >= 0x88 && a <= 0x97)];
};

/** Broken units forgiven: windows are cut in the middle of characters. */
const FORGIVEN_SHARE = 0.002;

function doubleByte(windows: readonly Uint8Array[], unit: Unit): number {
	let units = 0;
	let usual = 0;
	let broken = 0;
	for (const bytes of windows) {
		for (let i = 0; i < bytes.length;) {
			const byte = bytes[i] as number;
			if (byte < 0x80) {
				i++;
				continue;
			}
			units++;
			const [length, everyday] = unit(byte, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0, bytes[i + 3] ?? 0);
			if (length === 0) broken++;
			else if (everyday) usual++;
			i += Math.max(1, length);
		}
	}
	// Each window may add one broken unit at either end.
	if (units === 0 || broken > 2 * windows.length + FORGIVEN_SHARE * units) return 0;
	if (windows.length === 1 && units < 50 && broken > 0) return 0;
	return (0.8 * usual) / units;
}

function frequency(
	windows: readonly Uint8Array[],
	encoding: Encoding,
	frequent: ReadonlySet<string>
): number {
	let wide = 0;
	let known = 0;
	for (const bytes of windows) {
		for (const character of new TextDecoder(encoding).decode(bytes.subarray(0, 65_536))) {
			if (character < '\u0080') continue;
			wide++;
			if (frequent.has(character)) known++;
		}
	}
	return wide === 0 ? 0 : (0.2 * known) / wide;
}

const isLetter = (byte: number | undefined): boolean =>
	byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));

/** High bytes that are letters or money signs and stand beside ASCII, as accents do. */
function latin(windows: readonly Uint8Array[]): number {
	let high = 0;
	let fits = 0;
	for (const bytes of windows) {
		for (let i = 0; i < bytes.length; i++) {
			const byte = bytes[i] as number;
			if (byte < 0x80) continue;
			high++;
			const alone = (bytes[i - 1] ?? 0) < 0x80 && (bytes[i + 1] ?? 0) < 0x80;
			const letter = byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
			const sign =
				byte === 0x80 || byte === 0xa3 || byte === 0xa0 || byte === 0x92 || byte === 0xb0 || byte === 0xa9;
			if (alone && (sign || (letter && (isLetter(bytes[i - 1]) || isLetter(bytes[i + 1]))))) fits++;
		}
	}
	return high === 0 ? 0.1 : (0.75 * fits) / high;
}
