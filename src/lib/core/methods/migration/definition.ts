import type { MethodDefinition } from '../types.ts';

/** What the numbers of movement mean, for the reader of a screen or a report. */
export const migrationDefinition: MethodDefinition = {
	id: 'migration',
	version: 1,
	name: { en: 'Movement', 'zh-CN': '迁移' },
	purpose: {
		en: 'Who moved between segments, value types or stages from one day to another, and what changed their sizes?',
		'zh-CN': '从一个日期到另一个日期，哪些客户在分群、价值类型或生命周期阶段之间迁移？各组规模为何变化？'
	},
	needs: ['customer', 'date', 'amount'],
	formulas: [
		{
			id: 'days',
			name: { en: 'The two days', 'zh-CN': '两个日期' },
			text: {
				en: 'The later day is the as-of date. The earlier one is the same day of the month 1, 3 or 12 months before (the last day of a month goes to the last day), the day before the window begins, a day given, or the day that lies as far from the Chinese New Year of the year before as the as-of date lies from its nearest one. A window has as many days on both.',
				'zh-CN':
					'后一日期为分析截止日。前一日期可取 1、3 或 12 个月前的同日（月末对应月末）、观察窗起始日的前一天、指定日期，或按春节对齐：距上一年春节的天数与截止日距最近春节的天数相同。两个日期的观察窗天数相同。'
			}
		},
		{
			id: 'matrix',
			name: { en: 'From and to', 'zh-CN': '迁移矩阵' },
			text: {
				en: 'Each customer stands on both days where RFM or the lifecycle puts them, by the same parameters. Rows: where they were on the earlier day, “new since” for those not known then; columns: where they are now. Money: revenue after the earlier day up to the later one, and of as many days up to the earlier day.',
				'zh-CN':
					'每位客户在两个日期的所在组，均按 RFM 或生命周期方法及相同参数确定。行为前一日期所在组，当时尚未出现者为“期间新增”；列为当前所在组。金额：前一日期之后至后一日期的销售额，以及前一日期之前同等天数的销售额。'
			}
		},
		{
			id: 'ways',
			name: { en: 'Up and down', 'zh-CN': '上升与下降' },
			text: {
				en: 'Segments and value types stand from the strongest down, as on their screen; stages as mature, growing, won back, new, declining, potential, lost; outside the window is below all. At risk: At Risk and Can’t Lose; value types with low R and high F or M to keep or win back (LHH, LLH); the stage declining.',
				'zh-CN':
					'分群与价值类型按其页面的顺序由强到弱；阶段依次为成熟、成长、挽回、新客、衰退、潜在、流失；窗外最低。“有流失风险”指：有流失风险、不能流失两个分群；重要保持（LHH）、重要挽留（LLH）；衰退阶段。'
			}
		},
		{
			id: 'changes',
			name: { en: 'What changed the sizes', 'zh-CN': '规模变化的来源' },
			text: {
				en: 'The later day is reckoned twice: by its own cuts, and by the cuts of the earlier day (edges of the scores, mean scores, percentiles of the gaps). By the earlier cuts, new customers came, and known ones joined or left by what they did. The difference between both reckonings is what moving cuts did. Size before + came + joined − left + moved in by cuts − moved out by cuts = size now, exactly.',
				'zh-CN':
					'后一日期计算两次：一次按当日的切点，一次沿用前一日期的切点（得分切点、平均得分、间隔分位数）。按前一日期的切点，新客户为“新增”，老客户因自身行为“转入”或“转出”；两次结果之差即切点变动的影响。前期规模＋新增＋转入－转出＋切点转入－切点转出＝当前规模，分毫不差。'
			}
		},
		{
			id: 'flows',
			name: { en: 'Flow over time', 'zh-CN': '时间流向' },
			text: {
				en: 'Where customers stood on the as-of date and on the month ends before it, each by the cuts of its own day (or by those held), and how many went from each place to each from one date to the next, with the revenue of the days between.',
				'zh-CN':
					'客户在分析截止日及之前各月末的所在组（按各自日期的切点，或沿用固定切点），以及相邻两个日期之间从各组到各组的人数和其间销售额。'
			}
		},
		{
			id: 'movers',
			name: { en: 'Largest movers', 'zh-CN': '变化最大的客户' },
			text: {
				en: 'Customers known on the earlier day who changed places, by how much their revenue changed between the days before and after it.',
				'zh-CN': '前一日期已有且所在组发生变化的客户，按其前后同等天数销售额之差排列。'
			}
		}
	],
	assumptions: [
		{
			en: 'The data are those of today: a refund that came later lowers its order on the earlier day too.',
			'zh-CN': '以现有数据回看：之后发生的退款也会冲减前一日期的相应订单。'
		},
		{
			en: 'Own segments are taken to be listed from the strongest down.',
			'zh-CN': '自定义分群视为按由强到弱的顺序列出。'
		},
		{
			en: 'What moved people says how the sizes add up, not why customers did what they did.',
			'zh-CN': '变化来源说明规模如何构成，不说明客户行为的原因。'
		}
	],
	sources: [
		{ title: 'Hughes, A. M. (1994). Strategic database marketing. Probus' },
		{
			title:
				'GB/T 33661-2017, Calculation and promulgation of the Chinese calendar; conversion tables of the Hong Kong Observatory',
			url: 'https://www.hko.gov.hk/en/gts/time/conversion.htm'
		}
	]
};
