/** English: retention. */
const retention = {
	title: 'Retention',
	lead: {
		on: '{rate|share} of customers are back {n|count} {unit} after they came.',
		'on-or-after': '{rate|share} of customers come back {n|count} {unit} after they came, or later.'
	},
	leadNone: 'No cohort has been watched for a whole period yet.',
	later: '{n|count} {unit} on it is {rate|share}.',
	cohorts: '{n|count} cohort{{n:s}}, weighted by size; periods that are not over are left out.',
	unitCount: {
		day: 'day{{n:s}}',
		week: 'week{{n:s}}',
		month: 'month{{n:s}}',
		quarter: 'quarter{{n:s}}'
	},
	measure: 'Return',
	measures: { on: 'On N', 'on-or-after': 'On or after N' },
	measureHints: {
		on: 'Ordered in exactly that period',
		'on-or-after': 'Ordered in that period or any later one'
	},
	unit: 'Period',
	periods: 'Count from',
	periodKinds: { calendar: 'calendar periods', rolling: 'own first order' },
	periodHints: {
		calendar: 'Calendar days, weeks, months, quarters',
		rolling: 'Windows of 1, 7, 30 or 91 days from the first order of each customer'
	},
	entry: 'Cohorts by',
	entries: { first: 'first order', recurring: 'any order' },
	entryHints: {
		first: 'Each customer in one cohort',
		recurring: 'A customer is in the cohort of every period with an order'
	},
	longest: 'Up to',
	triangle: {
		title: 'Cohorts',
		finding:
			'Share of each cohort that ordered in the period; the strongest first return is {rate|share}, of {cohort}.',
		findingAfter:
			'Share of each cohort that ordered in the period or later; the strongest first return is {rate|share}, of {cohort}.',
		findingNone: 'Share of each cohort that came back, by periods since its entry.',
		cohort: 'Cohort',
		size: 'Size',
		period: 'Period',
		base: 'Reached it',
		active: 'Came back',
		rate: 'Rate',
		cell: '{cohort}, {unit} {n}',
		counts: '{active|count} of {base|count}',
		low: '0%'
	},
	curve: {
		title: 'Overall curve',
		finding: 'All cohorts together, weighted by size, with a 95% interval.',
		axisOf: {
			day: 'days since entry',
			week: 'weeks since entry',
			month: 'months since entry',
			quarter: 'quarters since entry'
		},
		point: '{unit} {n}',
		low: 'Low',
		high: 'High',
		cohorts: 'Cohorts',
		line: 'Overall rate',
		fromCohorts: 'from {n|count} cohort{{n:s}}'
	}
} as const;
export default retention;
