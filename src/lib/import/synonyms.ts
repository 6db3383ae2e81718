import { headerNamesAbroad } from './header-names-abroad.ts';
import { headerNames, type NamedRole } from './header-names.ts';
import { plainly, simplified } from './simplified.ts';
import { withoutAccents } from './without-accents.ts';
import { isCurrencyCode } from './values/currency.ts';

/** What joins the name of a group of columns to that of each of them, where a header has two rows. */
export const GROUP_MARK = ' / ';

/** Headers that hold a name of a role and mean something else. */
const otherThings =
	/ship|deliver|birth|发货|收货时|确认|到货|生日|出生|更新|update|modif|refund|退款|discount|disc$|rabatt|remise|descuento|sconto|desconto|割引|値引|liefer|versand|geburt|livraison|naissance|配送|納品|到着|优惠|折扣|tax|steuer|mwst|税|运费|邮费|freight|cost$|成本|profit|利润|margin|points|积分|budget|weight/;

/** Days on which something else than an order happens to it: it falls due, is changed, reminded of or cancelled. */
const otherDays = plainly(
	'^due|due(?:date|on)|(?<!ex)chang(?:e|ed)(?:at|on|date|time)|cancel|expir|fallig|anderung|geandert|storn|mahn|verfall|ablauf|' +
		'echeance|annul|vencim|alteracao|scadenza|変更|取消|キャンセル|期限|支払期日'
);

/** Lines and groups, which are no orders and no customers: their number is not that of the order or of the customer. */
const ofParts = plainly('position|pos(?:nr|no|id|num)|zeile|gruppe|group|明細|行(?:番号|no|id)');

/**
 * Whether a header speaks of a day that is not the order's.
 *
 * @example
 * ['Fälligkeitsdatum', 'Ship Date', '注文変更日', 'Order Date'].map(isOtherDay) // => [true, true, true, false]
 */
export function isOtherDay(header: string): boolean {
	const name = plainName(header);
	return otherThings.test(name) || otherDays.test(name);
}

/** Personal details: kept out of a dataset unless someone asks for them. */
const personal = plainly(
	'mail|phone|mobile|tel$|address|street|zip|postal|postcode|firstname|lastname|surname|birth|passport|idcard|手机|电话|邮箱|地址|邮编|身份证|生日|收货人|微信|qq|' +
		'telefon|adresse|strasse|hausnummer|plz|postleitzahl|vorname|nachname|geburt|prenom|nomdefamille|naissance|direccion|apellido|nacimiento|' +
		'indirizzo|cognome|nascita|endereco|sobrenome|nascimento|cpf|住所|電話|郵便|氏名|フリガナ|生年月日|誕生日'
);

/**
 * A header in the form in which names are compared: NFKC, small letters, no accents, no brackets with their content, no
 * marks, no currency code at the end, 中文 simplified.
 *
 * @example
 * plainName('Order Total (USD)') // => 'ordertotal'
 * plainName(' 实付金额（元） ') // => '实付金额'
 * plainName('Sales CLP') // => 'sales'
 * plainName('訂單編號') // => '订单编号'
 * plainName('N° de commande') // => 'ndecommande'
 */
export function plainName(header: string): string {
	let text = header.normalize('NFKC').replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
	const code = /[\s_-]([A-Z]{3})\s*$/.exec(text)?.[1];
	if (code !== undefined && isCurrencyCode(code)) text = text.slice(0, text.lastIndexOf(code));
	return simplified(withoutAccents(text.toLowerCase())).replace(/[\s_\-./:：#*"'’°・]+/g, '');
}

/** A currency that a header names: `Order Total (USD)`, `金额(元)`; '' when none. */
export function currencyInHeader(header: string): string {
	const text = header.normalize('NFKC');
	const code = /(?:^|[^A-Za-z])([A-Z]{3})(?![A-Za-z])/.exec(text)?.[1];
	if (code !== undefined && isCurrencyCode(code)) return code;
	if (/元/.test(text)) return 'CNY';
	return /[€£₩₹]/.exec(text)?.[0] ?? '';
}

/** A role that a header speaks of, and how surely, 0..1. */
export interface NameMatch {
	readonly role: NamedRole;
	readonly score: number;
}

const exact = new Map<string, NameMatch[]>();
const know = (role: NamedRole, names: readonly string[]): void =>
	names.forEach((written, rank) => {
		const name = simplified(written);
		const match = { role, score: 1 - (0.4 * rank) / names.length };
		const known = exact.get(name) ?? [];
		// A word that two languages share is as sure as in the first.
		if (!known.some((other) => other.role === role)) exact.set(name, [...known, match]);
	});
const rolesOf = <List>(lists: Readonly<Partial<Record<NamedRole, List>>>) =>
	Object.entries(lists) as [NamedRole, List][];
for (const [role, names] of rolesOf(headerNames)) know(role, names);
for (const language of headerNamesAbroad)
	for (const [role, names] of rolesOf(language)) know(role, names.split(/\s+/));

/** Words that, at the end or within a longer header, still say what it is. */
const partial: readonly { readonly role: NamedRole; readonly pattern: RegExp }[] = [
	{ role: 'quantity', pattern: /^(?:numberof|noof|num(?!er))|(?:qty|quantity|数量|件数)$/ },
	{ role: 'date', pattern: /(?:date|datetime|timestamp|日期|时间|datum)$/ },
	{ role: 'date', pattern: plainly('(?:注文|受注|購入|売上|取引|決済).*(?:日|日時|日付)$') },
	{ role: 'status', pattern: /(?:status|状态)$/ },
	{ role: 'price', pattern: /(?:unitprice|单价)$/ },
	{
		role: 'amount',
		pattern: /(?:amount|revenue|value|total|spend|金额|销售额|总额)$|^(?:total|revenue|sales)/
	},
	{
		role: 'customer',
		pattern:
			/^(?:customer|client|member|buyer|user).*(?:id|no|number|code|key)$|(?:客户|会员|顾客|买家|用户)(?:id|编号|编码|代码|号码?)$/
	},
	{
		role: 'order',
		pattern:
			/(?:order|invoice|transaction|receipt|basket).*(?:id|no|number|code|key)$|(?:订单|交易|单据).*(?:号|id|编号|编码)$/
	},
	{ role: 'customer', pattern: /^(?:kunden|debitoren|mitglieds).*(?:nummer|nr|id)$/ },
	{ role: 'customer', pattern: plainly('(?:顧客|会員|お客様|得意先).*(?:番号|id|コード|no)$') },
	{
		role: 'order',
		pattern: /^(?:bestell|auftrags|rechnungs|beleg|vorgangs|transaktions).*(?:nummer|nr|id)$/
	},
	{ role: 'order', pattern: plainly('(?:注文|受注|取引|伝票).*(?:番号|id|コード|no)$') },
	{ role: 'product', pattern: /^(?:product|item|商品|产品).*(?:id|code|name|no|编号|编码|名称)$|sku$/ },
	{
		role: 'customer-name',
		pattern: /^(?:customer|client|buyer).*name$|(?:客户|会员|买家|顾客).*(?:名称|姓名)$/
	}
];

/** What is measured: its column may say no more than how (net, before tax), and the group above it of what. */
const measures: ReadonlySet<NamedRole> = new Set(['amount', 'price', 'quantity']);

/** How an amount is meant, below its group: with tax or without. */
const asTaxed = /含税|未税|税前|税后|^(?:in|ex|with|before|after|pre|net).*tax/;

/** Less than any name of the column's own. */
const GROUP_ALONE = 0.3;

const surestFirst = (matches: readonly NameMatch[]): readonly NameMatch[] =>
	[...matches].sort((a, b) => b.score - a.score);

/** Below the name of a group stands that of the column: 订单 / 编号 is the 订单编号. */
function rolesInGroup(group: string, own: string): readonly NameMatch[] {
	const name = plainName(own);
	const above = plainName(group.split(GROUP_MARK).at(-1) ?? '');
	const together = exact.get(above + name);
	if (together !== undefined) return surestFirst(together);
	const alone = exact.get(name);
	// The amount and the date below "Refund" are not those of the order; its number and customer are.
	const isElse = otherThings.test(above);
	const kept = ({ role }: NameMatch): boolean => !isElse || (role !== 'date' && !measures.has(role));
	if (alone !== undefined) return surestFirst(alone).filter(kept);
	if (isElse || (otherThings.test(name) && !asTaxed.test(name))) return [];
	const partly = rolesInWords(above + name);
	if (partly.length > 0) return partly;
	const words = rolesInWords(name);
	if (words.length > 0) return words;
	return rolesByName(group)
		.filter(({ role }) => measures.has(role))
		.map(({ role }) => ({ role, score: GROUP_ALONE }));
}

/** Roles of which a longer name has a word. */
const rolesInWords = (name: string): readonly NameMatch[] =>
	partial
		.filter(({ pattern }) => pattern.test(name))
		.filter(({ role }) => role !== 'date' || !otherDays.test(name))
		.filter(({ role }) => (role !== 'order' && role !== 'customer') || !ofParts.test(name))
		.map(({ role }) => ({ role, score: 0.45 }));

/** All roles that a header may mean, the surest first. */
export function rolesByName(header: string): readonly NameMatch[] {
	const name = plainName(header);
	if (name === '') return [];
	const group = header.lastIndexOf(GROUP_MARK);
	if (group >= 0) return rolesInGroup(header.slice(0, group), header.slice(group + GROUP_MARK.length));
	const found = exact.get(name);
	if (found !== undefined) return surestFirst(found);
	return otherThings.test(name) ? [] : rolesInWords(name);
}

/**
 * The role that a header names, or null.
 *
 * @example
 * roleByName('Invoice No.') // => 'order'
 * roleByName('买家昵称') // => 'customer'
 * roleByName('Ship Date') // => null
 */
export function roleByName(header: string): NamedRole | null {
	return rolesByName(header)[0]?.role ?? null;
}

/**
 * Whether a header names a personal detail.
 *
 * @example
 * isPersonal('E-mail') // => true
 * isPersonal('Country') // => false
 */
export function isPersonal(header: string): boolean {
	return personal.test(plainName(header));
}
