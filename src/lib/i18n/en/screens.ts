/** English: what every screen of results says when it has nothing to show yet. */
const screens = {
	emptyTitle: 'No orders here yet',
	emptyText: 'Open the sample, or drop an export of orders. It stays on this device.',
	emptyAction: 'Open or import data',
	lacksTitle: 'This needs orders',
	lacksText:
		'There are other tables in the workspace, but no orders yet. What works without them: the segments, of rows with a date such as visits or tickets, the customers, and the data.',
	lacksRows:
		'Segments are made of orders, or of rows with a date such as visits or tickets. The workspace has neither yet.',
	lacksPeopleTitle: 'Nobody is named here yet',
	lacksPeople:
		'No table of the workspace has a column of customers. Add orders, or a table that names customers, such as visits or tickets.',
	lacksAction: 'Add an order export',
	loading: 'Computing…',
	working: 'Fitting the models…',
	stop: 'Stop',
	stoppedTitle: 'Stopped',
	errorTitle: 'This could not be computed',
	openErrorTitle: 'The dataset could not be opened',
	retry: 'Try again',
	tooLittleTitle: 'Not enough data for this screen',
	tooLittleHint: 'Change the as-of date or the window, or import more orders.',
	/** Where none of the rows need count as an order. */
	tooLittleOrders: 'Choose a later as-of date. If there is none, no row counts as a sale: Data says why.',
	absentTitle: 'Not in this snapshot',
	absentText: 'The snapshot was saved without this analysis.',
	stale: 'The numbers below are those from before the last change.',
	remarks: 'Please note',
	controls: 'Settings of this screen',
	reset: 'Back to defaults'
} as const;
export default screens;
