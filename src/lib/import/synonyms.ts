import type { ColumnRole } from '#lib/core/dataset/recipe.ts';
import { isCurrencyCode } from './values/currency.ts';

/** Roles that a header can name. */
export type NamedRole = Exclude<ColumnRole, 'attribute' | 'ignore'>;

/**
 * What exports call their columns, in English and 中文, without blanks and marks, the surest name first: of two
 * columns for one role the one named earlier wins.
 */
const names: Readonly<Record<NamedRole, readonly string[]>> = {
	customer: [
		...['customerid', 'customerno', 'customernumber', 'customercode', 'custid', 'clientid', 'clientcode'],
		...['客户id', '客户编号', '客户编码', '客户号', '客户代码', '会员id', '会员编号', '会员号', '会员卡号'],
		...[
			'memberid',
			'membercode',
			'userid',
			'useruid',
			'uid',
			'buyerid',
			'shopperid',
			'householdid',
			'consumerid'
		],
		...['用户id', '用户编号', '用户uid', '买家id', '买家编号', '顾客id', '顾客编号', '消费者id'],
		...[
			'accountid',
			'companyid',
			'contactid',
			'openid',
			'customerkey',
			'customer',
			'cust',
			'client',
			'buyer',
			'member'
		],
		...[
			'买家会员名',
			'买家昵称',
			'买家旺旺',
			'买家账号',
			'买家',
			'会员账号',
			'会员昵称',
			'用户昵称',
			'用户名',
			'用户账号'
		],
		...[
			'客户',
			'会员',
			'用户',
			'顾客',
			'user',
			'username',
			'account',
			'household',
			'shopper',
			'customeremail'
		],
		...[
			'buyeremail',
			'email',
			'emailaddress',
			'邮箱',
			'会员手机号',
			'客户手机',
			'买家手机',
			'手机号',
			'手机号码',
			'手机'
		]
	],
	'customer-name': [
		...['customername', 'clientname', 'buyername', 'membername', 'companyname', 'accountname', 'contactname'],
		...[
			'客户名称',
			'客户姓名',
			'客户名',
			'会员姓名',
			'会员名称',
			'会员名',
			'顾客姓名',
			'用户姓名',
			'买家姓名',
			'姓名'
		],
		...['昵称', '收货人姓名', '收货人', 'fullname', 'recipient', 'billingname', 'shippingname', 'name']
	],
	order: [
		...[
			'orderid',
			'orderno',
			'ordernumber',
			'ordercode',
			'salesorderid',
			'salesorder',
			'invoiceno',
			'invoiceid'
		],
		...[
			'invoicenumber',
			'invoice',
			'订单号',
			'订单编号',
			'订单id',
			'主订单编号',
			'主订单号',
			'交易号',
			'交易编号',
			'交易单号'
		],
		...[
			'transactionid',
			'transactionno',
			'transactionnumber',
			'txnid',
			'basketid',
			'receiptno',
			'receiptid',
			'receiptnumber'
		],
		...[
			'订单编码',
			'流水号',
			'小票号',
			'单据号',
			'单据编号',
			'单号',
			'发票号',
			'发票号码',
			'销售单号',
			'订单流水号',
			'documentno'
		],
		...[
			'checkoutid',
			'purchaseid',
			'ticketno',
			'bookingid',
			'order',
			'transaction',
			'basket',
			'订单',
			'orderref',
			'billno'
		]
	],
	date: [
		...[
			'orderdate',
			'orderdatetime',
			'ordertime',
			'ordertimestamp',
			'orderedat',
			'orderpurchasetimestamp',
			'invoicedate'
		],
		...[
			'purchasedate',
			'purchasetime',
			'purchasedat',
			'transactiondate',
			'transactiontime',
			'transactiontimestamp',
			'txndate'
		],
		...[
			'下单时间',
			'下单日期',
			'订单日期',
			'订单时间',
			'订单创建时间',
			'订单下单时间',
			'付款日期',
			'付款时间',
			'订单付款时间'
		],
		...[
			'支付时间',
			'支付日期',
			'交易时间',
			'交易日期',
			'购买日期',
			'购买时间',
			'消费日期',
			'消费时间',
			'成交时间',
			'成交日期'
		],
		...[
			'paymentdate',
			'paymenttime',
			'paiddate',
			'paidat',
			'saledate',
			'salesdate',
			'visitdate',
			'dateoforder',
			'dateofpurchase'
		],
		...['销售日期', '销售时间', '开单日期', '订购日期', '结算时间', '创建时间', '创建日期', '日期', '时间'],
		...[
			'createdat',
			'createddate',
			'createdtime',
			'createtime',
			'createdate',
			'datetime',
			'timestamp',
			'date',
			'day',
			'closedate'
		]
	],
	amount: [
		...[
			'netamount',
			'ordertotal',
			'orderamount',
			'ordervalue',
			'orderrevenue',
			'totalamount',
			'amountpaid',
			'paidamount'
		],
		...[
			'实付金额',
			'实际支付金额',
			'买家实际支付金额',
			'订单实付金额',
			'实付款',
			'实收金额',
			'支付金额',
			'付款金额',
			'成交金额',
			'交易金额'
		],
		...[
			'revenue',
			'sales',
			'salesvalue',
			'salesamount',
			'saleamount',
			'netsales',
			'netrevenue',
			'amount',
			'totalpaid',
			'totalprice'
		],
		...[
			'订单金额',
			'订单总金额',
			'订单总额',
			'消费金额',
			'销售金额',
			'销售额',
			'购买金额',
			'总金额',
			'总额',
			'金额',
			'实付',
			'应付金额'
		],
		...[
			'grandtotal',
			'linetotal',
			'lineamount',
			'linevalue',
			'extendedprice',
			'paymentvalue',
			'paymentamount',
			'dollarvalue'
		],
		...[
			'transactionamount',
			'transactionvalue',
			'purchaseamount',
			'subtotal',
			'total',
			'spend',
			'spent',
			'monetary',
			'turnover'
		],
		...[
			'grossamount',
			'grosssales',
			'invoiceamount',
			'invoicetotal',
			'amt',
			'合计',
			'合计金额',
			'小计',
			'实收',
			'closevalue',
			'value'
		]
	],
	quantity: [
		...[
			'quantity',
			'qty',
			'orderquantity',
			'quantityordered',
			'itemquantity',
			'numberofitems',
			'itemcount',
			'items',
			'units'
		],
		...[
			'unitssold',
			'numberofunits',
			'pieces',
			'pcs',
			'数量',
			'购买数量',
			'商品数量',
			'宝贝总数量',
			'件数',
			'购买件数',
			'销售数量',
			'销量',
			'订购数量'
		]
	],
	price: [
		...[
			'unitprice',
			'priceperunit',
			'priceeach',
			'itemprice',
			'productprice',
			'price',
			'sellingprice',
			'unitcost'
		],
		...['单价', '商品单价', '销售单价', '成交单价', '产品单价', '价格', '商品价格', '售价']
	],
	status: [
		...[
			'orderstatus',
			'transactionstatus',
			'paymentstatus',
			'financialstatus',
			'fulfillmentstatus',
			'status',
			'dealstage',
			'orderstate'
		],
		...['订单状态', '交易状态', '付款状态', '支付状态', '状态', '订单交易状态']
	],
	product: [
		...[
			'productid',
			'productcode',
			'sku',
			'skuid',
			'stockcode',
			'itemid',
			'itemcode',
			'itemno',
			'asin',
			'articleno',
			'upc'
		],
		...['productname', 'product', 'itemname', 'item', 'lineitemname', 'producttitle', 'title'],
		...[
			'商品编号',
			'商品编码',
			'商品id',
			'货号',
			'商品名称',
			'商品',
			'产品编号',
			'产品名称',
			'产品',
			'品名',
			'宝贝标题',
			'宝贝名称',
			'商品标题',
			'货品名称'
		]
	]
};

/** Headers that hold one of the names above and mean something else. */
const otherThings =
	/ship|deliver|birth|发货|收货时|确认|到货|生日|出生|更新|update|modif|refund|退款|discount|disc$|优惠|折扣|tax|税|运费|邮费|freight|cost$|成本|profit|利润|margin|points|积分|budget|weight/;

/** Personal details: kept out of a dataset unless someone asks for them. */
const personal =
	/mail|phone|mobile|tel$|address|street|zip|postal|postcode|firstname|lastname|surname|birth|passport|idcard|手机|电话|邮箱|地址|邮编|身份证|生日|收货人|微信|qq/;

/**
 * A header in the form in which names are compared: NFKC, small letters, no brackets with their content, no marks,
 * no currency code at the end.
 *
 * @example
 * plainName('Order Total (USD)') // => 'ordertotal'
 * plainName(' 实付金额（元） ') // => '实付金额'
 * plainName('Sales CLP') // => 'sales'
 */
export function plainName(header: string): string {
	let text = header.normalize('NFKC').replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
	const code = /[\s_-]([A-Z]{3})\s*$/.exec(text)?.[1];
	if (code !== undefined && isCurrencyCode(code)) text = text.slice(0, text.lastIndexOf(code));
	return text.toLowerCase().replace(/[\s_\-./:：#*"'’]+/g, '');
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
for (const [role, list] of Object.entries(names) as [NamedRole, readonly string[]][]) {
	list.forEach((name, rank) => {
		const match = { role, score: 1 - (0.4 * rank) / list.length };
		exact.set(name, [...(exact.get(name) ?? []), match]);
	});
}

/** Words that, at the end or within a longer header, still say what it is. */
const partial: readonly { readonly role: NamedRole; readonly pattern: RegExp }[] = [
	{ role: 'quantity', pattern: /^(?:numberof|noof|num)|(?:qty|quantity|数量|件数)$/ },
	{ role: 'date', pattern: /(?:date|datetime|timestamp|日期|时间)$/ },
	{ role: 'status', pattern: /(?:status|状态)$/ },
	{ role: 'price', pattern: /(?:unitprice|单价)$/ },
	{
		role: 'amount',
		pattern: /(?:amount|revenue|value|total|spend|金额|销售额|总额)$|^(?:total|revenue|sales)/
	},
	{
		role: 'customer',
		pattern:
			/^(?:customer|client|member|buyer|user).*(?:id|no|number|code|key)$|(?:客户|会员|顾客|买家|用户)(?:id|编号|编码|代码|号)$/
	},
	{
		role: 'order',
		pattern:
			/(?:order|invoice|transaction|receipt|basket).*(?:id|no|number|code|key)$|(?:订单|交易|单据).*(?:号|id|编号|编码)$/
	},
	{ role: 'product', pattern: /^(?:product|item|商品|产品).*(?:id|code|name|no|编号|编码|名称)$|sku$/ },
	{
		role: 'customer-name',
		pattern: /^(?:customer|client|buyer).*name$|(?:客户|会员|买家|顾客).*(?:名称|姓名)$/
	}
];

/** All roles that a header may mean, the surest first. */
export function rolesByName(header: string): readonly NameMatch[] {
	const name = plainName(header);
	if (name === '') return [];
	const found = exact.get(name);
	if (found !== undefined) return [...found].sort((a, b) => b.score - a.score);
	if (otherThings.test(name)) return [];
	return partial.filter(({ pattern }) => pattern.test(name)).map(({ role }) => ({ role, score: 0.45 }));
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
