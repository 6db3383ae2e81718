/** English: segments. */
const segments = {
	title: 'Segments',
	lead: '{share|share} of customers, the {segment}, bring {revenue|share} of revenue.',
	leadTypes:
		'{share|share} of customers are of high value in all three; they bring {revenue|share} of revenue.',
	quiet: '{n|count} once-strong customers ({first} and {second}) have gone quiet; they spent {money}.',
	noneQuiet: 'No once-strong customer has gone quiet.',
	outside: '{n|count} customer{{n:s}} ordered only before the window and {{n:is|are}} not scored.',
	binning: 'Scores by',
	binnings: {
		quantile: 'quantiles',
		ntile: 'equal groups',
		nested: 'nested quantiles',
		fixed: 'fixed cuts',
		mean: 'the mean'
	},
	binningHints: {
		quantile: 'Equal values always share a score.',
		ntile: 'Groups of the same size; equal values can be split.',
		nested: 'F within each R, M within each R and F.',
		fixed: 'Your own edges: scores stay comparable between dates.',
		mean: 'Two scores: above the mean, or not.'
	},
	bins: 'Scores',
	binsValue: '1 to {n}',
	frequency: 'F counts',
	frequencies: { orders: 'orders', days: 'order days' },
	monetary: 'M is the',
	monetaries: { sum: 'sum', mean: 'mean per order' },
	columns: 'Columns',
	columnKinds: { rf: 'F', rfm: '(F + M) ÷ 2' },
	matrix: {
		title: 'Recency × frequency',
		titleFm: 'Recency × frequency and money',
		finding: 'Customers per cell; colour is revenue. Click a cell to see who.',
		findingStatic: 'Customers per cell; colour is revenue.',
		recency: 'Recency',
		column: 'Column',
		cell: 'R{r} × {name}{column}',
		days: '{range} d',
		orders: '{range} orders',
		orderDays: '{range} days',
		day: '{n|count} day{{n:s}}',
		share: '{share|share} of customers',
		meanMonetary: 'mean M {money}',
		revenue: 'Revenue',
		once: '{share|share} bought once: all in F{scores}',
		onceSplit: '{share|share} bought once: spread over F{scores}'
	},
	table: {
		title: 'Eleven segments',
		finding: 'Every one of the 125 codes belongs to exactly one segment.',
		titleTypes: 'Eight value types',
		findingTypes: {
			'mean-score': 'R, F and M each high (above the mean score) or low.',
			score: 'R, F and M each high (score {score} or more) or low.',
			'mean-value': 'R, F and M each high (better than the mean value) or low.'
		},
		toTypes: 'Eight types',
		toSegments: 'Eleven segments',
		segment: 'Segment',
		type: 'Type',
		code: 'R F M',
		levels: { h: 'H', l: 'L' },
		customers: 'Customers',
		share: '%',
		revenue: 'Revenue',
		revenueShare: 'Share',
		r: 'R',
		rHint: 'Median days since the last order',
		f: 'F',
		fHint: 'Median frequency',
		m: 'M',
		mHint: 'Median monetary value',
		high: 'High means',
		highs: {
			'mean-score': 'above the mean score',
			score: 'score {score} or more',
			'mean-value': 'better than the mean value'
		}
	},
	cuts: {
		title: 'Cut points and ties',
		finding: {
			quantile: 'Edges are quantiles of the values; equal values share a score, so groups differ in size.',
			ntile: 'Groups of equal size; where equal values fall on an edge they are split by customer id.',
			nested: 'F is cut within each R, M within each R and F: the ranges of F and M overlap.',
			fixed: 'Your own edges.',
			mean: 'Two scores, split at the mean.'
		},
		recency: 'R: days since the last order',
		frequency: 'F: orders',
		frequencyDays: 'F: days with an order',
		monetary: 'M: sum of orders',
		monetaryMean: 'M: mean per order',
		measure: 'Measure',
		score: 'Score',
		from: 'From',
		to: 'To',
		customers: 'Customers',
		split: 'Share a value with another score',
		empty: 'nobody',
		ties: '{n|count} customer{{n:s}} share{{n:s|}} a value with a customer of another score.',
		mark: '{measure}{score}'
	},
	fixed: {
		title: 'Fixed cuts',
		hint: 'Upper end of each score, from low to high values. Score 1 ends at the first edge; a value on an edge belongs to the lower side.',
		recency: 'Days since the last order',
		frequency: 'Orders',
		monetary: 'Money',
		edge: '{measure}, edge {n}',
		order: 'Edges must not fall from left to right.'
	}
} as const;
export default segments;
