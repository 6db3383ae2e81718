/** English: what stands in the place of words about revenue where profit counts, and what is said of profits beside revenue. */
const byProfit = {
	basis: 'Counted',
	bases: { revenue: 'revenue', profit: 'profit' },
	notGiven: 'Not in the data: import the file again and give a column the meaning "Cost" or "Profit".',
	revenue: 'Profit',
	share: 'Share of profit',
	none: 'All customers together bring no profit.',
	concentration: 'A fifth of the customers bring {share|share} of the profit.',
	tierASub: 'bring {share|share} of the profit',
	tiers: {
		finding: '{n|count} customer{{n:s}} ({share|share}) in tier A bring {revenue|share} of the profit.',
		findingNone:
			'{n|count} customer{{n:s}} ({share|share}) in tier A; all customers together bring no profit to have a share of.',
		mean: 'Mean profit'
	},
	curve: {
		title: 'Whale curve',
		finding: 'The first tenth of customers brings {tenth|share} of the profit; nobody brings a loss.',
		findingTenth: 'The first tenth of customers brings {tenth|share} of the profit.',
		findingLosses:
			'Profitable customers bring {peak|share} of the profit; {n|count} others ({share|share}) take {lost} of it away.',
		axis: '% of customers, most profitable first'
	},
	sides: {
		title: 'Gains and losses',
		finding: '{n|count} customer{{n:s}} ({share|share}) cost more than they bring: {lost}.',
		findingNone: 'Nobody costs more than they bring.',
		side: 'Customers who',
		names: { gain: 'bring a profit', even: 'bring neither', loss: 'bring a loss' },
		mark: 'Customers who {side}',
		customers: 'Customers',
		shareOfCustomers: 'Share of customers'
	},
	rfm: {
		lead: '{share|share} of customers, the {segment}, bring {revenue|share} of the profit.',
		leadTypes:
			'{share|share} of customers are of high value in all three; they bring {revenue|share} of the profit.',
		quiet:
			'{n|count} once-strong customer{{n:s}} ({first} and {second}) {{n:has|have}} gone quiet; they brought {money} of profit.',
		titleFm: 'Recency × frequency and profit',
		finding: 'Customers per cell; colour is profit. Click a cell to see who.',
		findingStatic: 'Customers per cell; colour is profit.',
		monetary: 'M: sum of profits',
		monetaryMean: 'M: mean profit per order',
		limit: 'Profit at least',
		limitMean: 'Mean profit at least',
		change: 'Change in profit'
	},
	report: {
		lead: '{customers|share} of customers bring {revenue|share} of the profit.',
		typesLead:
			'{n|count} of {of|count} customers are of the four key types and bring {share|share} of the profit.',
		quiet:
			'{n|count} once-strong customer{{n:s}} ({who}) {{n:has|have}} gone quiet; they brought {amount} of profit.',
		matrixFinding: 'Customers per cell and their profit.',
		matrixReading: 'The colour is the profit.'
	},
	growth: {
		title: 'Revenue and profit',
		finding: '{profit} of profit in the later period: {margin|share} of the revenue.',
		findingNone: 'The profit of no order of the later period is known.',
		findingPartly:
			'{profit} of profit in the later period: {margin|share} of the revenue of the {known|share} of orders whose profit is known.',
		profit: 'Profit',
		margin: 'Margin',
		before: 'Profit before',
		known: 'Orders with a known profit'
	},
	overview: {
		grossProfit: 'Gross profit',
		margin: 'margin {margin|share}',
		ofOrders: '{n|count} of {all|count} orders'
	}
} as const;
export default byProfit;
