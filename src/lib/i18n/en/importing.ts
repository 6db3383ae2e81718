/** English: importing. */
const importing = {
	title: 'Import',
	reading: 'Looking at {name}…',
	reviewText: 'Every guess can be changed; the preview follows.',
	fileFacts: '{size} · {n|count} rows',
	fileFactsAbout: '{size} · about {n|count} rows',
	queue: '{n|count} files',
	queueText: 'One after the other.',
	queueStates: { waiting: 'waits', open: 'in hand', stored: 'imported', skipped: 'skipped' },
	skip: 'Skip this file',
	keepsChoices: 'Same columns as the file before: its choices are kept, and can be changed.',
	source: 'How the file is read',
	encoding: 'Encoding',
	delimiter: 'Delimiter',
	delimiters: {
		comma: 'Comma ,',
		semicolon: 'Semicolon ;',
		tab: 'Tab',
		pipe: 'Bar |',
		wideComma: 'Wide comma ，',
		caret: 'Caret ^',
		blanks: 'Blanks',
		blank: 'Single blanks',
		other: 'Sign {sign}'
	},
	quote: 'Quotation mark',
	quotes: { double: 'Double "', single: "Single '", none: 'None' },
	escape: 'A quotation mark within a text is',
	escapes: { doubled: 'doubled ""', backslash: 'behind a backslash \\"' },
	headerRows: 'Rows that name the columns',
	baskets: 'Each line is a basket',
	headerNone: 'None',
	headerCount: '{n|count}',
	endLine: 'Last line of the table',
	endLineHint: 'Leave empty to read to the end of the file.',
	why: 'Why it is read like this',
	container: 'Kind of file',
	containers: {
		text: 'Text',
		xlsx: 'Excel workbook (XLSX)',
		xls: 'Older workbook (XLS)',
		html: 'Web page with tables',
		json: 'JSON records',
		parquet: 'Parquet'
	},
	member: 'File in the archive',
	memberSize: '{name} ({size})',
	sheet: 'Sheet',
	fillDown: 'Fill down',
	fillAll: 'Fill {n|count} column{{n:s}} down',
	byLine: 'By line: quantity × price',
	byLineLess: 'By line: quantity × price − discount',
	totalsOnce: '{header}, once per order',
	monthsToRows: 'Turn {n|count} columns into rows',
	monthsOfYear: 'Turn {n|count} columns into rows, of {year}',
	monthLabel: 'Month',
	monthValue: 'Amount',
	lineAmount: 'Line amount',
	noStatus: 'It is something else',
	allValid: 'All count',
	allCancelled: 'None counts',
	takeAmount: 'Use {header}',
	sheetsAll: 'Read all {n|count} sheets',
	sheetsBoth: 'Read both sheets',
	sheetsOne: 'Read this sheet alone',
	sheetRows: '{name} ({n|count} row{{n:s}})',
	header: 'First row names the columns',
	skipRows: 'Lines above the header',
	currency: 'Currency',
	currencyNone: 'Not stated',
	columns: 'What each column means',
	moreColumns: 'Show {n|count} more column{{n:s}}',
	columnsShown: '{n|count} of {all|count} columns shown',
	columnsHint: 'Raw cells in grey, and what they are read as.',
	column: 'Column',
	role: 'Means',
	roleOf: 'Meaning of column {name}',
	noHeader: 'Column {n}',
	roles: {
		customer: 'Customer id',
		'customer-name': 'Customer name',
		order: 'Order id',
		date: 'Order date',
		amount: 'Amount',
		cost: 'Cost',
		profit: 'Profit',
		quantity: 'Quantity',
		price: 'Unit price',
		status: 'Order status',
		product: 'Product',
		attribute: 'Attribute, keep',
		ignore: 'Leave out'
	},
	reasons: {
		name: 'by its name',
		values: 'by its values',
		both: 'by name and values',
		rest: 'nothing else fits',
		chosen: 'chosen by you'
	},
	sure: 'sure',
	likely: 'likely',
	unsure: 'please check',
	dateOrder: 'Date order of {name}',
	dateOrders: {
		ymd: 'Year, month, day',
		dmy: 'Day, month, year',
		mdy: 'Month, day, year',
		'compact-ymd': 'YYYYMMDD',
		month: 'month only, counted on its first day',
		'serial-1900': 'Excel day number',
		'serial-1904': 'Excel day number (1904)',
		unix: 'Seconds or milliseconds since 1970',
		'ymd-named': 'Year, named month, day'
	},
	numberStyle: 'Number style of {name}',
	empty: '(empty)',
	status: 'Order status',
	statusHint: 'Which orders count? Counts are of the rows looked at.',
	statusValid: 'Counts',
	statusCancelled: 'Does not count',
	statusOf: 'Treatment of status {name}',
	statusBlank: '(blank)',
	choices: 'Rows that are not plain sales',
	duplicates: 'Rows equal to an earlier one',
	duplicatesKeep: 'Keep',
	duplicatesDrop: 'Drop',
	cancelled: 'Cancelled orders',
	zero: 'Amount of zero',
	exclude: 'Set aside',
	keep: 'Keep',
	noCustomer: 'Without a customer',
	noCustomerAside: 'Set aside',
	noCustomerWalkIn: 'Gather as walk-in',
	cancelPrefix: 'Cancellations begin with',
	cancelPrefixHint:
		'An order whose id begins like this is a cancellation. Leave empty if there is no such prefix.',
	zone: 'Time zone of days',
	zoneAsWritten: 'As written in the file',
	zoneHint:
		'Some times here say how far they are from UTC. In a zone, they fall on the day that it was there.',
	target: 'Import into',
	targetNew: 'A new workspace',
	targetName: 'Name of the workspace',
	datasetName: 'Name of the dataset',
	blockersTitle: 'This stops the import',
	questionsTitle: 'Please check',
	versionStored: '"{name}" has a new version.',
	begin: 'Import',
	putAway: 'Discard',
	whole: {
		title: 'The whole file',
		reading: 'Reading the whole file',
		note: '{rows|count} row{{rows:s}} in the whole file, {rejected|count} rejected',
		read: 'The file was read to its end. Nothing is stored before you import.',
		failed: 'Read to its end, the file cannot be imported this way'
	},
	running: 'Importing {name}',
	stages: {
		reading: 'Reading',
		parsing: 'Reading rows',
		sorting: 'Sorting by customer',
		checking: 'Checking the totals',
		storing: 'Storing',
		computing: 'Computing',
		writing: 'Writing'
	},
	rate: '{n|count} rows a second',
	rowsSoFar: '{n|count} rows',
	secondsLeft: '{n|count} second{{n:s}} left',
	minutesLeft: '{n|count} minute{{n:s}} left',
	cancelling: 'Cancelling…',
	cancelledTitle: 'Import cancelled',
	cancelledText: 'Nothing of it was stored.',
	failedTitle: '{name} was not imported',
	failedText: 'Nothing of it was stored.',
	tryAgain: 'Try again',
	doneTitle: '{rows|count} row{{rows:s}} imported.',
	doneTitleFiles: '{rows|count} row{{rows:s}} from {n|count} files.',
	reads: '{raw} is {value}',
	readsNot: '{raw} cannot be read this way',
	rejectedWhy: 'Why rows were rejected',
	doneText: '{customers|count} customer{{customers:s}}, {from} to {to}, in {seconds} s.',
	seeOverview: 'See the overview',
	nextFile: 'Next file: {name}',
	totals: 'Where every row went',
	totalsRow: 'Rows',
	totalsMoney: 'Money',
	totalsProfitKnown: 'Profit known, rows',
	totalsProfit: 'Profit',
	totalsKind: 'Kind',
	total: {
		source: 'In the file',
		sales: 'Sales, kept',
		refunds: 'Refunds, netted against their orders',
		merged: 'Duplicates, dropped',
		noCustomer: 'Without a customer, set aside',
		cancelled: 'Cancelled, set aside',
		undated: 'Open or not sold, without a date yet, set aside',
		zeroAmount: 'Amount of zero, set aside',
		refundsUnmatched: 'Refunds of unknown orders, set aside',
		superseded: 'Other version of an order, not counted',
		filtered: 'Set aside by cleaning steps',
		rejected: 'Rejected'
	},
	workspaceBinned:
		'The workspace was deleted meanwhile, in another tab. What was imported lies in the bin with it; restore the workspace to see it.',
	totalsAgree: 'Kept, merged, set aside and rejected add up to the file, in rows and in money.',
	totalsDiffer: 'The parts do not add up to the file.',
	duplicatesSeen: '{n|count} row{{n:s}} equal an earlier one.',
	blankLines: '{n|count} blank line{{n:s}} skipped.',
	/** Why a text was cut as it was, by code. */
	cutReasons: {
		'delimiter-named': 'The file names its delimiter in its first line.',
		baskets:
			'Each line is a basket: {lines|count} lines of many lengths, {items|count} items, {share}% of the cells hold an item that also stands in other columns.',
		'rows-even': '{share}% of the rows have {width|count} cells as they are.',
		'cells-plausible': '{share}% of the cells are whole: values, or texts without another delimiter in them.',
		rival: 'The next best delimiter, {delimiter}, would do {share}% as well.',
		escaped: 'Backslashes stand before quotation marks.',
		'lines-above': '{n|count} line{{n:s}} above the table left out.',
		'header-rows': '{n|count} rows hold texts above columns of values: all of them name the columns.',
		'ends-second-table': 'The table ends at line {line|count}: what follows has a header of its own.',
		'ends-second-copy': 'The table ends at line {line|count}: the same rows follow once more.',
		'rows-repaired': '{n|count} row{{n:s}} repaired, each in the only way that fits.',
		'rows-apart': '{n|count} row{{n:s}} set apart.'
	},
	/** What the review screen asks about, by code. */
	questions: {
		'date-order-ambiguous':
			'In which order do the dates in column {column} ({header}) stand: day, month or year first? For example {example}. Nothing is imported until you choose.',
		'months-or-days':
			'Does column {column} ({header}) hold months of years, or days without a year? For example {example}. Days without a year cannot be imported; nothing is imported until you choose.',
		'amount-style-ambiguous':
			'How are the numbers in column {column} ({header}) written? For example {example}: thousands, or decimals? Nothing is imported until you choose.',
		'seconds-or-codes':
			'Does column {column} ({header}) hold seconds since 1970, or codes and numbers of articles? For example {example}. Codes cannot be read as dates; nothing is imported until you choose.',
		'low-confidence': 'Is column {column} ({header}) the "{role}"? Little speaks for it.',
		'encoding-unsure': 'The encoding {encoding} is a guess. If the texts below look wrong, try {other}.',
		'header-unsure': 'Does the first row name the columns? It can be read either way.',
		baskets:
			'Each line was read as one basket and each cell as one item of it. The file names no customer, date or amount: its items are kept as order lines, and methods on orders do not count them. If its lines are something else, switch "Each line is a basket" off below.',
		'dialect-unsure':
			'Is {delimiter} the delimiter? Another one would do nearly as well, or rows differ in length.',
		'tables-side-by-side':
			'Another table seems to stand beside this one, from column {column} ({header}) on. Leave its columns out, or give each table as a file of its own.',
		'second-table':
			'A second table seems to begin after line {line|count}. Its rows are left out; clear the last line below to read them too.',
		'second-table-kept':
			'A second table seems to begin after line {line|count}. Its rows are read with the others unless you name that line as the last.',
		'rows-apart':
			'{n|count} row{{n:s}} of those looked at {{n:is|are}} none of the table: totals, notes, repeated headers, or rows that do not fit. They are listed among the rejected rows.',
		'status-unknown':
			'{n|count} order status{{n:|es}} {{n:is|are}} not known: {values}. Do their rows count as sales? Nothing is imported until you choose; one by one below.',
		'status-by-values':
			'Column {column} ({header}) has values such as those of the {role}: {values}. If it is, cancelled orders in it are set aside. Nothing is imported until you choose.',
		'cancel-prefix': 'Order ids that begin with {prefix} are taken for cancellations.',
		'date-months':
			'Column {column} ({header}) names months without days: each row counts on the first of its month.',
		'date-serial':
			'Column {column} ({header}) holds Excel day numbers, counted from 1900. Files from old Macs count from 1904.',
		'date-unix':
			'Column {column} ({header}) holds seconds or milliseconds since 1970: they are read as days and times in UTC.',
		'date-short-year':
			'Column {column} ({header}) writes years with two digits: 00–69 are read as 20xx, 70–99 as 19xx.',
		'ids-in-exponent':
			'Column {column} ({header}) has ids such as 1.23E+17 ({rows|count} row{{rows:s}} looked at): Excel has lost their digits. Export them as text.',
		'cost-of-what':
			'Column {column} ({header}) may be the cost of one piece or of the whole row, so it is not used for profit. If it is that of the row, set its meaning to "{role}".',
		'entity-unsure': 'This file looks like {entity}, but it could also be {other}.',
		'equal-rows-dropped':
			'This recipe drops rows that are equal in every cell, but no column says what a row is: two people may give the same answer on the same day. Keep them, unless the export repeats rows by mistake.',
		'months-in-columns':
			'{n|count} columns are months, from {first} to {last}. Turn them into rows, one per month and row of the file, dated by the month? Empty months are left out.',
		'filled-once':
			'Column {column} ({header}) has a text in the first row of each group alone, as merged cells do. Fill the rows below with it?',
		'filled-together':
			'{n|count} columns ({headers}) have a text in the first row of each group alone. Fill the rows below with it?',
		'order-filled':
			'Orders have several rows, and only the first of each has {headers}. Fill the other rows of the order ({rows|count} of those looked at)?',
		'order-lines':
			'Orders have several rows, and only the first of each has its total ({amount}) and other columns: {headers}. What is the money of a row? By line leaves out what stands in the total alone, such as shipping, taxes and discounts of the order; the total counts once, on the first row. What is text is filled within the order. Nothing is imported until you choose.',
		'amount-or':
			'Column {column} ({header}) may be the amount as well as "{other}", which is used: net or gross, or before shipping. Choose the one that you want to count.',
		'sheets-alike':
			'{n|count} other sheet{{n:s}} {{n:has|have}} the same columns and {{n:is|are}} not read. Read {{n:both|them}} together, unless {{n:it is a copy|they are copies}}.',
		'sheets-together':
			'{n|count} sheets with the same columns are read one after the other. Issues and rejected rows name their sheet and the line in it.',
		'no-order-column': 'No column holds order ids: every row counts as an order of its own.'
	}
} as const;
export default importing;
