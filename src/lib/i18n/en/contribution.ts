/** English: growth and contribution. */
const contribution = {
	title: 'Growth',
	lead: {
		up: 'Revenue grew by {change} ({rate|share}) to {now}.',
		down: 'Revenue fell by {change} ({rate|share}) to {now}.',
		same: 'Revenue stayed at {now}.',
		partly:
			'Revenue is {now}. The data hold only a part of the earlier period, so what follows is no rate of growth.',
		first: 'Revenue is {now}; there was none in the earlier period.'
	},
	rest: 'Customers account for {customers}, orders per customer for {frequency}, the basket for {basket}.',
	days: 'Period',
	daysValue: 'last {n|count} day{{n:s}}',
	against: 'Against',
	periodNames: {
		month: 'last whole month',
		quarter: 'last whole fiscal quarter',
		year: 'last whole fiscal year'
	},
	againsts: {
		before: 'the period before',
		year: 'a year earlier',
		'new-year': 'a year earlier, aligned by Chinese New Year'
	},
	periods: '{from} to {to}, against {beforeFrom} to {beforeTo}',
	steps: {
		title: 'Customers × orders × basket',
		finding: 'Each bar is what the change of one factor did to revenue; together they are the whole change.',
		start: 'Before',
		customers: 'Customers',
		frequency: 'Orders per customer',
		basket: 'Money per order',
		end: 'Now',
		step: 'Step',
		effect: 'Effect on revenue',
		before: 'Before',
		now: 'Now'
	},
	moves: {
		title: 'Who came, grew, shrank and went',
		finding:
			'{gained} came from new, returning and growing customers; {lost} went with shrinking and lost ones.',
		new: 'New',
		back: 'Back',
		grown: 'Grown',
		steady: 'Steady',
		shrunk: 'Shrunk',
		lost: 'Lost',
		move: 'Customers who',
		customers: 'Customers',
		before: 'Before',
		now: 'Now',
		change: 'Change'
	},
	top: {
		title: 'Dependence on few customers',
		finding:
			'As concentrated as {n|count} customer{{n:s}} of equal size (before: {before|count}); HHI {hhi}, Gini {gini} (before: {giniBefore}).',
		findingFirst:
			'As concentrated as {n|count} customer{{n:s}} of equal size; HHI {hhi}, Gini {gini}. There was no revenue in the earlier period.',
		sure: '95% interval of Gini: {gini}; approximate, and too narrow where few customers hold much.',
		sureBefore: 'Before: {gini}.',
		findingNone: 'No revenue in the later period.',
		mark: 'Top {n|count}',
		top: 'Largest customers',
		revenue: 'Revenue now',
		share: 'Share now',
		before: 'What they brought before',
		shareBefore: 'Share of the top then',
		line: 'then: {share}'
	}
} as const;
export default contribution;
