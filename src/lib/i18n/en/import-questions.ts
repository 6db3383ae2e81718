/** English: what the review of an import asks. */
const questions = {
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
	'rows-unreadable':
		'Column {column} ({header}): {n|count} of the {rows|count} rows looked at cannot be read as "{role}", for example {example}. Such rows are rejected. Check what the column means, how it is written, and the cleaning steps.',
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
} as const;
export default questions;
