/** English: report. */
const report = {
	title: 'Report',
	lacksOrders:
		'Reports and snapshots tell of orders and of where each of their rows went, and the workspace holds no orders yet. Lists of customers and the data behind each chart can be saved without.',
	headline: 'One file that opens anywhere, offline.',
	headlineMore: 'Figures, tables, definitions and control totals; no customer is named in it.',
	setup: 'What it says',
	reportTitle: 'Title',
	titles: {
		everything: '{name}: customers as of {day}',
		lifecycle: '{name}: customer lifecycle as of {day}',
		value: '{name}: customer lifetime value as of {day}',
		segments: '{name}: segment review as of {day}',
		year: '{name}: annual customer summary, {day}',
		retention: '{name}: retention and churn as of {day}'
	},
	preparedFor: 'Prepared for',
	notes: 'Notes',
	notesHint: 'Printed at the head of the report. Leave a blank line between paragraphs.',
	language: 'Language of the report',
	moveUp: 'Move {name} up',
	moveDown: 'Move {name} down',
	noSections: 'Put at least one chart or table in.',
	contentsFrame: 'As of {day}, {window}, {refunds}',
	contentsAlways: 'Always printed: definitions, parameters, control totals, provenance hash.',
	saveHtml: 'Save report (HTML)',
	saveHtmlHint: 'For the client: reads in any browser, prints on A4 or 16:9. No scripts, no links out.',
	saveHtmlLockedHint:
		'For the client: asks for the passphrase in any browser, offline. One small script to open it, no links out.',
	saveSnapshot: 'Save snapshot',
	saveSnapshotHint:
		'For a colleague: opens again in Clientele with all results; without the rows of data, or with them, so that everything can be cut anew.',
	saveRows: 'With row data…',
	saveWorkbook: 'Save workbook (XLSX)',
	saveWorkbookHint:
		'For further analysis: every table on a sheet, as numbers, with parameters and a glossary.',
	saveSlides: 'Save slides (PPTX)',
	saveSlidesHint:
		'For a presentation: a slide for each finding, with charts and tables that can be edited, definitions in the notes.',
	saveTablesCsv: 'Save tables (CSV)',
	saveTablesParquet: 'Save tables (Parquet)',
	saveTablesHint: 'For other tools: every table as a file of its own, together in one ZIP.',
	openOnly: 'Cannot be locked here; turn protection off to save it.',
	openSnapshot: 'Open a snapshot',
	openSnapshotHint:
		'A .clientele.json file, or .clientele.zip with its rows, that someone saved here or elsewhere; locked ones end in .age.',
	saved: 'Saved: {name}',
	failed: 'The file could not be made.',
	snapshotNote: 'This snapshot was saved for {name}, {day}.',
	againTitle: 'Make the report again',
	again:
		'From the results in the snapshot, with its items, remarks and look; only the day it was made is another. For other parameters open the workspace itself.',
	againTold:
		'From the sentences and tables in the snapshot, in their language, with its items, remarks and look (files of earlier versions: without captions and remarks). The same cells are hidden, and there are no charts, as they would show what is hidden.',
	disclosedTitle: 'Groups of fewer than {k} are hidden in this snapshot',
	disclosedText:
		'It holds findings to read, in the language they were written in, and no results for the other screens.',
	working: 'Writing the file…',
	hideSmall: 'Hide small groups',
	hideSmallHint:
		'Counts below the limit are hidden in every file, with others so that sums do not give them away. Sentences that would tell are left out. What is hidden once stays hidden in later files.',
	hiddenBeforeTitle: 'Earlier files hid small groups',
	hiddenBefore:
		'A file of this workspace was saved with groups of fewer than {k} hidden. One that shows them gives them away to whoever has both.',
	hideSmallLimit: 'Fewer than',
	snapshotWhole:
		'With small groups hidden it holds the tables and sentences of the report in place of results: to read and to verify, not to go on from. Rows cannot go along: they would tell what is hidden.',
	personalTitle: 'Personal data in your words',
	personal: 'Title, client or notes seem to hold: {kinds}. They are printed as typed.',
	personalKinds: { email: 'an e-mail address', phone: 'a phone number', id: 'an identity number' },
	protect: 'Protect with a passphrase',
	protectHint:
		'The report then asks for it in any browser; the snapshot asks here, and opens with the age command as well. A lost passphrase cannot be recovered by anyone.',
	passphrase: 'Passphrase',
	passphraseAgain: 'The same again',
	passphraseShow: 'Show it',
	passphraseSuggest: 'Suggest one',
	passphraseHint: 'Send it by another way than the file.',
	passphraseLeast: 'At least {least} characters.',
	passphraseDiffers: 'The two are not the same.',
	strengthLabel: 'Strength',
	strength: {
		weak: 'Weak: likely to be guessed. Make it longer, or take a suggested one.',
		fair: 'Fair: holds off the curious. A word or two more would be better.',
		strong: 'Strong.'
	},
	unlockTitle: 'A locked file',
	unlockText: '{name} is protected by a passphrase. Opened, its snapshot is kept unlocked in this browser.',
	unlockOpen: 'Open',
	unlockMissing: 'Type the passphrase first.'
} as const;
export default report;
