/** English: contracts. Loaded when it is shown. */
const contracts = {
	lead: {
		both: '{active|count} customer{{active:s}} under contract; {rate|share} of those there at the start of {period} left in that time.',
		active: '{active|count} customer{{active:s}} under contract.',
		lengths: '{active|count} of {spells|count} contracts run; {ended|count} have ended.'
	},
	rest: {
		money: 'They bring {money} {per}.',
		value: 'Their renewals to come are worth {value} today, at {discount|share} discount a year.',
		grace: '{n|count} of them ended lately and may still be renewed.'
	},
	per: { month: 'a month', year: 'a year' },
	empty: {
		title: 'No contracts are linked',
		text: 'This needs a table of subscriptions or contracts: a row each with the customer, the first day and, once it is over, the end; amount, kind and status if there are any. Import it with the kind “Subscriptions” (a template is offered there): it is linked by its customers.'
	},
	table: 'Table',
	by: 'Compare by',
	grace: 'Renewed within',
	days: '{n|count} day{{n:s}}',
	unit: 'Periods',
	age: 'Tenure in',
	ages: { month: 'months', year: 'years' },
	tenureIn: 'Lengths are in',
	tenures: { day: 'days', month: 'months', year: 'years' },
	amountIn: 'Amounts are',
	amounts: { month: 'a month', year: 'a year' },
	discount: 'Discount a year',
	statuses: {
		open: 'Statuses: {ended|count} of {n|count} mean ended',
		title: 'What statuses mean: {column}',
		text: 'A contract whose status means that it ended is over, on its last day where the table has one. Words that are known decide until you do.',
		status: 'Status',
		rows: 'Rows',
		means: 'Meaning',
		meansOf: 'Meaning of {value}',
		ended: 'Ended',
		running: 'Running',
		by: 'Decided by',
		words: 'known words',
		you: 'you',
		undo: 'Back to known words',
		save: 'Save',
		label: 'Statuses that mean ended'
	},
	ahead: 'Ahead',
	kinds: { value: '{label}', others: 'Other values', none: 'No value', all: 'All contracts' },
	cards: {
		heading: 'Contracts on {day}',
		active: 'Under contract',
		activeSub: '{n|count} ended lately and may still be renewed',
		activeAll: 'of {n|count} spells so far',
		money: 'Amount {per}',
		moneySub: '{mean} each',
		rate: 'Churn rate',
		rateSub: '{period}, at contract end',
		median: 'Median time under contract',
		medianOpen: 'fewer than half have ended',
		mean: '{mean} on average within {horizon}',
		value: 'Value of renewals',
		valueSub: 'at {discount|share} a year, {model}'
	},
	lengths: {
		day: '{n|number} day{{n:s}}',
		month: '{n|number} month{{n:s}}',
		year: '{n|number} year{{n:s}}'
	},
	periods: {
		title: 'Ended and renewed by period',
		finding:
			'In {period} {lost|count} of {start|count} customers left at the end of a contract ({rate|share}).',
		findingNone: 'No period is over yet.',
		noDays: 'The table has lengths of contracts and no days: there are no movements by period.',
		rule: 'A next contract within {n|count} day{{n:s}} renews the one before.',
		period: 'Period',
		start: 'At start',
		new: 'New',
		back: 'Back',
		due: 'Due',
		renewed: 'Renewed',
		ended: 'Ended',
		lost: 'Ended, of the start',
		rate: 'Churn rate',
		low: 'Low',
		high: 'High',
		end: 'At end',
		moneyStart: 'Money at start',
		moneyEnded: 'Money ended',
		mark: '{period}, ended'
	},
	groups: {
		title: 'Under contract by {by}',
		titleAll: 'Under contract',
		differ: 'How long customers stay differs between the groups (log-rank p {p}).',
		alike: 'How long customers stay does not differ between the groups beyond chance (log-rank p {p}).',
		one: 'There is no second group to compare with.',
		group: 'Group',
		spells: 'Spells',
		active: 'Under contract',
		ended: 'Ended',
		money: 'Money',
		median: 'Median ({unit})',
		mean: 'Mean within {horizon}',
		error: 'Std. error',
		ofAll: '{share|share} of {n|count}',
		mark: '{group}, under contract'
	},
	survival: {
		title: 'How long customers stay under contract',
		finding: 'Half stay longer than {median}.',
		findingOpen: 'Fewer than half have left, so there is no median yet.',
		findingNone: 'Nobody has left yet: there is nothing to draw a curve of.',
		axis: { day: 'days under contract', month: 'months under contract', year: 'years under contract' },
		line: 'All: share still under contract',
		time: 'Length ({unit})',
		atRisk: 'At risk',
		events: 'Ended',
		share: 'Share',
		mark: '{group}: longer than {length}'
	},
	renewal: {
		title: 'Renewals, observed and projected',
		finding:
			'{model} fits better (AIC {aic} against {other}): {share|share} are still there after {n|count} {unit}.',
		findingOne: '{model}: {share|share} are still there after {n|count} {unit}.',
		findingNone: 'Too little has ended for a model: the observed share is shown alone.',
		axis: { month: 'months of tenure', year: 'years of tenure' },
		observed: 'Observed',
		models: { sbg: 'sBG', bdw: 'BdW' },
		better: '{model} (lower AIC)',
		units: { month: 'months', year: 'years' },
		mark: 'After {n|count} {unit}',
		counts: '{lost|count} of {due|count} ended there'
	},
	value: {
		title: 'What renewals are worth, by age',
		finding:
			'A customer in the first period renews {first} more times, discounted; one of {n|count} {unit} {later} times.',
		findingNone: 'Without a model there are no renewals to come.',
		age: 'Completed {unit}',
		due: 'Due',
		lost: 'Ended',
		observed: 'Observed share',
		observedRetention: 'Observed retention',
		retention: 'Projected retention',
		remaining: 'Renewals to come (DERL)',
		active: 'Under contract',
		money: 'Money a period',
		value: 'Value of renewals',
		axis: 'Renewals to come'
	},
	models: {
		title: 'Renewal models',
		model: 'Model',
		alpha: 'α',
		beta: 'β',
		c: 'c',
		logLikelihood: 'Log-likelihood',
		aic: 'AIC',
		best: 'Better'
	}
} as const;
export default contracts;
