/** English: what leaves in files that are given away, and how such files are checked. */
const disclosure = {
	title: 'Save customers',
	about: '{n|count} customer{{n:s}} in the file.',
	aboutSome: '{n|count} of {all|count} customer{{n:s}} in the file.',
	redact: 'Redact for the recipient',
	redactHint: 'Turn this off only for a file that stays with you: it then holds everything as it is.',
	columns: 'Columns from the data',
	columnsHint: 'Kept with this workspace: the next file follows the same rules.',
	natures: {
		id: 'Customer id',
		name: 'Names, {n|count} different',
		contact: 'Contact details',
		category: 'Groups, {n|count} value{{n:s}}',
		text: 'Free text, {n|count} different'
	},
	policies: {
		keep: 'Keep',
		mask: 'Mask',
		pseudonym: 'Replace by a code',
		drop: 'Leave out'
	},
	policyHints: {
		keep: 'As it is',
		mask: '张**, z***@…, 138****1234. Different values may look alike',
		pseudonym: 'The same customer, the same code, in every file of this workspace',
		drop: 'Not in the file'
	},
	policyOf: 'What becomes of {column}',
	becomes: '{before} → {after}',
	leftOut: '{before} → left out',
	noValues: 'No values',
	reckoned: 'Computed columns',
	consent: 'Only customers who consented',
	consentAttribute: 'Column',
	consentAny: 'Everyone',
	consentValue: 'Value',
	consentHint: 'By the latest row of each customer that says anything. Whoever says nothing is left out.',
	preview: 'What the recipient will see',
	previewEmpty: 'No customer is in the file.',
	leftTitle: 'There is still something that points to persons',
	left: '{column}: {kinds} ({n|count} customer{{n:s}})',
	kinds: { email: 'e-mail addresses', phone: 'phone numbers', id: 'identity numbers' },
	namesKept: 'Names stand in the file as they are.',
	idsKept: "Customer ids stand in the file as they are: whoever has the client's system knows who they are.",
	saveCsv: 'Save as CSV',
	saveParquet: 'Save as Parquet',
	saveWorkbook: 'Save as workbook (XLSX)',
	workbookFull: 'A workbook takes {limit|count} customers at most; save as CSV.',
	verifyTitle: 'Verify this snapshot',
	verifyHint:
		"Choose the file that it was made of: everything is computed again, by the snapshot's own recipe and parameters, and compared. Nothing is stored.",
	verifyChoose: 'Choose the file',
	verifyNeeds: 'Made of {name}. Choose all files together, in any order.',
	verifyAnd: ', ',
	verifyEqual: 'Equal: the file gives every number of this snapshot.',
	verifyEqualText: '{compared|count} values of {name} compared.',
	verifyHidden: '{n|count} more are hidden in the snapshot and cannot be compared.',
	verifyDiffers: '{n|count} of {compared|count} values differ.',
	verifyFirst: 'The first {n|count} are listed.',
	verifyOtherFile: 'This is another file than the one the snapshot was made from.',
	verifyOtherVersions: 'Defined anew since the snapshot was made: {methods}.',
	verifyOtherRecipe:
		'The file is the same, the recipe is not: cleaning steps are not part of a snapshot. The command line takes the recipe too.',
	verifyHash: 'Provenance hash',
	verifyHashFound: 'Found: {hash}',
	verifyColumns: {
		method: 'Analysis',
		table: 'Table',
		row: 'Row',
		column: 'Column',
		saved: 'In the snapshot',
		found: 'From the file'
	},
	verifySingle: 'single numbers',
	verifyWorking: 'Computing it again…',
	groups: 'Redact columns',
	groupsHint:
		'Values of columns that hold names, contact details or free text do not appear, here and in snapshots.',
	groupsMore: 'Rules of the columns'
} as const;
export default disclosure;
