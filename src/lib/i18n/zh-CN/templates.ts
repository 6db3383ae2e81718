import type { Translated } from '../shape.ts';
import type en from '../en/templates.ts';

/** 中文: tables to be filled in. */
const templates: Translated<typeof en> = {
	title: '从模板开始',
	text: '空表自带可识别的表头，交给导出数据的同事填写即可。',
	of: '模板内容',
	format: '文件格式',
	columns: '列',
	save: '保存模板',
	file: '{kind}模板',
	/** By role, in the order of the columns. */
	headers: {
		order: {
			order: '订单编号',
			date: '下单时间',
			customer: '客户编号',
			'customer-name': '客户名称',
			product: '商品编号',
			quantity: '数量',
			price: '单价',
			amount: '实付金额',
			cost: '成本',
			status: '订单状态'
		},
		customer: {
			customer: '客户编号',
			'customer-name': '客户名称',
			phone: '手机号',
			email: '邮箱',
			birthday: '生日',
			joined: '注册日期',
			owner: '负责人'
		},
		product: {
			product: '商品编号',
			'product-name': '商品名称',
			'product-category': '商品分类',
			price: '售价',
			cost: '成本'
		},
		'order-line': {
			order: '订单编号',
			product: '商品编号',
			quantity: '数量',
			price: '单价',
			amount: '金额'
		},
		interaction: {
			record: '互动编号',
			customer: '客户编号',
			owner: '负责人',
			date: '联系日期',
			kind: '渠道',
			outcome: '结果',
			comment: '备注'
		},
		ticket: {
			record: '工单编号',
			customer: '客户编号',
			'customer-name': '客户名称',
			owner: '处理人',
			opened: '创建时间',
			'first-reply': '首次回复时间',
			solved: '解决时间',
			status: '工单状态',
			kind: '渠道',
			subject: '主题',
			comment: '问题描述',
			satisfaction: '满意度'
		},
		survey: {
			record: '答卷编号',
			customer: '客户编号',
			date: '提交时间',
			score: '评分',
			comment: '评论',
			product: '商品编号',
			owner: '负责人'
		},
		campaign: {
			campaign: '活动编号',
			'campaign-name': '活动名称',
			kind: '活动类型',
			start: '开始日期',
			end: '结束日期',
			cost: '费用'
		},
		'campaign-contact': {
			campaign: '活动编号',
			customer: '客户编号',
			date: '触达日期',
			kind: '渠道',
			response: '响应'
		},
		membership: {
			customer: '客户编号',
			level: '会员等级',
			points: '积分',
			joined: '入会日期',
			end: '到期日期',
			status: '会员状态'
		},
		subscription: {
			record: '订阅编号',
			customer: '客户编号',
			product: '套餐',
			kind: '合同类型',
			start: '开始日期',
			end: '结束日期',
			amount: '月费',
			status: '订阅状态',
			tenure: '在网月数'
		},
		owner: {
			owner: '员工编号',
			'owner-name': '姓名',
			team: '团队',
			phone: '电话',
			email: '邮箱'
		}
	}
};
export default templates;
