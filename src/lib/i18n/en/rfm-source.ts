/** English: RFM of the rows of a linked table. {record} is one of them, {records} several, {measure} what M counts. */
const rfmSource = {
	label: 'RFM of',
	orders: 'orders',
	value: 'M counts',
	none: 'rows only',
	record: {
		interaction: 'contact',
		'campaign-contact': 'campaign contact',
		ticket: 'ticket',
		survey: 'survey answer',
		membership: 'membership record',
		subscription: 'contract record',
		'order-line': 'line',
		other: 'row'
	},
	records: {
		interaction: 'contacts',
		'campaign-contact': 'campaign contacts',
		ticket: 'tickets',
		survey: 'survey answers',
		membership: 'membership records',
		subscription: 'contract records',
		'order-line': 'lines',
		other: 'rows'
	},
	counted:
		'Scored by {table}: F counts {records}, M is {measure}. {counted|count} of {rows|count} rows count, by the day in {day}.',
	repeats:
		'Scored by {table}: F and M count {records}, as no column of numbers is chosen. {counted|count} of {rows|count} rows count, by the day in {day}.',
	named: '{value}',
	inMoney: '{value} ({currency})',
	number: '{n|count} {records}',
	lead: '{share|share} of customers, the {segment}, hold {revenue|share} of {measure}.',
	leadTypes: '{share|share} of customers are high in all three; they hold {revenue|share} of {measure}.',
	quiet:
		'{n|count} once-strong customer{{n:s}} ({first} and {second}) {{n:has|have}} gone quiet; they hold {money} {measure}.',
	outside:
		'{n|count} customer{{n:s}} {{n:has|have}} a {record} only before the window and {{n:is|are}} not scored.',
	days: 'days with a {record}',
	sum: 'sum',
	mean: 'mean per {record}',
	recencyName: 'Recency',
	frequencyName: 'Frequency',
	title: 'Recency × frequency',
	titleFm: 'Recency × frequency and {measure}',
	finding: 'Customers per cell; colour is {measure}. Click a cell to see who.',
	findingStatic: 'Customers per cell; colour is {measure}.',
	range: '{range} {records}',
	once: '{share|share} have a single {record}: all in F{scores}',
	onceSplit: '{share|share} have a single {record}: spread over F{scores}',
	median: 'Median days since the last {record}',
	cuts: {
		recency: 'R: days since the last {record}',
		frequency: 'F: {records}',
		frequencyDays: 'F: days with a {record}',
		monetary: 'M: {measure}',
		monetaryMean: 'M: {measure}, mean per {record}'
	},
	recency: 'Days since the last {record}',
	vip: {
		recency: 'Last {record} at most … days ago',
		frequency: 'F ({records}) at least',
		frequencyDays: 'Days with a {record} at least',
		monetary: 'M ({measure}) at least',
		monetaryMean: 'Mean per {record} at least',
		found: '{n|count} customer{{n:s}} ({share}) hold {money} {measure} ({revenue}).'
	},
	change: 'Change in {measure}',
	report: {
		lead: '{customers|share} of customers hold {revenue|share} of {measure}.',
		quiet:
			'{n|count} once-strong customer{{n:s}} ({who}) {{n:has|have}} gone quiet; they hold {amount} {measure}.',
		typesLead:
			'{n|count} of {of|count} customers are of the four key types and hold {share|share} of {measure}.',
		base: '{n|count} customers are scored; {prospects|count} known ones without a {record} and {outside|count} with a {record} only before the window are not.',
		matrixFinding: 'Customers per cell and their {measure}.',
		matrixReading: 'The colour is {measure}.',
		share: 'Share of {measure}',
		frequency: 'F ({records})'
	}
} as const;
export default rfmSource;
