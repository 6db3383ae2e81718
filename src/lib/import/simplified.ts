/** Pairs of a traditional character and its simplified form: those that headers and statuses are written with. */
const pairs =
	'訂订單单號号編编碼码戶户額额會会員员買买賣卖價价數数狀状態态時时間间實实際际應应電电話话機机郵邮產产類类問问題题開开關关處处評评註注冊册' +
	'備备積积點点級级業业務务聯联繫系銷销總总計计發发貨货條条項项進进場场紀纪錄录稱称費费櫃柜門门區区縣县國国營营動动訪访辦办約约續续質质' +
	'滿满複复優优稅税運运當当與与結结帳账賬账顧顾僱雇寶宝貝贝標标頁页變变週周經经轉转據据層层專专體体個个鏈链統统種种幣币匯汇歸归屬属' +
	'檔档傳传簽签競竞聲声閉闭廢废敗败測测試试無无棄弃審审絕绝過过現现獲获來来源源獎奖勵励禮礼導导覆复內内圖图觀观認认證证險险' +
	'購购錢钱絡络別别圓圆終终負负責责調调饋馈團团隊队齡龄響响組组';

const simple = new Map<string, string>();
const letters = Array.from(pairs);
for (let at = 0; at < letters.length; at += 2) simple.set(letters[at] ?? '', letters[at + 1] ?? '');

const written = new RegExp(`[${[...simple.keys()].join('')}]`, 'gu');

/**
 * A text with the traditional characters of headers and statuses in their simplified form, in which their names are known.
 *
 * @example
 * simplified('訂單編號') // => '订单编号'
 * simplified('Order ID') // => 'Order ID'
 */
export const simplified = (text: string): string =>
	text.replace(written, (letter) => simple.get(letter) ?? letter);

/** A pattern for texts that went through `simplified`. */
export const plainly = (pattern: string): RegExp => new RegExp(simplified(pattern));
