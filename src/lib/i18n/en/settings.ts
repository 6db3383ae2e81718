/** English: settings of a workspace. */
const settings = {
	title: 'Settings of {name}',
	text: 'They hold for this workspace. What is chosen for a view or an import goes before them.',
	asOf: 'As-of date to begin with',
	asOfs: { latest: 'Latest order', month: 'End of the last whole month', day: 'A day' },
	asOfDay: 'Day',
	asOfText:
		"The last day that counts where none is chosen. It is part of every number's provenance, and printed in reports.",
	weekStart: 'Weeks begin on',
	weekStartText: 'Where numbers are cut by week.',
	weekdays: {
		d1: 'Monday',
		d6: 'Saturday',
		d7: 'Sunday'
	},
	yearStart: 'Fiscal years begin in',
	yearStartText: 'For quarters and years. With {month}, the year from {from} to {to} is {name}.',
	refunds: 'Revenue',
	refundsText: 'Net takes refunds off the orders they belong to; gross leaves them out.',
	currency: 'Currency to show (ISO code, empty for none)',
	currencyExample: 'CNY',
	currencyText: 'Written beside money where the data does not say its own. Nothing is converted.',
	cancelled: 'Cancelled orders in new imports',
	zero: 'Amounts of zero in new imports',
	aside: 'Set aside',
	keep: 'Keep',
	rowsText:
		'What counts as a valid order. Datasets that are here stay as they are: change their import on the data screen.',
	tierA: 'Tier A ends at',
	tierB: 'Tier B ends at',
	tierText:
		'Cumulative shares of revenue in %: with 70 and 90, A makes the first 70%, B the next 20%, C the rest.',
	tierWrong: 'Tier B must end after tier A, both between 1 and 99.',
	zoneText:
		'For new imports. Times that say how far they are from UTC (Z, +00:00) fall on the day that it was in this zone, summer time included. All other days stay as written. No number depends on the zone of the reader.',
	saved: 'The settings of {name} are changed.'
} as const;
export default settings;
