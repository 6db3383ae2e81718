/** English: customer value. */
const value = {
	title: 'Value',
	lead: 'Customers have brought {historic}; {predicted} more is expected in the next {months|count} month{{months:s}}.',
	leadHistoric: 'Customers have brought {historic}.',
	concentration: 'A fifth of the customers make {share|share} of the revenue.',
	verdict: {
		better:
			'On the last {days|count} days, held out, the model was closer than every simple forecast ({error} against {rival} order days off per customer).',
		equal:
			'On the last {days|count} days, held out, the model was not closer than the best simple forecast beyond chance ({error} against {rival} order days off per customer).',
		worse:
			'On the last {days|count} days, held out, a simple forecast was closer than the model (error {rival} against {error} for the model): do not rely on the prediction.'
	},
	verdictClose:
		'On the last {days|count} days, held out, the model and the best simple forecast were within 2% of each other ({error} against {rival} order days off per customer).',
	verdictBeyond:
		'Difference to the best of them ({name}): {difference}; its 95% interval, {interval}, does not reach zero.',
	verdictWithin:
		'Difference to the best of them ({name}): {difference}; its 95% interval, {interval}, takes in zero: it may be chance.',
	model: 'Model',
	models: { 'bg-nbd': 'BG/NBD', 'mbg-nbd': 'MBG/NBD', 'pareto-nbd': 'Pareto/NBD' },
	modelHints: {
		'bg-nbd': 'May leave after each repeat',
		'mbg-nbd': 'May leave after each order, the first too',
		'pareto-nbd': 'May leave at any time'
	},
	horizon: 'Horizon',
	months: '{n|count} month{{n:s}}',
	discount: 'Monthly discount',
	margin: 'Margin',
	cost: 'Cost per new customer',
	costLine: 'cost {cost}',
	unit: 'Cohorts',
	cards: {
		historic: 'Value so far',
		historicSub: '{mean} per customer',
		predicted: 'Expected, next {months|count} month{{months:s}}',
		predictedSub: '{mean} per customer, discounted',
		simple: 'Value by simple formula',
		simpleSub: '{income} per active customer and {unit} ÷ {churn|share} lost',
		payback: 'Payback',
		paybackValue: '{n|count} {unit}{{n:s}}',
		paybackNow: 'in the {unit} of entry',
		paybackNever: 'not yet',
		paybackSub: 'of {cost} a customer',
		paybackRatio: 'of {cost} a customer; value ÷ cost {ratio}',
		buyers: 'Customers expected to buy',
		buyersSub: 'of {n|count}, with {orders} order days',
		tierA: 'Customers in tier A',
		tierASub: 'make {share|share} of the revenue'
	},
	headline: 'At a glance',
	tiers: {
		title: 'Value tiers',
		finding: '{n|count} customer{{n:s}} ({share|share}) in tier A make {revenue|share} of the revenue.',
		tier: 'Tier',
		mark: 'Tier {tier}',
		customers: 'Customers',
		revenue: 'Revenue',
		predicted: 'Expected',
		revenueShare: 'Share of revenue',
		mean: 'Mean revenue'
	},
	grid: {
		title: 'Value × potential',
		finding:
			'{n|count} customer{{n:s}} of tier A hold little of what is expected ({revenue} so far); {grow|count} of tiers B and C {{grow:holds|hold}} much of it ({predicted} expected).',
		row: 'Value {tier}',
		column: 'Potential {tier}',
		mark: 'Value {value}, potential {potential}',
		value: 'Value so far',
		potential: 'Potential',
		predicted: 'Expected',
		share: '{share|share} of customers',
		across: 'Against',
		axes: { potential: 'Potential', loyalty: 'Loyalty' }
	},
	loyalty: {
		title: 'Value × loyalty',
		finding:
			'{n|count} customer{{n:s}} of tier A ordered once in the window ({revenue}); {grow|count} of tiers B and C {{grow:has|have}} four orders or more ({often}).',
		columns: { often: '4+ orders', again: '2–3 orders', once: '1 order' },
		mark: 'Value {value}, {orders}',
		orders: 'Orders in the window'
	},
	curve: {
		title: 'Concentration',
		finding:
			'The first tenth of customers makes {tenth|share} of the revenue. Gini {gini}; as concentrated as {equal|count} customers of equal revenue.',
		sure: '95% intervals: first tenth {tenth}, first fifth {fifth}; Gini {gini}. They are approximate, and too narrow where few customers hold much.',
		axis: '% of customers, most revenue first',
		point: 'First {part}% of customers',
		customers: 'Customers',
		share: 'Share of revenue',
		line: 'Share of revenue',
		band: 'Above equal shares'
	},
	deciles: {
		title: 'Expected value by tenth',
		finding: 'The first tenth holds {share|share} of what is expected.',
		axis: 'Tenths of customers by expected value',
		decile: 'Tenth',
		mark: 'Tenth {n}',
		predicted: 'Expected value',
		share: 'Share',
		mean: 'Per customer',
		orders: 'Order days expected',
		historic: 'Value so far'
	},
	alive: {
		title: 'Chance of still buying',
		finding: '{n|count} of {all|count} customers are expected to be still buying.',
		axis: 'P(alive), %',
		band: 'Chance',
		mark: 'P(alive) {low}–{high}%',
		historic: 'Value so far',
		predicted: 'Expected value'
	},
	ltv: {
		title: 'Value by cohort',
		finding: 'Value per customer from the first order on, cumulative, by period of entry.',
		cohort: 'Cohort',
		size: 'Size',
		period: 'Period',
		perCustomer: 'Per customer',
		payback: 'Payback',
		thousands: 'Per customer, in thousands',
		millions: 'Per customer, in millions',
		total: 'In all',
		cell: '{cohort}, {unit} {n}'
	},
	ltvCurve: {
		all: 'All cohorts',
		each: 'Each cohort',
		title: 'Value by age',
		finding:
			'All cohorts that have completed the age, weighted by size: {value} by {unit} {n}. Later points are of fewer, older cohorts, so the line can fall.',
		axisOf: { month: 'months since entry', quarter: 'quarters since entry', year: 'years since entry' },
		point: '{unit} {n}',
		cohorts: 'Cohorts',
		line: 'Value per customer'
	},
	calibration: {
		title: 'Hold-out by number of repeats',
		finding:
			'{actual|count} order day{{actual:s}} came in the held-out time; the model had expected {expected|count}.',
		repeats: 'Repeats before',
		mark: '{n} repeats before the hold-out',
		customers: 'Customers',
		actual: 'Actual, per customer',
		expected: 'Model, per customer'
	},
	rivals: {
		title: 'Error of each forecast',
		forecast: 'Forecast',
		rmse: 'Error (RMSE)',
		mae: 'Mean absolute error',
		total: 'Order days forecast',
		names: {
			model: 'Model',
			'last-period': 'Last period again',
			mean: 'Mean rate',
			'cohort-curve': 'Cohort curve'
		}
	},
	fit: {
		title: 'What was fitted',
		finding: {
			none: 'Nothing: too few customers came back.',
			plain: 'Maximum likelihood converged.',
			scaled: 'Maximum likelihood converged on scaled data.',
			penalised: 'Maximum likelihood converged with a penalty on extreme values.',
			'cohort-mean': 'No fit converged; the cohort curve stands in.'
		},
		parameter: 'Parameter',
		value: 'Value',
		logLikelihood: 'Log-likelihood',
		correlation: 'Correlation of frequency and value',
		repeatCustomers: 'Customers with a repeat'
	}
} as const;
export default value;
