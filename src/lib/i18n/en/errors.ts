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
		'The import recipe is not valid at “{path}”. Use a recipe that was saved here, or go without one.',

	// Storage
	'storage-unavailable':
		'This browser does not let Clientele store anything here: a private window, blocked site data, or a page that is not from https or this computer. Nothing can be kept until that changes.',
	'storage-quota':
		'There is no room left in this browser’s storage for another {needed|bytes}. Nothing was stored, and what was there is whole. Empty the bin, delete a dataset or free space on the disk, then try again.',
	'storage-newer-schema':
		'What is stored here was written by a newer version of Clientele (form {found}; this one knows {known}). Reload the page to get that version. Nothing was changed.',
	'storage-damaged':
		'“{dataset}” is damaged in this browser’s storage and is not used, so that no number can be wrong. Delete it and import its file again, or open its snapshot.',
	'storage-not-found':
		'This is no longer stored here. It may have been deleted in another tab, or the browser cleared it.',
	'storage-busy':
		'Another tab of Clientele is using the storage. Let its import finish or close it, then try again.',
	// Analysis
	'method-unknown': 'There is no method called “{method}” in this version.',
	'params-invalid':
		'The setting “{param}” has a value that cannot be used. Change it, or go back to the defaults.',
	'selection-invalid': 'Nobody stands behind this mark any more: the results have changed. Choose it again.',
	'dataset-not-open': 'No dataset is open. Open one, or import a file first.',
	'snapshot-invalid':
		'This is not a snapshot of Clientele, or it has been changed or cut off. Get the file again.',
	'snapshot-newer':
		'This snapshot was written by a newer version of Clientele. Reload the page to get that version, then open it again.',
	'snapshot-lacks-method': 'The snapshot was saved without this analysis.',
	// Protected files
	'passphrase-short': 'A passphrase needs at least {least} characters.',
	'sealed-unreadable':
		'It does not open: the passphrase is another one, or the file has been changed. Nothing of it was used.',
	'crypto-unavailable':
		'This browser gives no encryption to a page that is not from https or this computer. Open Clientele there, or save without a passphrase.',
	// Workers
	cancelled: 'Cancelled. Nothing was changed.',
	'worker-crashed':
		'The background work ended unexpectedly. What was stored before is whole. Try again; if it happens again, reload the page.',
	'out-of-memory':
		'There is not enough memory for this. Close other tabs, or take a shorter period of the data.',
	internal: 'Something went wrong inside Clientele. What was stored before is whole. Please report it.'
} as const;
export default errors;
