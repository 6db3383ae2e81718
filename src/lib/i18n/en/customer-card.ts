/** English: what is known of one customer. Loaded when a customer is opened. */
const customerCard = {
	open: 'Show {name}',
	known: 'Known by {ids}',
	now: 'R {r} · F {f} · M {m}',
	unscored: 'No order in the window: not scored',
	history: {
		title: 'History',
		finding:
			'Scores and groups at the end of each {unit}, by the rules of the screens and with only the orders up to then. A change can also come from others: cuts move with all customers.',
		units: { month: 'month', quarter: 'quarter' },
		unit: 'At the end of each',
		date: 'Date',
		segment: 'Segment',
		type: 'Value type',
		stage: 'Stage',
		none: 'not scored',
		notYet: 'not known yet',
		short: "This customer is not known before the as-of date's period: there is one date alone."
	},
	links: {
		title: 'In linked tables',
		none: 'No table is linked to the customers of these orders.',
		nothing: 'No rows about this customer.',
		rows: '{n|count} row{{n:s}}',
		last: 'last on {day}',
		undated: 'without a date'
	},
	loading: 'Scoring past dates…'
} as const;
export default customerCard;
