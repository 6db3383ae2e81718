import type { MethodDefinition } from '../types.ts';

/** What the lifecycle's numbers mean, for the reader of a screen or a report. */
export const lifecycleDefinition: MethodDefinition = {
	id: 'lifecycle',
	version: 4,
	name: { en: 'Lifecycle', 'zh-CN': '生命周期' },
	purpose: {
		en: 'Where does every customer stand today, how many get from a first order to a habit, and do more come than go?',
		'zh-CN': '每位客户现在处于哪个阶段？有多少人从首购走到稳定复购？新来的和流失的谁更多？'
	},
	needs: ['customer', 'date', 'amount'],
	formulas: [
		{
			id: 'stages',
			name: { en: 'Stages', 'zh-CN': '生命周期阶段' },
			text: {
				en: 'Rules are tried from the top; the first whose conditions all hold gives the stage, so every customer is in exactly one. They look at the number of orders, the days since the last order, and the gap between the last two order days, in all history up to the as-of date. By default: potential = no valid order · lost = silent for longer than the 80th percentile of gaps · declining = longer than the 40th · won back = last gap longer than the 80th · new = one order · growing = fewer orders than the mature mark · mature = the rest. Revenue is that of the window.',
				'zh-CN':
					'规则自上而下依次判断，第一条全部条件成立的规则决定阶段，因此每位客户只属于一个阶段。规则依据截止日前全部历史的订单数、距上次下单天数、最近两个购买日的间隔。默认：潜在＝无有效订单；流失＝沉默天数超过购买间隔的 80 分位；衰退＝超过 40 分位；挽回＝最近一次间隔超过 80 分位；新客＝仅一单；成长＝订单数未达成熟门槛；其余为成熟。销售额取观察窗内。'
			}
		},
		{
			id: 'models',
			name: { en: 'Two stage models', 'zh-CN': '两套阶段模型' },
			text: {
				en: 'Each model puts every known customer into exactly one stage, by rules tried from the top; the table counts the customers in each pair of stages. Potential → first → repeat → lost: no order · one order · two or more · silent beyond the 80th percentile of gaps. Acquire → nurture → retain → win back: no order · fewer orders than the mature mark · the rest · silent beyond the 80th percentile. Potential → new → loyal → lost: no order · one or two orders · three or more · silent beyond it. B2B: lead = known, neither ordered nor contacted · qualified = one contact, no order · opportunity = two or more contacts, no order · customer = ordered · evangelist = ordered, last answer 9 or 10. AIPL: awareness = known only · interest = a contact, no order · purchase = one order · loyalty = two or more. Contacts are rows about the customer in linked contact logs, campaigns, tickets and surveys up to the as-of date. Frequency and value: orders of all history and revenue of the window per customer.',
				'zh-CN':
					'每套模型都按规则自上而下判断，让每位已知客户只属于一个阶段；交叉表统计两套阶段两两组合的客户数。潜在→初次→重复→流失：无订单；一单；两单及以上；沉默超过购买间隔 80 分位。获取→培养→留存→挽回：无订单；订单数未达成熟门槛；其余；沉默超过 80 分位。潜在→新客→忠诚→流失：无订单；一至两单；三单及以上；沉默超过 80 分位。B2B：线索＝已知但未下单也无接触；合格线索＝有一次接触、未下单；商机＝两次及以上接触、未下单；客户＝已下单；口碑推荐＝已下单且最近一次评分为 9 或 10。AIPL：认知＝仅已知；兴趣＝有接触、未下单；购买＝一单；忠诚＝两单及以上。接触指截止日前关联的联系记录、营销触达、工单与问卷中关于该客户的行。人均订单取全部历史，人均销售额取观察窗。'
			}
		},
		{
			id: 'board',
			name: { en: 'Measures by stage', 'zh-CN': '各阶段指标' },
			text: {
				en: 'Per calendar period. Win: new customers, and the orders and revenue per new customer within that period. Nurture: participation = customers with a row in a linked contact log, campaign, ticket or survey ÷ customers known by the period’s end (an order or record of theirs, or such a row, by then); orders per active customer. Keep: renewal = customers active in the period before who order again ÷ all of them; revenue per active customer; cross-sell = of the customers with a line in an earlier period who buy now, the share with a value of the chosen column that they never bought before; complaints (linked tickets whose kind or subject says so) per 100 active customers. Lost and back: active before and not now, and their share of those active before; back after a pause of a period or more, and their share of all who had ordered earlier and were away. Shares of customers have a Wilson 95 % interval; p against the period before is of the test of two proportions, which takes the customers of both periods to be independent: many are the same people, so read it as a rough guide.',
				'zh-CN':
					'按自然周期统计。获取：新客数，以及新客当期的人均订单与人均销售额。培养：参与率＝当期在关联的联系记录、营销触达、工单或问卷中出现的客户 ÷ 期末已知客户（届时已有订单、客户记录或上述记录）；活跃客户人均订单。留存：续购率＝上期活跃且本期再次下单的客户 ÷ 上期活跃客户；活跃客户人均销售额；交叉购买率＝此前各期买过且本期又买的客户中，买到所选品类列新取值的比例；每百位活跃客户的投诉数（类型或主题写明投诉的关联工单）。流失与挽回：上期活跃而本期没有订单的客户，及其占上期活跃的比例；停购至少一期后又下单的客户，及其占此前下过单而上期未活跃客户的比例。客户占比附 Wilson 95% 置信区间；与上期相比的 p 值来自两比例检验，该检验假定两期客户相互独立，而两期多有相同客户，仅供粗略参考。'
			}
		},
		{
			id: 'gaps',
			name: { en: 'Gaps between orders', 'zh-CN': '购买间隔' },
			text: {
				en: 'Days between consecutive distinct order days of the same customer; all gaps of all customers up to the as-of date. Percentiles are of type 7 (linear between ranks).',
				'zh-CN':
					'同一客户相邻两个不同购买日之间的天数；汇总截止日前所有客户的全部间隔。分位数采用第 7 类（线性插值）。'
			}
		},
		{
			id: 'funnel',
			name: { en: 'Funnel', 'zh-CN': '漏斗' },
			text: {
				en: 'Customers who ever reached a step: known → first order → second order → as many orders as the mature mark. Conversion is the share of the step before, with a Wilson 95 % interval; “stopped” the customers of the step before who did not come this far; median and 90th percentile of the days from the step before. To the side: lost = ever silent for longer than the lost rule allows, of all who ordered; won back = ordered after that, of those lost.',
				'zh-CN':
					'曾到达各步的客户：已知 → 首单 → 第二单 → 达到成熟门槛的第 N 单。转化率为占上一步的比例，附 Wilson 95% 置信区间；“止步”为到过上一步但未到本步的客户；并给出自上一步起天数的中位数与 90 分位。旁支：流失＝曾沉默超过流失规则天数的客户（占全部下单客户）；挽回＝此后又下单的客户（占流失客户）。'
			}
		},
		{
			id: 'growth',
			name: { en: 'New, returning, resurrected, dormant', 'zh-CN': '新增、留存、回流、流失' },
			text: {
				en: 'Per calendar period: new = first order ever · returning = active now and in the period before · resurrected = active now, not in the period before, not new · dormant = active in the period before, not now. History before the window counts, and every period is counted whole. A period that the as-of date or the start of the window cuts is marked.',
				'zh-CN':
					'按自然周期：新增＝首单落在本期；留存＝本期与上期均有订单；回流＝本期有订单、上期没有且非新客；流失＝上期有订单而本期没有。观察窗之前的历史参与判断，各周期按整期统计。被截止日或观察窗起点截断的周期会标注。'
			}
		},
		{
			id: 'pulse',
			name: { en: 'Pulse', 'zh-CN': '活力指数' },
			text: {
				en: '(New + resurrected) ÷ dormant. Above 1 the active base grows, below 1 it shrinks. The headline is that of the last complete period.',
				'zh-CN': '（新增 + 回流）÷ 流失。大于 1 活跃客户增加，小于 1 减少。标题数取最近一个完整周期。'
			}
		}
	],
	assumptions: [
		{
			en: 'One yardstick for all: the gaps of all customers together decide what a long silence is.',
			'zh-CN': '统一尺度：以全体客户的购买间隔共同判断多久算“沉默”。'
		},
		{
			en: 'Customers who buy often bring more gaps and pull the percentiles down; for goods that are bought seldom, set fixed days in the rules.',
			'zh-CN': '高频客户贡献更多间隔，会拉低分位数；低频消费品类建议在规则中改用固定天数。'
		},
		{
			en: 'No contract: a customer may come back after any silence, so “lost” is a working state, not a fact.',
			'zh-CN': '非合约场景：客户沉默再久也可能回来，“流失”是工作状态而非定论。'
		},
		{
			en: 'A recent first order has had less time to be followed by a second; compare steps of the funnel between periods with that in mind.',
			'zh-CN': '近期首购的客户还没有足够时间复购，跨期比较漏斗时须留意。'
		}
	],
	sources: [
		{
			title: 'Amplitude: Lifecycle analysis (new, current, resurrected, dormant)',
			url: 'https://amplitude.com/docs/analytics/charts/lifecycle/lifecycle-track-growth'
		},
		{ title: 'PostHog: Lifecycle insights' },
		{
			title:
				'Hyndman, R. J., Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician 50, 361–365'
		}
	]
};
