/** English: customers. */
const customers = {
	title: 'Customers',
	finding: '{n|count} customer{{n:s}}, {money} in all.',
	findingSome: '{n|count} of {all|count} customer{{n:s}} match{{n:es|}}, {money} in all.',
	list: 'List of customers',
	search: 'Search by id or name',
	selection: 'Only: {title}',
	clearSelection: 'Show all customers',
	openList: 'Open as a list',
	beyond:
		'{n|count} more {{n:stands|stand}} behind this mark whom the open data do not have by the as-of date.',
	panelSub: '{n|count} customer{{n:s}} · {money}',
	save: 'Save to a file',
	columns: {
		customer: 'Customer',
		name: 'Name',
		segment: 'Segment',
		stage: 'Stage',
		score: 'RFM',
		recency: 'Days since last',
		frequency: 'Orders',
		revenue: 'Revenue',
		profit: 'Profit',
		first: 'First order',
		last: 'Last order'
	},
	/** What stands in the place of orders and of M where they are counted in another way. */
	measured: { days: 'Order days', revenue: 'Mean order', profit: 'Mean profit' },
	withProfit: '{money} (profit {profit})',
	withPartOfProfit: '{money} (profit {profit}, known for {known|share} of the revenue)',
	csv: {
		r: 'R score',
		f: 'F score',
		m: 'M score'
	},
	noMatches: 'No customer matches.',
	noMatchesText: 'Change the search, or show all customers.',
	noSegment: '–',
	snapshotTitle: 'No list in a snapshot',
	snapshotText:
		'A snapshot holds results, not customers. Open the workspace itself to see who is behind a number.',
	capped: 'The first {n|count} are shown. Search to narrow the list, or save it to a file.'
} as const;
export default customers;
