/** English: customers that are one. */
const sameness = {
	title: 'Same customer, once',
	sub: 'Customers of this workspace that may be one: by id, phone, e-mail and name.',
	look: 'Look for duplicates',
	close: 'Close',
	none: 'No two customers seem to be one.',
	noContacts:
		'No column of phone numbers or e-mail addresses was kept, so that only ids and names are compared. Set theirs to "Attribute, keep" by "Change the import…" above, or import a list of customers that has them.',
	by: 'Compared: ids, names, {columns}.',
	crowded:
		'{n|count} phone{{n:s}}, addresses or names are shared by too many to say anything, and were left out.',
	found:
		'{n|count} pair{{n:s}} may be one customer; {exact|count} of them with the same id, phone or address under a similar name.',
	affected: 'Their customers brought {money}.',
	acceptExact: 'Merge {n|count} sure pair{{n:s}}',
	pairOf: 'Pair {n|count} of {all|count}',
	score: 'Likelihood {score}',
	same: 'Same customer',
	apart: 'Not the same',
	skip: 'Skip',
	previous: 'Back',
	keys: 'Enter: same · N: not the same · J: next · K: back',
	done: 'All pairs looked at.',
	columns: { field: 'What', first: 'One', second: 'Other' },
	fields: {
		id: 'Id',
		name: 'Name',
		phone: 'Phone',
		email: 'E-mail',
		orders: 'Orders',
		revenue: 'Revenue',
		first: 'First order',
		last: 'Last order'
	},
	reasons: {
		id: 'same id',
		phone: 'same phone',
		email: 'same e-mail address',
		name: 'same name',
		similar: 'similar name',
		other: 'but different names'
	},
	merged: 'Merged customers',
	mergedText:
		'{n|count} ids are {into|count} customer{{into:s}}. Splitting brings them back exactly as the data have them.',
	mergedLine: '{n|count} customers merged into {into|count}.',
	split: 'Split again',
	splitOf: 'Split {id} again',
	ids: 'Ids',
	apartTitle: 'Not the same',
	apartCount:
		'{n|count} pair{{n:s}} decided to be different: {{n:it is|they are}} not proposed again until you ask.',
	askAgain: 'Ask again',
	askAgainOf: 'Ask again whether {one} and {other} are the same'
} as const;
export default sameness;
