/** English: errors. */
const errors = {
	// Import
	'file-empty': 'The file is empty. Export it again and check that it holds rows.',
	'file-header-only':
		'The file holds a header and no rows below it. Check the filter or the period of the export.',
	'file-binary':
		'This is not a table that can be read here (kind: {kind}). Save it as XLSX or CSV and drop that file.',
	'file-too-large':
		'The file is too large: {size|bytes}; up to {limit|bytes} can be read. Export a shorter period, or several files.',
	'file-unreadable':
		'The file could not be read on. It may have been moved or changed meanwhile, or a line is far too long. Choose it again, or export it anew.',
	'row-too-large':
		'At the start of the file a row is longer than {limit|bytes}, so that no table can be made out. It may hold a document in a cell, or a quotation mark that never closes: leave that column out and export again.',
	'columns-too-many':
		'The table has {columns|count} columns; up to {limit|count} can be read. Export only those that are needed, or turn columns into rows.',
	'file-corrupt-gzip': 'The compressed file is damaged or cut off. Fetch or compress it again.',
	'archive-damaged':
		'The archive is damaged or cut off. Fetch it again, or unpack it and drop the file inside.',
	'archive-encrypted': 'The archive is locked with a password. Unpack it and drop the file inside.',
	'archive-method':
		'The archive is packed in a way that cannot be read here (method {method}). Unpack it and drop the file inside.',
	'archive-too-many':
		'The archive holds {n|count} files; up to {limit|count} can be looked at. Drop the one with the orders.',
	'archive-too-large':
		'Unpacked, this would be {size|bytes}; up to {limit|bytes} can be read. Save the sheet as CSV, or export a shorter period.',
	'archive-bomb':
		'A part of this file grows more than {limit|count} times when unpacked, as no table does. It is not opened.',
	'archive-no-table': 'The archive holds no file that can be a table: CSV, TSV, XLSX, XLS, JSON or Parquet.',
	'workbook-encrypted': 'The workbook is locked with a password. Save it without one and drop that file.',
	'workbook-damaged':
		'The workbook is damaged or not built as workbooks are ({part}). Open it in a spreadsheet program and save it anew.',
	'grid-too-large':
		'The table has more than {limit|count} cells. Delete the columns that are not needed, or export a shorter period.',
	'grid-deadline':
		'Reading took longer than {seconds|count} seconds and was stopped. Save the sheet as CSV, which reads much faster.',
	'table-not-found': 'There is no table in this file (read as {container}). Check that it is the right one.',
	'sheet-not-found': 'The file has no sheet or table called "{sheet}". Choose another one.',
	'member-not-found': 'The archive holds no file called "{member}". Choose another one.',
	'json-malformed':
		'The JSON cannot be read on line {line|count}. It should be a list of records, an object with one such list, or one record a line.',
	'parquet-damaged': 'The Parquet file is damaged or cut off. Export it again.',
	'parquet-compression':
		'The Parquet file is compressed with {codec}, which cannot be read here. Export it with Snappy, Zstandard or Gzip.',
	'table-single-column':
		'The file was read as one column only. Choose another delimiter, or check that this is a table.',
	'mapping-no-customer':
		'No column says who the customer is. Set the column of customer ids to "Customer id".',
	'date-without-year':
		'Column {column} ({header}) has days and months without a year, for example {example}. If they stand as {order}, add the cleaning step "Derive a column by a formula" with {formula}, YYYY being the year, and set the new column to "Order date".',
	'date-without-year-either':
		'Column {column} ({header}) has months and days without a year, for example {example}, which may stand in either order. Add the cleaning step "Derive a column by a formula", as {order} with {formula}, as {other} with {otherFormula}, YYYY being the year, and set the new column to "Order date".',
	'mapping-no-date': 'No column holds a date. Set the column of order dates to "Order date".',
	'mapping-no-amount':
		'No column holds the money of a row. Set a column to "Amount", or two to "Quantity" and "Unit price".',
	'mapping-role-twice': 'Two columns are set to the same meaning ({role}). Keep one of them.',
	'mapping-profit-currency':
		'Amounts are converted into another currency and "{header}" is not. Convert it with the same rates in a step of its own, and give the new column its meaning; or leave it out.',
	'mapping-lacks': 'A table of this kind needs a column for: {roles}.',
	'date-order-ambiguous':
		'The dates in column {column} ({header}) can be read in more than one order of day, month and year. Choose one.',
	'date-order-mixed':
		'Column {column} ({header}) mixes day-first and month-first dates, so 3/4 cannot be told from 4/3. Put all dates into one form, best YYYY-MM-DD, and export again.',
	'amount-style-ambiguous':
		'The numbers in column {column} ({header}) can be read in two ways: does 1,234 mean a thousand or one and a bit? Choose the number style.',
	'amount-sum-too-large':
		'The amounts add up to more than can be counted exactly with {scale} decimals. Check for a wrong column, or split the file.',
	'currency-mixed':
		'The amounts are in more than one currency and cannot be added up. Convert them in a cleaning step, or export one currency at a time.',
	'import-no-valid-rows':
		'None of the {rows|count} rows could be read. Check the meaning of the columns, the date order and the number style.',
	'import-totals-mismatch':
		'The control totals do not add up (rows {rows}, money {amount}). Nothing was stored. This is a fault of the program; please report it.',
	'steps-invalid':
		'{n|count} cleaning steps cannot be run: {steps}. Complete them in the review, or remove them.',
	'step-invalid': 'Cleaning step {step|count} cannot be run. Complete it in the review, or remove it.',
	'zone-unknown': 'This browser does not know the time zone "{zone}". Choose another one.',
	'recipe-invalid':
		'The import recipe is not valid at "{path}". Use a recipe that was saved here, or go without one.',
	'append-same-file':
		'This very file was imported before, as "{file}". Nothing was added: all of it is there.',
	'append-currency':
		'The dataset is in {have}, the file in {add}: they cannot be added up. Import the file as a dataset of its own.',
	'append-type':
		'The column "{header}" is read otherwise in the table than in the file. Read it alike in the review (date, number, money or text), then add the file.',

	// Storage
	'storage-unavailable':
		'This browser does not let Clientele store anything here: a private window, blocked site data, or a page that is not from https or this computer. Nothing can be kept until that changes.',
	'storage-quota':
		"There is no room left in this browser's storage for another {needed|bytes}. Nothing was stored, and what was there is whole. Empty the bin, delete a dataset or free space on the disk, then try again.",
	'storage-newer-schema':
		'What is stored here was written by a newer version of Clientele (form {found}; this one knows {known}). Reload the page to get that version. Nothing was changed.',
	'storage-damaged':
		'"{dataset}" is damaged in this browser\'s storage and is not used, so that no number can be wrong. Delete it and import its file again, or open its snapshot.',
	'storage-not-found':
		'This is no longer stored here. It may have been deleted in another tab, or the browser cleared it.',
	'storage-busy':
		'Another tab of Clientele is using the storage. Let its import finish or close it, then try again.',
	// Analysis
	'workspace-read-only':
		'This workspace was opened from a snapshot: its data stay as they came. Import the file into a workspace of your own.',
	'method-unknown': 'There is no method called "{method}" in this version.',
	'params-invalid':
		'The setting "{param}" has a value that cannot be used. Change it, or go back to the defaults.',
	'benchmark-nothing':
		'None of the measures stands in this snapshot. Have a report saved as a snapshot that has the overview, retention or churn in it.',
	'selection-invalid': 'Nobody stands behind this mark any more: the results have changed. Choose it again.',
	'orders-needed':
		'This is worked out from orders, and the workspace holds none. Add an order export to it, then try again.',
	'dataset-not-open': 'No dataset is open. Open one, or import a file first.',
	'snapshot-invalid':
		'This is not a snapshot of Clientele, or it has been changed or cut off. Get the file again.',
	'snapshot-newer':
		'This snapshot was written by a newer version of Clientele. Reload the page to get that version, then open it again.',
	'snapshot-lacks-method': 'The snapshot was saved without this analysis.',
	'report-without-snapshot':
		'This report carries no snapshot: it can be read, not opened here. Save it again with "Opens in Clientele", or take the snapshot file.',
	// Protected files
	'passphrase-short': 'A passphrase needs at least {least} characters.',
	'sealed-unreadable':
		'It does not open: the passphrase is another one, or the file has been changed. Nothing of it was used.',
	'verify-files-missing':
		'{n|count} file{{n:s}} of those that the snapshot was made of {{n:is|are}} missing: {files}. Choose all of them together.',
	'verify-other-customers':
		'The file has other customers than the one that the snapshot was made of: those that were merged are not in it. Choose the same file.',
	'verify-steps-withheld':
		'The snapshot was made without its cleaning steps, as they hold values that speak of persons. Verify with the recipe on the command line (--recipe).',
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
