/** English: origins. */
const origins = {
	title: 'Origins',
	lead: {
		value:
			'{label}: customers spend {best} in their first {days|count} day{{days:s}}, against {all} over all groups.',
		repeat: '{label} has the highest repeat rate: {best|share}, against {all|share} over all groups.',
		none: '{n|count} customer{{n:s}} came; fewer than two groups have {minimum|count} or more to compare.'
	},
	rest: {
		differ: 'How soon a second order follows differs between the groups (log-rank p {p}).',
		alike:
			'How soon a second order follows does not differ between the groups beyond chance (log-rank p {p}).',
		valueDiffers: 'What customers spend in that time differs between the groups (Kruskal–Wallis p {p}).',
		valueAlike:
			'What customers spend in that time does not differ between the groups beyond chance (Kruskal–Wallis p {p}).',
		groups: '{n|count} value{{n:s}} of "{by}", by the first order of {customers|count} customers.'
	},
	by: 'Compare by',
	shown: 'Groups',
	valueDays: 'Value within',
	unit: 'Return in',
	days: '{n|count} days',
	units: { week: 'weeks', month: '30 days', quarter: '91 days' },
	matureOrders: 'Mature from',
	orders: '{n|count} orders',
	kinds: { value: '{label}', others: 'Other values', none: 'No value', all: 'All groups' },
	steps: { known: 'Known', first: 'First order', second: 'Second order', mature: 'Mature' },
	groups: {
		title: 'Groups',
		finding:
			'{label} brought the most customers: {share|share} of {customers|count}, and {revenueShare|share} of revenue.',
		group: 'Group',
		known: 'Known',
		customers: 'Customers',
		share: 'Share',
		orders: 'Orders',
		revenue: 'Revenue',
		revenueShare: 'Revenue share',
		perCustomer: 'Revenue per customer',
		frequency: 'Orders per customer',
		basket: 'Average order',
		repeat: 'Repeat customers',
		repeatRate: 'Repeat rate',
		low: 'Low',
		high: 'High',
		secondDays: 'Median days to second order',
		followed: 'Followed',
		valueWithin: 'Value within {days|count} days',
		ofRevenue: '{share|share} of revenue'
	},
	repeat: {
		title: 'Repeat rate',
		finding:
			'Share with two or more orders, with a 95% interval; the line is that of all groups. Older groups have had more time.',
		counts: '{active|count} of {base|count}',
		rate: 'Repeat rate',
		all: 'all {rate|share}'
	},
	value: {
		title: 'Value in the first {days|count} days',
		finding:
			'Revenue per customer from the first order on; only customers followed for all {days|count} days.',
		findingNone: 'No customer has been followed for {days|count} days yet: choose a shorter time.',
		followed: 'n = {n|count}'
	},
	curve: {
		title: 'Return after the first order',
		finding: 'Share with an order in the window, by group; the grey line is that of all groups.',
		findingNone: 'No window after the first order is over yet.',
		axis: { week: 'weeks', month: '× 30 days', quarter: '× 91 days' },
		mark: '{label}, window {n|count}',
		n: 'Window',
		base: 'Reached it',
		active: 'Came back',
		rate: 'Rate',
		line: 'Group',
		reference: 'All groups'
	},
	funnel: {
		title: 'Funnel by group',
		finding: 'How many of the step before came so far, and the median days that it took.',
		step: 'Step',
		conversion: 'Of the step before',
		medianDays: 'Median days',
		p90Days: '90th percentile',
		days: '{n|number} d',
		mark: '{label}, {step}'
	}
} as const;
export default origins;
