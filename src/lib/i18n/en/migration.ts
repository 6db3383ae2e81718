/** English: movement between segments, value types and stages. Loaded when it is shown. */
const migration = {
	title: 'Movement',
	lead: {
		moved:
			'{up|count} customer{{up:s}} moved up and {down|count} down between {before} and {now}; {stayed|share} stayed.',
		none: 'Nobody moved between {before} and {now}.'
	},
	came: '{n|count} came since.',
	risk: '{n|count} became at risk; they have brought {money} in all.',
	cuts: '{n|count} moved only because the cuts moved.',
	of: 'Between',
	ofs: { segments: 'segments', types: 'value types', stages: 'stages' },
	against: 'Compared with',
	againsts: {
		month: 'a month before',
		quarter: 'a quarter before',
		year: 'the same day last year',
		'quarter-start': 'the start of the quarter',
		'year-start': 'the start of the year',
		'new-year': 'last year, by Chinese New Year',
		window: 'the start of the window',
		day: 'another day…'
	},
	day: 'Earlier day',
	ownCuts: 'Cuts',
	cutsOf: { own: 'of each day', held: 'held from the earlier day' },
	cutsHint: {
		own: 'Scores and stages as they were on each day: the cuts move with all customers.',
		held: 'Scores and stages by the cuts of the earlier day: only behaviour moves anyone.'
	},
	dates: 'Dates',
	datesValue: '{n|count} month end{{n:s}}',
	rules: 'Rules',
	rulesOf: { standard: 'standard', screen: 'as set on their screens', kept: 'as they were set before' },
	byOrders: 'Movement is by orders, whatever rows segments are scored by.',
	kinds: { 'no-group': 'No segment', outside: 'Outside the window', 'not-yet': 'New since' },
	ways: { stayed: 'Stayed', up: 'Moved up', down: 'Moved down', aside: 'Moved aside', came: 'New since' },
	cards: {
		heading: 'Who moved',
		way: 'Way',
		share: '{share|share} of {n|count}',
		money: '{before} → {now}',
		risk: 'Newly at risk',
		riskSub: 'have brought {money} in all'
	},
	matrix: {
		title: 'From and to',
		finding:
			'Rows: on {before}. Columns: on {now}. Darker: a larger part of the row. Click a cell for its customers.',
		findingStatic: 'Rows: on {before}. Columns: on {now}.',
		reading: 'Darker: a larger part of the row.',
		view: 'Shown as',
		views: { matrix: 'Matrix', flow: 'Flow' },
		measure: 'Measure',
		measures: { customers: 'Customers', revenue: 'Revenue' },
		mark: '{from} → {to}',
		stayed: 'Stayed in {from}',
		from: 'From',
		to: 'To',
		customers: 'Customers',
		share: 'Of the row',
		revenue: 'Revenue since',
		revenueBefore: 'Revenue before',
		ofRow: '{share|share} of those in {from}',
		lineRevenue: 'Revenue since: {now}, as many days before: {before}',
		legend: 'Share of the row'
	},
	changes: {
		title: 'What changed the sizes',
		finding:
			'By the cuts of {before}, new customers came and known ones joined or left; the rest is what moving cuts did.',
		findingHeld: 'By the cuts of {before}: new customers came, known ones joined or left.',
		group: 'Group',
		before: 'Before',
		came: 'New',
		joined: 'Joined',
		left: 'Left',
		'cut-in': 'In by cuts',
		'cut-out': 'Out by cuts',
		now: 'Now',
		mark: '{group}: {part}'
	},
	flow: {
		title: 'Flow over time',
		finding:
			'Where customers stood at each month end, and where they went. Click a band or a block for its customers.',
		findingStatic: 'Where customers stood at each month end, and where they went.',
		tooShort: 'The data reach over no month end yet.',
		date: 'Date',
		toDate: 'To date',
		node: '{group}, {day}',
		link: '{from}, {start} → {to}, {end}'
	},
	movers: {
		title: 'Largest movers',
		finding: 'Customers who changed places, by how much their revenue changed. Click a row for the customer.',
		findingStatic: 'Customers who changed places, by how much their revenue changed.',
		none: 'Nobody who was known on the earlier day changed places.',
		rank: 'No.',
		mark: 'Mover {n|count}: {from} → {to}',
		customer: 'Customer',
		name: 'Name',
		before: 'Before',
		now: 'Since',
		change: 'Change'
	}
} as const;
export default migration;
