/** English: snapshots that carry their rows, and workspaces that were opened from them. */
const rows = {
	save: 'Snapshot with row data',
	about:
		'A colleague opens this file in Clientele as a workspace of its own: every screen computes again, with other dates, parameters and cuts.',
	holds: 'What goes into the file',
	holdsOrders:
		'{n|count} row{{n:s}} of {name}: customer, day and time of day, amount, quantity, profit, as far as they are known, and what became of the row',
	holdsTable: '{name}: {n|count} row{{n:s}}',
	holdsReport:
		'The name of this workspace ({workspace}), its settings and which customers are one; the report as drafted, with its texts, recipient and brand; names of the files and how they were read',
	holdsNot:
		'Not in the file: the original file, rejected rows, order numbers (they are numbered anew), and every column that is left out below.',
	warnTitle: 'Rows say more than sums',
	warn: 'With rows, small groups cannot be hidden: whoever has the file can count any group. Replacing ids by codes makes the data pseudonymous, not anonymous: someone who knows what a person bought, and when, can find them. Give the file only to those who may have the data.',
	columns: 'What the receiver will see',
	columnsHint:
		'Ids are replaced by codes, names, contact details, free text, and numbers and dates that no analysis reads are left out unless you choose otherwise. The rules are kept with this workspace.',
	customer: 'Customers',
	name: 'Names of customers',
	measures: {
		number: 'Numbers on {n|count} row{{n:s}}',
		money: 'Amounts on {n|count} row{{n:s}}',
		date: 'Dates, and times of day, on {n|count} row{{n:s}}'
	},
	keptTitle: 'These columns go as they are, and may tell who somebody is',
	kept: '{columns}.',
	saveButton: 'Save',
	hidden: 'With small groups hidden, rows cannot go along: they would tell what is hidden.',
	originTitle: 'Opened from the snapshot "{title}"',
	origin:
		'Made in "{workspace}" on {day}, as of {asOf}. The data stay as they came; everything can be cut anew.',
	originFor: 'Prepared for {name}.',
	checking: 'Comparing the snapshot with its rows: {done} of {total} analyses…',
	equal: 'Equal: the rows give all {n|count} values of the snapshot.',
	differs: '{n|count} of {compared|count} values differ from the snapshot.',
	without: '{n} analys{{n:is|es}} need columns that were left out or changed, and could not be compared.',
	again: 'Compare again',
	asMade: 'As in the snapshot',
	rules: 'What was done to the columns',
	rule: '{column}: {policy}',
	difference: '{place}: {saved} → {found}',
	fixedTitle: 'These data came with a snapshot',
	fixed:
		'Files cannot be added, cleaned or replaced here, so that the numbers stay those of the snapshot. To go on with new files, import them into a workspace of your own.'
} as const;
export default rows;
