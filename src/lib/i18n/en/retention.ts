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
		quarter: 'quarter{{n:s}}',
		year: 'year{{n:s}}'
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
		calendar: 'Calendar days, weeks, months, quarters, years',
		rolling: 'Windows of 1, 7, 30 or 91 days from the first order of each customer'
	},
	entry: 'Cohorts by',
	entries: { first: 'first order', recurring: 'any order' },
	entryHints: {
		first: 'Each customer in one cohort',
		recurring: 'A customer is in the cohort of every period with an order'
	},
	longest: 'Up to',
	views: 'View',
	view: {
		cohorts: 'Return',
		brackets: 'Brackets',
		rhythm: 'Repeat & rhythm',
		each: 'Cohort by cohort'
	},
	of: 'Share of',
	ofKinds: { customers: 'Customers', money: 'Money' },
	ofHints: {
		customers: 'Members who ordered in period N',
		money: 'Money spent in exactly period N, against period 0'
	},
	byOrigin: 'By first channel, product, region …',
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
		low: '0%',
		findingMoney:
			'What each cohort spent in the period, against its period of entry; the strongest first return is {rate|share}, of {cohort}.',
		moneyBase: 'Spent at entry',
		money: 'Spent',
		moneyRate: 'Kept',
		amounts: '{money} of {base}'
	},
	curve: {
		title: 'Overall curve',
		finding:
			'All cohorts together, weighted by size, with a 95% interval. Later points are of fewer, older cohorts, so the curve can rise.',
		axisOf: {
			day: 'days since entry',
			week: 'weeks since entry',
			month: 'months since entry',
			quarter: 'quarters since entry',
			year: 'years since entry'
		},
		point: '{unit} {n}',
		low: 'Low',
		high: 'High',
		cohorts: 'Cohorts',
		line: 'Overall rate',
		fromCohorts: 'from {n|count} cohort{{n:s}}',
		findingMoney:
			'Money of all cohorts together, against their periods of entry. Sums of all have no interval.',
		lineMoney: 'Money kept'
	},
	newest: {
		title: 'Newest cohort against the rest',
		finding: 'The newest cohort that has completed each {unit}, and all others that have.',
		findingAfter: 'Compared for "On N" alone: a young cohort has had less time to come back "or after".',
		findingNone: 'Two cohorts have to complete a {unit} before one can be held against the others.',
		list: 'List',
		mark: '{cohort}, {unit} {n}',
		line: '{unit} {n}: {cohort} is at {rate|share}, the other {cohorts|count} cohort{{cohorts:s}} at {others|share}.',
		better: '{points} points more (95%: {low} to {high}; p {p}): more than chance.',
		worse: '{points} points less (95%: {low} to {high}; p {p}): more than chance.',
		alike: '{points} points apart (95%: {low} to {high}; p {p}): it may be chance.',
		n: 'N',
		cohort: 'Newest cohort',
		rate: 'Rate',
		base: 'Of',
		othersRate: 'Others',
		othersBase: 'Of',
		difference: 'Difference (points)',
		low: 'Low',
		high: 'High',
		p: 'p'
	},
	each: {
		title: 'One curve per cohort',
		finding: 'Complete periods of each cohort; the quiet line behind is the curve of all.',
		findingNone: 'No cohort has completed a period after its entry yet.',
		line: 'Cohort',
		all: 'All cohorts',
		heading: '{cohort} · {size}',
		more: 'Show {n|count} more',
		shown: '{shown|count} of {all|count} cohorts, the newest first'
	},
	brackets: {
		title: 'Return within brackets',
		finding:
			'Highest in {bracket}: {rate|share} of those who were followed to its end. A wider bracket catches more.',
		findingNone: 'No customer has been followed to the end of a bracket yet.',
		cohortsTitle: 'Brackets by cohort',
		cohortsFinding:
			'Share of each cohort that ordered in the bracket; * some members have not reached its end.',
		preset: 'Brackets',
		presets: { month: 'first month', year: 'first year', periods: 'periods', own: 'own' },
		unit: 'Counted in',
		units: { day: 'days', period: 'periods' },
		edit: 'First and last of each bracket',
		hint: 'Such as 1-3, 4-7, 8-14: in order, without overlap, from 1 on',
		errors: {
			empty: 'Name at least one bracket, such as 1-30.',
			syntax: '"{part}" is no bracket. Write first and last, such as 8-14.',
			range: 'A bracket begins at 1 or later and ends at {most|count} or earlier, not before its beginning.',
			order: 'Brackets stand in order and share no day: {part} begins before the one before it ends.',
			many: 'At most {most|count} brackets.'
		},
		days: 'days {range}',
		periods: {
			day: 'days {range}',
			week: 'weeks {range}',
			month: 'months {range}',
			quarter: 'quarters {range}',
			year: 'years {range}'
		},
		bracket: 'Bracket',
		reached: 'Followed to its end',
		active: 'Came back',
		rate: 'Rate',
		waiting: 'Not there yet',
		waitingLine: '{n|count} not there yet',
		cell: '{cohort}, {bracket}'
	},
	repeat: {
		heading: 'Orders of the window',
		none: 'Nobody ordered within the window: there is no repeat rate, no stickiness and no interval to speak of.',
		rate: 'Repeat rate',
		rateSub: '{repeat|count} of {buyers|count} buyers ordered twice or more; 95%: {interval}',
		mark: { repeat: 'Repeat buyers', once: 'One-time buyers' },
		once: 'One-time buyers',
		onceSub: '{share|share} of buyers',
		median: 'Purchase interval',
		medianSub: 'median of {n|count} customer{{n:s}} with two or more order days',
		late: 'Nine in ten within',
		lateSub: 'three quarters within {days} days',
		days: '{days} days'
	},
	stickiness: {
		title: 'Stickiness',
		finding: '{share|share} of buyers ordered in at least {n|count} different {unit}.',
		findingOne: 'No buyer ordered in more than one {unit} yet.',
		kind: 'Active in',
		kinds: { exactly: 'exactly n', atLeast: 'at least n' },
		n: 'Different periods',
		customers: 'Customers',
		share: 'Share',
		axis: {
			day: 'different days with an order',
			week: 'different weeks with an order',
			month: 'different months with an order',
			quarter: 'different quarters with an order',
			year: 'different years with an order'
		},
		mark: {
			exactly: 'Active in exactly {n} {unit}',
			atLeast: 'Active in at least {n} {unit}'
		}
	},
	intervals: {
		title: 'Purchase interval',
		finding:
			'Half of those who come back do so every {median} days or sooner, a quarter within {p25}, three quarters within {p75}.',
		none: 'No customer has orders on two days of the window yet.',
		suggest: 'Use {days|count} days in Churn',
		suggestion:
			'Nine in ten usually order again within {days|count} days: a silence beyond that is unusual, and fits as a churn window.',
		churned: 'Silent for more than {days|count} days',
		axis: 'median days between order days, per customer',
		range: 'Days',
		customers: 'Customers',
		share: 'Share',
		mark: 'Customers who buy every {range} days'
	}
} as const;
export default retention;
