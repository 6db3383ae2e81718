import type { ColumnRole } from '#lib/core/dataset/recipe.ts';

/** Roles that a header can name. */
export type NamedRole = Exclude<ColumnRole, 'attribute' | 'ignore'>;

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/**
 * What exports call their columns, in English and 中文, without blanks and marks, the surest name first: of two
 * columns for one role the one named earlier wins.
 */
export const headerNames: Readonly<Record<NamedRole, readonly string[]>> = {
	customer: words(`
		customerid customerno customernumber customercode custid clientid clientcode 客户id 客户编号 客户编码
		客户号 客户代码 会员id 会员编号 会员号 会员卡号 memberid membercode userid useruid uid buyerid buyerusername
		shopperid householdid consumerid 用户id 用户编号 用户uid 买家id 买家编号 顾客id 顾客编号 消费者id
		accountid companyid contactid openid customerkey customer cust client buyer member 买家会员名 买家昵称
		买家旺旺 买家账号 买家 会员账号 会员昵称 用户昵称 用户名 用户账号 客户 会员 用户
		顾客 user username account household shopper customeremail buyeremail email emailaddress 邮箱 会员手机号
		客户手机 买家手机 会员手机 手机号 手机号码 手机 购货单位 往来单位 购买方 debtor soldto soldtoparty billto
	`),
	'customer-name': words(`
		customername clientname buyername membername companyname accountname contactname 客户名称 客户姓名 客户名
		客户简称 客户昵称 顾客昵称 会员姓名 会员名称 会员名 顾客姓名 用户姓名 买家姓名 姓名 昵称 收货人姓名 收货人
		fullname recipient billingname shippingname name
	`),
	order: words(`
		orderid orderno ordernumber ordercode salesorderid salesorder invoiceno invoiceid invoicenumber invoice 订单号
		订单编号 订单id 主订单编号 主订单号 交易号 交易编号 交易单号 transactionid transactionno
		transactionnumber txnid basketid receiptno receiptid receiptnumber 订单编码 流水号 小票号 单据号
		单据编号 单号 发票号 发票号码 销售单号 订单流水号 documentno checkoutid purchaseid ticketno
		bookingid order transaction basket 订单 orderref billno opportunityid dealid 商机编号 商机id
	`),
	date: words(`
		orderdate orderdatetime ordertime ordertimestamp orderedat orderpurchasetimestamp invoicedate purchasedate purchasetime
		purchasedat transactiondate transactiontime transactiontimestamp txndate 下单时间 下单日期 订单日期
		订单时间 订单创建时间 订单下单时间 付款日期 付款时间 订单付款时间 支付时间
		支付日期 交易时间 交易日期 购买日期 购买时间 消费日期 消费时间 成交时间 成交日期
		paymentdate paymenttime paiddate paidat saledate salesdate visitdate dateoforder dateofpurchase 销售日期
		销售时间 开单日期 订购日期 结算时间 创建时间 创建日期 日期 时间 createdat createddate
		createdtime createtime createdate datetime timestamp date day closedate ordermonth yearmonth month period 年月 月份 统计月份
		账期 所属月份
	`),
	amount: words(`
		netamount ordertotal orderamount ordervalue orderrevenue totalamount amountpaid paidamount 实付金额
		实际支付金额 买家实际支付金额 订单实付金额 实付款 实收金额 支付金额 付款金额
		成交金额 交易金额 revenue sales salesvalue salesamount saleamount netsales netrevenue amount totalpaid
		totalprice 订单金额 订单总金额 订单总额 消费金额 销售金额 销售额 购买金额 总金额 总额
		金额 实付 应付金额 grandtotal linetotal lineamount linevalue extendedprice paymentvalue paymentamount
		dollarvalue transactionamount transactionvalue purchaseamount subtotal total spend spent monetary turnover grossamount
		grosssales invoiceamount invoicetotal amt 价税合计 含税金额 不含税金额 未税金额
		商家实收 合计 合计金额 小计 实收 closevalue value
	`),
	// Of the whole row: a cost per piece or a margin in percent is another thing.
	cost: words(`
		cost totalcost costamount amountcost ordercost linecost extendedcost costofgoodssold costofgoods costofsales cogs
		成本 成本金额 总成本 成本总额 成本合计 订单成本 商品成本 商品总成本 销售成本 成本额
	`),
	profit: words(`
		grossprofit profit grossprofitamount profitamount totalprofit orderprofit lineprofit grossmarginamount marginamount
		netprofit 毛利 毛利额 毛利润 利润 利润额 利润金额 毛利金额 总利润 总毛利 订单毛利 订单利润 销售毛利 销售利润
		商品毛利
	`),
	quantity: words(`
		quantity qty orderquantity quantityordered itemquantity numberofitems itemcount items units unitssold numberofunits
		pieces pcs 数量 购买数量 商品数量 宝贝总数量 件数 购买件数 销售数量 销量 订购数量
	`),
	price: words(`
		unitprice priceperunit priceeach itemprice productprice price sellingprice unitcost 单价 商品单价 销售单价
		成交单价 产品单价 价格 商品价格 售价
	`),
	status: words(`
		orderstatus transactionstatus paymentstatus financialstatus fulfillmentstatus status dealstage orderstate 订单状态
		交易状态 付款状态 支付状态 状态 订单交易状态
	`),
	product: words(`
		productid productcode sku skuid stockcode itemid itemcode itemno asin articleno upc productname product itemname item
		lineitemname producttitle title 商品编号 商品编码 商品id 货号 商品名称 商品 产品编号 产品名称
		产品 品名 宝贝标题 宝贝名称 商品标题 货品名称
	`)
};
