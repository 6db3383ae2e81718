/** English: overview. */
const overview = {
	title: 'Overview',
	lead: '{n|count} customer{{n:s}} brought {revenue}.',
	up: 'Revenue of the last {days|count} days is {change|share} above the {days|count} days before; {repeat|share} of customers bought again.',
	down: 'Revenue of the last {days|count} days is {change|share} below the {days|count} days before; {repeat|share} of customers bought again.',
	flat: 'Revenue of the last {days|count} days is level with the {days|count} days before; {repeat|share} of customers bought again.',
	noBefore:
		'{repeat|share} of customers bought again. The data do not reach back far enough to compare two periods of {days|count} days.',
	period: 'Period',
	periodDays: '{n|count} days',
	unit: 'Trend by',
	lastDays: 'Last {days|count} days',
	wholeWindow: 'The whole window',
	before: '{value} in the {days|count} days before',
	change: 'Against the {days|count} days before: {before}',
	ofCustomers: '{n|count} of {all|count}',
	interval95: '95% interval {interval}',
	current: {
		revenue: 'Revenue',
		orders: 'Orders',
		active: 'Active customers',
		new: 'New customers',
		averageOrder: 'Average order'
	},
	cards: {
		repeatRate: 'Repeat purchase rate',
		once: 'Bought once',
		onceSub: 'of customers, {share|share} of revenue',
		interval: 'Purchase interval',
		intervalValue: '{n} days',
		intervalSub: 'median of {n|count} customer{{n:s}} with two or more order days',
		eighty: '80% of revenue comes from',
		eightyValue: '{n|count} customer{{n:s}}',
		eightySub: '{share|share} of the base',
		topTenth: 'Top 10% of customers',
		topTenthValue: '{share|share} of revenue',
		gini: 'Gini {gini}',
		prospects: 'Prospects',
		prospectsSub: 'known, without a valid order'
	},
	trend: {
		title: 'Revenue and active customers',
		finding: {
			week: 'The strongest week began on {period}: {revenue} from {n|count} customer{{n:s}}.',
			month: '{period} was the strongest month: {revenue} from {n|count} customer{{n:s}}.',
			quarter: '{period} was the strongest quarter: {revenue} from {n|count} customer{{n:s}}.',
			year: '{period} was the strongest year: {revenue} from {n|count} customer{{n:s}}.'
		},
		revenue: 'Revenue',
		active: 'Active customers',
		newPart: 'of them new',
		period: 'Period',
		orders: 'Orders',
		new: 'New',
		mark: '{period}: active customers'
	},
	orderCounts: {
		title: 'Customers by number of orders',
		finding: '{share|share} bought more than once; they bring {revenue|share} of revenue.',
		orders: 'Orders',
		axis: 'orders per customer',
		mark: 'Orders per customer: {range}'
	},
	intervals: {
		title: 'Days between purchases',
		finding: 'Half of those who come back do so every {days} days or sooner.',
		sure: '95% interval of this median: {interval} days.',
		none: 'No customer has orders on two days yet.',
		days: 'Days between orders',
		axis: 'median days between orders, per customer',
		mark: 'Customers who buy every {range} days'
	},
	concentration: {
		title: 'Who carries the revenue',
		finding: '{customers|share} of customers bring 80% of revenue; Gini {gini}.',
		sure: '95% intervals: top 10% {tenth}, top 20% {fifth} of revenue; Gini {gini}. They are approximate, and too narrow where few customers hold much.',
		customers: 'Customers',
		revenue: 'Revenue',
		top: 'Top 10%',
		fifth: 'Rest of the top 20%',
		core: 'Rest of the 80%',
		rest: 'All others',
		group: 'Group',
		markTop: 'Top 10% of customers by revenue',
		markFifth: 'Top 20% of customers by revenue',
		markCore: 'Customers who make 80% of revenue',
		markRest: 'All customers'
	},
	marks: {
		active: 'Active in the last {days|count} days',
		new: 'New in the last {days|count} days',
		repeat: 'Customers with two or more orders',
		once: 'Customers who bought once',
		prospects: 'Prospects'
	}
} as const;
export default overview;
