import type { MethodDefinition } from '../types.ts';
import { contractFormulas } from './formulas.ts';

/** What the numbers of contracts mean, for the reader of a screen or a report. */
export const contractsDefinition: MethodDefinition = {
	id: 'contracts',
	version: 2,
	name: { en: 'Contracts', 'zh-CN': '合约' },
	purpose: {
		en: 'Who is under contract, how many contracts end or are renewed, how long do customers stay, and what are their renewals worth?',
		'zh-CN': '谁在合约期内、多少合约到期流失或续约、客户能留多久、未来续约值多少？'
	},
	needs: ['customer', 'date'],
	formulas: contractFormulas,
	assumptions: [
		{
			en: 'The table has the past as well as the present: contracts that ended and were deleted from it would make customers look more loyal than they are.',
			'zh-CN': '表中既有现行合约也有历史合约；若到期合约已从表中删除，客户会显得比实际更忠诚。'
		},
		{
			en: 'Kaplan–Meier and log-rank take it that customers whose contract still runs are as likely to leave later as those already followed longer.',
			'zh-CN': 'Kaplan–Meier 与对数秩检验假定：仍在合约期内的客户，其后流失的可能性与已观察更久的客户相同。'
		},
		{
			en: 'sBG: each customer has an own, constant chance to leave at each renewal, spread as a beta distribution. BdW lets that chance rise (c > 1) or fall (c < 1) with time. Both take one chance to renew per period of tenure; a contract that ends within a period counts at its end.',
			'zh-CN':
				'sBG：每位客户在每次续约时有各自固定的流失概率，概率服从 Beta 分布；BdW 允许该概率随时间上升（c > 1）或下降（c < 1）。二者都假定每个合约期有一次续约机会，期内到期的合约计在该期期末。'
		},
		{
			en: 'What renewals are worth takes amounts and the future behaviour of each age to stay as they are; costs are not deducted.',
			'zh-CN': '续约价值假定金额与各龄期的续约行为保持不变，未扣除成本。'
		}
	],
	sources: [
		{
			title:
				'Fader, P. S. and Hardie, B. G. S. (2007). How to project customer retention. Journal of Interactive Marketing 21, 76–90'
		},
		{
			title:
				'Fader, P. S. and Hardie, B. G. S. (2010). Customer-base valuation in a contractual setting. Marketing Science 29, 85–93'
		},
		{
			title:
				'Fader, P. S., Hardie, B. G. S., Liu, Y., Davin, J. and Steenburgh, T. (2018). “How to project customer retention” revisited. Journal of Interactive Marketing 43, 1–16'
		},
		{
			title:
				'Kaplan, E. L. and Meier, P. (1958). Nonparametric estimation from incomplete observations. JASA 53, 457–481'
		},
		{
			title:
				'Mantel, N. (1966). Evaluation of survival data and two new rank order statistics. Cancer Chemotherapy Reports 50, 163–170'
		},
		{
			title:
				'Akaike, H. (1974). A new look at the statistical model identification. IEEE Transactions on Automatic Control 19, 716–723'
		}
	]
};
