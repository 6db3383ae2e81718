/** English: errors. */
const errors = {
	// Import
	'file-empty': 'The file is empty. Export it again and check that it holds rows.',
	'file-header-only':
		'The file holds a header and no rows below it. Check the filter or the period of the export.',
	'file-binary': 'This is not a text table (kind: {kind}). Save it as CSV or TSV and drop that file.',
	'file-too-large':
		'The file is too large: {size|bytes}; up to {limit|bytes} can be read. Export a shorter period, or several files.',
	'file-unreadable':
		'The file could not be read on. It may have been moved or changed meanwhile, or a line is far too long. Choose it again, or export it anew.',
	'file-corrupt-gzip': 'The compressed file is damaged or cut off. Fetch or compress it again.',
	'table-single-column':
		'The file was read as one column only. Choose another delimiter, or check that this is a table.',
	'mapping-no-customer':
		'No column says who the customer is. Set the column of customer ids to “Customer id”.',
	'mapping-no-date': 'No column holds a date. Set the column of order dates to “Order date”.',
	'mapping-no-amount':
		'No column holds the money of a row. Set a column to “Amount”, or two to “Quantity” and “Unit price”.',
	'mapping-role-twice': 'Two columns are set to the same meaning ({role}). Keep one of them.',
	'date-order-ambiguous':
		'The dates in column {column} ({header}) can be read day first or month first. Choose one.',
	'date-order-mixed':
		'Column {column} ({header}) mixes day-first and month-first dates, so 3/4 cannot be told from 4/3. Put all dates into one form, best YYYY-MM-DD, and export again.',
	'amount-style-ambiguous':
		'The numbers in column {column} ({header}) can be read in two ways: does 1,234 mean a thousand or one and a bit? Choose the number style.',
	'amount-sum-too-large':
		'The amounts add up to more than can be counted exactly with {scale} decimals. Check for a wrong column, or split the file.',
	'currency-mixed':
		'The amounts are in more than one currency and cannot be added up. Export one currency at a time.',
	'import-no-valid-rows':
		'None of the {rows|count} rows could be read. Check the meaning of the columns, the date order and the number style.',
	'import-totals-mismatch':
		'The control totals do not add up (rows {rows}, money {amount}). Nothing was stored. This is a fault of the program; please report it.',
	'recipe-invalid':
		'The import recipe is not valid at “{path}”. Use a recipe that was saved here, or go without one.'
} as const;
export default errors;
