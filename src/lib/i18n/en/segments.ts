/** English: segments. */
const segments = {
	title: 'Segments',
	lead: '{share|share} of customers, the {segment}, bring {revenue|share} of revenue.',
	leadTypes:
		'{share|share} of customers are of high value in all three; they bring {revenue|share} of revenue.',
	quiet:
		'{n|count} once-strong customer{{n:s}} ({first} and {second}) {{n:has|have}} gone quiet; they spent {money}.',
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
		look: 'Shown as',
		looks: { table: 'Table', areas: 'Treemap', bars: 'Bars' },
		size: 'Size is',
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
	},
	rules: {
		title: 'Own segments',
		sub: 'Each rule is a name and a box of scores. The first rule that fits a code decides.',
		tableTitle: 'Own segments',
		tableFinding: 'The first rule that fits a code decides.',
		start: 'Edit segments',
		back: 'Back to the eleven',
		add: 'Add a rule',
		newName: 'Segment {n}',
		nameOf: 'Name of rule {n}',
		from: 'Rule {n}: {measure} from',
		to: 'Rule {n}: {measure} to',
		up: 'Move rule {n} up',
		down: 'Move rule {n} down',
		remove: 'Remove rule {n}',
		covered: 'The rules cover all {codes|count} codes, each exactly once.',
		gap: '{codes|count} code{{codes:s}} in no segment ({n|count} customer{{n:s}}):',
		overlap:
			'{first} and {second} both claim {codes|count} code{{codes:s}} ({n|count} customer{{n:s}}); they go to {first}:',
		code: 'Code {code}: {n} customers',
		more: 'and {n|count} more',
		uncovered: 'No rule fits',
		reportTitle: 'Rules of the own segments',
		faulty:
			'Of {codes|count} codes {uncovered|count} are in no segment and {twice|count} are claimed twice; the first rule decides.'
	},
	vip: {
		title: 'VIPs',
		sub: 'Customers within all limits given; leave a field empty for no limit.',
		recency: 'Last order at most … days ago',
		frequency: 'Orders at least',
		frequencyDays: 'Order days at least',
		monetary: 'Money at least',
		monetaryMean: 'Mean per order at least',
		none: 'No limit is set yet.',
		found: '{n|count} customer{{n:s}} ({share}) bring {money} ({revenue}).',
		open: 'Show the {n}'
	},
	sensitivity: {
		title: 'How stable the segments are',
		sub: 'One click moves the cuts of a measure, or the window, and shows who would be in another segment.',
		subWindow: 'These scores have no cuts to move; one click moves the window instead.',
		move: 'Move',
		moves: {
			none: 'as they are',
			recency: 'cuts of R',
			frequency: 'cuts of F',
			monetary: 'cuts of M',
			window: 'the window'
		},
		now: 'as it is',
		shift: 'Shift',
		change: 'Change in customers',
		revenueChange: 'Change in revenue',
		none: 'No shift to compare with.',
		moved: 'In another segment',
		reportFinding: 'Everyone is scored again under each shift.',
		finding:
			'At {first}, {n|count} customer{{n:s}} ({share}) {{n:is|are}} in another segment; most at {last}: {most|count} ({mostShare}).'
	},
	ranks: {
		title: 'Composite score',
		even: 'All scores count alike. Change a weight to see who rises and who falls.',
		finding:
			'Against equal weights {in|count} customer{{in:s}} enter{{in:s|}} the first fifth and {out|count} leave{{out:s|}} it; the ranks agree to {agreement} (1 = the same order).',
		weights: { recency: 'Weight of R', frequency: 'Weight of F', monetary: 'Weight of M' },
		code: 'Code',
		composite: 'Composite score',
		customers: 'Customers',
		revenue: 'Revenue',
		rank: 'Rank',
		equalRank: 'With equal weights',
		change: 'Places won'
	}
} as const;
export default segments;
