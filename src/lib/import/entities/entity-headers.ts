import type { SingleRole, TableEntity } from '#lib/core/dataset/entities.ts';
import { headerNames } from '../header-names.ts';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

type Headers = Readonly<Partial<Record<SingleRole, readonly string[]>>>;

const owners = words(`
	ownerid owner ownername salesagent salesrep salesrepresentative salesperson salespersonid salesman accountmanager
	accountowner agentid agent agentname repid rep representative employeeid employee staffid staff consultant csm advisor
	assignee assignedto handledby serviceresourceid resourceid technicianid technician 负责人 负责人id 归属人 归属销售
	销售代表 销售员 销售人员 业务员 业务员编号 客户经理 客服 客服工号 客服人员 坐席 坐席工号 员工编号 工号 员工 受理人 处理人 跟进人
	顾问 导购 拜访人
`);

const products = words(`
	productid productcode productno sku skuid stockcode itemid itemcode itemno asin articleno upc ean gtin barcode 商品编号
	商品编码 商品id 货号 产品编号 产品编码 产品id 条码 productname product itemname item productpurchased plan planid planname 商品名称
	商品 产品名称 产品 品名 套餐 方案
`);

const campaigns = words(`
	campaignid campaigncode campaignno campaignkey campaign mailingid promotionid promoid promocode promotion activityid 活动编号
	活动id 活动编码 活动代码 营销活动编号 营销活动id campaignname 活动名称 营销活动 活动
`);

const comments = words(`
	comment comments feedback verbatim remark remarks notes note description body message text content ticketdescription
	opentext 备注 评论 评价内容 反馈 反馈内容 意见 建议 内容 描述 问题描述 沟通内容 拜访内容 跟进内容 留言
`);

const kinds = words(`
	art kontaktart besuchsart channel contactchannel ticketchannel type kind contacttype activitytype visittype interactiontype eventtype event action
	worktype calltype tickettype category ticketcategory campaigntype movementtype changetype contracttype method page url 渠道 类型 方式 联系方式类型
	沟通方式 跟进方式 拜访类型 拜访方式 事件 事件类型 行为 工单类型 问题类型 分类 活动类型 活动形式 变更类型
	合同类型
`);

const statuses =
	words(`status ticketstatus state stage resolutionstatus membershipstatus contractstatus subscriptionstatus
	状态 工单状态 处理状态 会员状态 合同状态 订阅状态`);

/** Headers that ask whether a contract is over; they say the state of one where there is no status. */
const left =
	words(`churn churned churnlabel churnflag churnvalue ischurn ischurned haschurned exited attrition attritionflag lapsed cancelled canceled
	流失 是否流失 流失标识 流失标志 是否退订 是否终止 是否退保 是否解约 是否离网`);

const joined = words(`
	joindate joined joinedat joinedon signupdate signupat signup registrationdate registereddate registered registeredat
	enrolmentdate enrollmentdate enrolledat dateofenrollment dtcustomer customersince membersince activationdate createdat
	createddate createdate creationdate firstseen onboardingdate since kundeseit registriertam anmeldedatum datedinscription clientdepuis
	fechadealta fechaderegistro dataregistrazione datadecadastro 登録日 入会日 会員登録日 注册时间 注册日期 入会时间 入会日期 开卡时间 开卡日期 激活日期
	创建时间 创建日期 建档日期 加入日期 成为客户日期
`);

const customerNames = words(`
	customername clientname companyname accountname membername fullname contactname company name kundenname nomduclient
	nombredelcliente nomecliente nomedocliente ragionesociale raisonsociale razonsocial razaosocial firma 顧客名 氏名 お名前 会社名 客户名称 客户姓名 公司名称 会员姓名
	会员名称 姓名 昵称 名称 企业名称
`);

const phones = words(
	`phone phonenumber mobile mobilephone mobilenumber cellphone telephone tel contactnumber telefon telefonnummer handy mobil
		mobilnummer portable numerodetelephone telefono movil cellulare celular telefone 電話番号 電話 携帯電話 手机 手机号 手机号码 电话 联系电话 电话号码`
);
const emails = words(`email emailaddress mail customeremail workemail emailadresse courriel
	adressemail correo correoelectronico indirizzoemail enderecodeemail メールアドレス メール 邮箱 电子邮箱 邮件 邮箱地址`);

/**
 * What tables of each entity call their columns, in English and 中文, without blanks and marks, the surest name first. A
 * word that alone says little (`name`, `status`, `id`) stands last and means what it means in such a table.
 */
export const entityHeaders: Readonly<Record<TableEntity, Headers>> = {
	customer: {
		customer: [...headerNames.customer, 'id', '编号'],
		'customer-name': customerNames,
		phone: phones,
		email: emails,
		birthday:
			words(`birthday birthdate dateofbirth dob birth geburtsdatum geburtstag datedenaissance fechadenacimiento datadinascita
			datadenascimento 生年月日 誕生日 生日 出生日期 出生年月`),
		joined,
		owner: owners
	},
	product: {
		product: [...products, 'id', 'code', '编号', '编码'],
		'product-name': words(`
			productname itemname productdescription description name title producttitle 商品名称 产品名称 商品标题 品名 名称
		`),
		'product-category': words(`
			productcategory category categoryname subcategory productgroup productline department series producttype family kategorie
			warengruppe produktgruppe categorie categoria カテゴリ カテゴリー 商品分类
			商品类目 产品类别 品类 类目 类别 分类 产品线 系列
		`),
		price: words(`
			price unitprice listprice salesprice saleprice sellingprice retailprice msrp rrp 单价 售价 价格 标价 零售价 吊牌价 销售价
		`),
		cost: words(`cost unitcost costprice purchaseprice cogs 成本 成本价 进价 采购价`)
	},
	'order-line': {
		order: headerNames.order,
		product: headerNames.product,
		quantity: headerNames.quantity,
		price: headerNames.price,
		amount: headerNames.amount
	},
	interaction: {
		record: words(`
			interactionid activityid contactlogid visitid callid eventid sessionid appointmentid serviceappointmentid meetingid
			taskid 互动编号 拜访编号 拜访记录编号 通话编号 跟进编号 事件id 会话id
		`),
		customer: headerNames.customer,
		owner: owners,
		date: words(`
			datum kontaktdatum besuchsdatum contactdate visitdate calldate interactiondate activitydate appointmentdate eventdate eventtime meetingdate visittime
			visitedat contactedat date datetime timestamp time day 联系日期 联系时间 拜访日期 拜访时间 通话时间 沟通时间 沟通日期 跟进时间
			跟进日期 访问时间 访问日期 事件时间 日期 时间
		`),
		kind: kinds,
		outcome: words(`outcome result status disposition 结果 拜访结果 沟通结果 跟进结果 联系结果 状态`),
		comment: comments
	},
	ticket: {
		record: words(`
			ticketid ticketno ticketnumber ticket caseid caseno casenumber case issueid incidentid requestid complaintid 工单号
			工单编号 工单id 工单 投诉编号 投诉单号 案例编号 服务单号
		`),
		customer: headerNames.customer,
		'customer-name': customerNames,
		owner: owners,
		opened: words(`
			createddate createdat createdtime opened openedat opendate dateopened ticketcreated created submittedat reportedat
			requestdate 创建时间 创建日期 提交时间 受理时间 报修时间 投诉时间 进线时间 建单时间
		`),
		'first-reply': words(`
			firstresponsetime firstresponseat firstreplyat firstreply firstresponse firstresponsedate 首次响应时间 首次回复时间 首响时间
			首次响应
		`),
		solved: words(`
			resolveddate resolvedat solvedat solved resolved closedat closeddate closedate resolutiondate resolutiontime
			timetoresolution 解决时间 完成时间 关闭时间 结单时间 解决日期 办结时间
		`),
		status: statuses,
		kind: kinds,
		subject: words(`subject ticketsubject title topic summary 主题 标题 工单标题 问题主题`),
		comment: comments,
		satisfaction: words(`
			satisfaction satisfactionrating customersatisfactionrating csat csatscore rating satisfactionscore 满意度 满意度评分 评分
			服务评分
		`)
	},
	survey: {
		record: words(`responseid answerid surveyid feedbackid 答卷编号 问卷编号 答卷id 回答编号 反馈编号`),
		customer: headerNames.customer,
		date: words(`
			responsedate submittedat submitdate answerdate surveydate datareceived datereceived answeredat completedat date datetime
			timestamp createdat 提交时间 答题时间 填写时间 回收时间 评价时间 调查日期 日期 时间
		`),
		score: words(`
			nps npsscore csat csatscore ces cesscore score rec recommend likelihood likelihoodtorecommend satisfactionscore
			satisfaction rating 推荐度 推荐值 推荐意愿 推荐分 nps得分 nps分数 净推荐值 满意度 满意度评分 费力度 评分 得分 分数 打分
		`),
		comment: comments,
		product: products,
		owner: owners
	},
	campaign: {
		campaign: campaigns,
		'campaign-name': words(`campaignname name title 活动名称 营销活动名称 名称`),
		kind: kinds,
		start: words(
			`startdate start startedat begindate launchdate sentdate 开始日期 开始时间 起始日期 上线日期 投放开始`
		),
		end: words(`enddate end endedat finishdate 结束日期 结束时间 截止日期 下线日期 投放结束`),
		cost: words(`cost budget spend expense 费用 成本 预算 花费 投入`)
	},
	'campaign-contact': {
		campaign: campaigns,
		customer: headerNames.customer,
		date: words(`
			contactdate sentdate sentat senddate redemptiondate redeemedat responsedate date datetime timestamp 触达日期 触达时间
			发送时间 发送日期 核销时间 核销日期 兑换日期 响应时间 日期 时间
		`),
		kind: kinds,
		response: words(`
			response responded outcome result accepted opened clicked converted redeemed couponupc coupon couponid y 响应 是否响应 反馈
			结果 是否核销 是否点击 是否打开 是否转化 优惠券 优惠券编号
		`)
	},
	membership: {
		customer: headerNames.customer,
		level: words(`
			level memberlevel membershiplevel tier membertier loyaltytier membershiptier grade membership 会员等级 等级 会员级别 级别
			会员类型 卡等级 卡种
		`),
		points: words(
			`points pointsbalance loyaltypoints balance score 积分 积分余额 可用积分 当前积分 会员积分`
		),
		joined,
		end: words(`expirydate expiresat expirationdate validuntil enddate 到期日期 到期时间 有效期至 失效日期`),
		status: statuses
	},
	subscription: {
		record: words(`
			subscriptionid subscriptionno contractid contractno contractnumber subscription contract policyid policyno 订阅编号 合同编号
			合同号 订阅id 保单号
		`),
		customer: headerNames.customer,
		product: products,
		kind: [
			...kinds,
			'contract',
			'plantype',
			'contractterm',
			'subscriptiontype',
			'合约类型',
			'合约',
			'订阅类型',
			'套餐类型'
		],
		start: words(`
			startdate start startedat contractstart subscriptionstart effectivedate movementdate changedate renewaldate signdate 开始日期
			合同开始日期 起始日期 生效日期 签约日期 签订日期 变更日期 续约日期 开始时间
		`),
		end: words(`
			enddate end endedat contractend subscriptionend expirydate churndate cancelledat canceldate cancellationdate 结束日期
			合同结束日期 到期日期 终止日期 流失日期 结束时间
		`),
		amount: words(`
			mrr monthlyrecurringrevenue arr annualrecurringrevenue movementamount mrramount subscriptionamount contractvalue
			contractamount monthlyfee monthlycharges monthlycharge annualfee fee amount value 合同金额 月费 年费 订阅金额 续费金额 月度经常性收入 变更金额 金额
		`),
		status: [...statuses, ...left],
		tenure: words(
			`tenure tenuremonths tenureinmonths monthsoncontract duration months term 在网时长 在网月数 合同期限 在约月数 期限 月数`
		)
	},
	owner: {
		owner: [...owners, 'id', '编号'],
		'owner-name': words(`name fullname employeename agentname 姓名 员工姓名 名称`),
		team: words(`
			team teamname manager department regionaloffice office branch salesteam 团队 部门 小组 主管 经理 所属团队 所属部门
			门店 分公司 大区
		`),
		phone: phones,
		email: emails
	},
	other: {}
};

/** Words in the name of a file that say what it holds; the longest match counts. */
export const fileNameWords: readonly { readonly entity: TableEntity; readonly pattern: RegExp }[] = [
	{
		entity: 'campaign-contact',
		pattern: /campaign.?contact|redemption|campaign.?(?:response|target|send)|触达|核销|活动名单/
	},
	{
		entity: 'customer',
		pattern: /customer|client|account|demographic|contacts\b|households?|客户|顾客|档案/
	},
	{ entity: 'product', pattern: /product|item|sku|catalog|商品|产品/ },
	{
		entity: 'interaction',
		pattern:
			/visit|interaction|activit|contact.?log|kontakte?\b|besuche?\b|call|appointment|event|拜访|跟进|互动|沟通|访问/
	},
	{ entity: 'ticket', pattern: /ticket|case|support|complaint|工单|投诉|售后|客服/ },
	{ entity: 'survey', pattern: /nps|csat|survey|feedback|问卷|调研|调查|满意度|评价/ },
	{ entity: 'campaign', pattern: /campaign.?desc|campaigns?\b|promotion|营销活动|活动/ },
	{ entity: 'membership', pattern: /member|loyalty|points|会员|积分/ },
	{ entity: 'subscription', pattern: /subscription|contract|mrr|arr\b|renewal|订阅|合同|续费/ },
	{
		entity: 'owner',
		pattern: /team|agent|owner|staff|employee|rep\b|reps\b|expert|员工|销售人员|负责人|团队/
	}
];
