/** English: findings. */
const findings = {
	title: 'What stands out',
	finding: {
		month: 'The month {period} against {before}: {n|count} finding{{n:s}}, the strongest first.',
		week: 'The week from {period} against that from {before}: {n|count} finding{{n:s}}, the strongest first.',
		quarter: '{period} against {before}: {n|count} finding{{n:s}}, the strongest first.'
	},
	findingNone: 'Nothing stands out: the last complete period is like those before it.',
	listWord: 'List',
	waiting: 'Looking for what stands out…',
	snapshotLacks: 'This snapshot was saved without them.',
	groups: { changed: 'Changed', carries: 'Who carries it', unusual: 'Unusual' },
	subjects: {
		revenue: 'Revenue',
		customers: 'The number of customers',
		'orders-per-customer': 'The number of orders per customer',
		basket: 'The average order',
		'new-customers': 'The number of new customers',
		lost: 'The share of customers lost',
		repeat: 'The share of customers with two or more orders',
		retention: 'The return of a cohort',
		'top-tenth': "The top tenth's share of revenue",
		came: 'Revenue from customers not there before',
		more: 'What customers spent more',
		less: 'What customers spent less',
		away: 'Revenue of those who stayed away',
		segment: "One segment's change",
		movers: "Single customers' change"
	},
	in: { before: 'in {base}', 'last-year': 'a year before, in {base}' },
	changed: {
		up: '{subject} rose by {by} in {period}: {now} after {was} {base}.',
		down: '{subject} fell by {by} in {period}: {now} after {was} {base}.'
	},
	points: '{n} points',
	cohort: {
		up: 'More of the newest customers come back: {now} of those of {period} {after}, against {was} of the older ones.',
		down: 'Fewer of the newest customers come back: {now} of those of {period} {after}, against {was} of the older ones.'
	},
	cohortUnusual: {
		up: 'Of the customers of {period} unusually many came back {after}: {now}, where {was} is usual.',
		down: 'Of the customers of {period} unusually few came back {after}: {now}, where {was} is usual.'
	},
	after: {
		week: 'after {n|count} week{{n:s}}',
		month: 'after {n|count} month{{n:s}}',
		quarter: 'after {n|count} quarter{{n:s}}'
	},
	unusual: {
		up: '{subject} was unusually high in {period}: {now}, where {was} is usual.',
		down: '{subject} was unusually low in {period}: {now}, where {was} is usual.'
	},
	parts: {
		came: 'Customers who had bought nothing in {base} brought {now} in {period}, {than}.',
		more: 'Customers of {base} who spent more in {period} added {now}, {than}.',
		less: 'Customers of {base} who spent less in {period} took away {now}, {than}.',
		away: 'Customers of {base} who stayed away in {period} had brought {now}, {than}.'
	},
	than: {
		usual: { up: '{by} more than usual', down: '{by} less than usual' },
		before: { up: '{by} more than the period before', down: '{by} less than the period before' }
	},
	segment: {
		up: '{name}: these customers spent {by} more in {period} than in {base}, {share|share} of the whole change.',
		down: '{name}: these customers spent {by} less in {period} than in {base}, {share|share} of the whole change.'
	},
	movers: {
		up: 'The {n|count} customers who grew most make up {share|share} of all increases: {by} more in {period} than in {base}.',
		down: 'The {n|count} customers who shrank most make up {share|share} of all decreases: {by} less in {period} than in {base}.'
	},
	interval: '95% interval of the change {low} to {high}',
	tests: { rates: 'two proportions, p {p}', ranks: 'Mann–Whitney, p {p}' },
	times: {
		movement: '{n}× the usual movement',
		deviation: '{n}× the usual deviation',
		share: '{n}× its share of revenue'
	},
	unknown: 'too little history to say whether that is usual',
	worth: 'about {money}',
	few: 'few customers: {n|count} against {of|count}',
	columns: {
		rank: 'Rank',
		group: 'Kind',
		text: 'Finding',
		now: 'Now',
		was: 'Compared with',
		low: 'Low',
		high: 'High',
		p: 'p',
		money: 'Money',
		surprise: 'Surprise'
	},
	segments: {
		title: 'The change by segment',
		segment: 'Segment',
		notBefore: 'No order before',
		before: 'Before',
		now: 'Now',
		change: 'Change',
		share: 'Of the change'
	},
	open: 'Open the screen and the customers behind it',
	mark: '{subject}, {period}'
} as const;
export default findings;
