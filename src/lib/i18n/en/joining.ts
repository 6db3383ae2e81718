/** English: files that are added to a dataset. */
const joining = {
	becomes: 'Becomes',
	ownDataset: 'A dataset of its own',
	addTo: 'Added to {name}',
	addToHint: '{workspace} · to {day}',
	addToTableHint: '{workspace} · {n|count} row{{n:s}}',
	ownTable: 'A table of its own',
	offerSame: 'Same columns as {name}, which ends on {day}. Add the file to it?',
	offerMost:
		'{shared|count} of {columns|count} columns are those of {name}, customer, date and money among them. Add the file to it?',
	offerSameTable: 'Same columns as {name}. Add the file to it?',
	offerMostTable:
		'{shared|count} of {columns|count} columns are those of {name}, what names its rows among them. Add the file to it?',
	offerMeaning:
		'Orders like those of {name}, which ends on {day}: customer, date and money are there under other names. Add the file to it, so that all are analysed together?',
	offerMeaningTable: 'The same kind of table as {name}, under other column names. Add the file to it?',
	keptAs: 'Column of the dataset that {name} belongs to',
	keptApart: 'A column of its own',
	keptIn: 'Same as {name}',
	offerAccept: 'Add to {name}',
	accepted:
		'Rows that {name} has already are recognised and not counted twice. You see what is new before anything is stored.',
	noCounterpart:
		'{n|count} column{{n:s}} {{n:has|have}} no counterpart: {names} – choose below where {{n:it belongs|they belong}}.',
	sameFile: 'This very file is in {name} already, imported {time}. There is nothing to add.',
	openIt: 'Open {name}',
	title: 'What {file} adds',
	finding: '{n|count} row{{n:s}} {{n:is|are}} new.',
	findingNone: 'Nothing is new.',
	findingRest: '{n|count} row{{n:s}} {{n:is|are}} there already.',
	findingChanged: '{n|count} order{{n:s}} {{n:has|have}} other lines than before.',
	findingCustomers: '{n|count} of its {all|count} customer{{all:s}} {{n:is|are}} there already.',
	strangers:
		'None of its customers is there: either all of them are new, or the two files name customers differently. In that case one customer would count as two.',
	kind: 'Rows of the file',
	rows: 'Rows',
	money: 'Money',
	recognised: 'There already, not counted twice',
	added: 'New',
	changed: 'Of changed orders',
	replaced: 'New version of a row that is there (same key)',
	findingReplaced:
		'{n|count} row{{n:s}} {{n:is|are}} there with other values and {{n:takes|take}} the place of the old one{{n:s}}.',
	silent: {
		dataset:
			'The orders that are there do not say their currency: added to this file, all of them count as {currency}. If they are in another currency, choose "Leave it".',
		file: 'The file does not say its currency: its amounts count as {currency}, as those that are there. If they are in another currency, choose "Leave it".'
	},
	changedTitle: 'Changed orders',
	changedText:
		'These orders are in both, each with lines that the other does not have: amount, date, status or another column differs, or a file was cut within the order. Which lines count?',
	rule: 'Which lines count',
	rules: { newer: 'Those of the new file', kept: 'Those that are there', both: 'Both' },
	ruleHints: {
		newer: 'The lines that are there are replaced; they stay in the control totals as not counted.',
		kept: 'The lines of the new file are not counted; they stay in the control totals.',
		both: 'Right where a file was cut within an order: all lines belong to it.'
	},
	examples: 'The first of {n|count}',
	order: 'Order',
	before: 'Only there',
	after: 'Only in the new file',
	differs: 'Differs in',
	parts: {
		customer: 'customer',
		day: 'date',
		time: 'time',
		amount: 'amount',
		quantity: 'quantity',
		cancelled: 'cancelled or not',
		count: 'number of lines'
	},
	linesOf: '{n|count} row{{n:s}}, {money}',
	add: 'Add',
	leave: 'Leave it',
	left: 'Nothing was added. The file can be imported as a dataset or table of its own.',
	done: '{recognised|count} row{{recognised:s}} recognised, {added|count} added.',
	doneTable:
		'{recognised|count} row{{recognised:s}} recognised, {replaced|count} replaced, {added|count} added.',
	undo: 'Take the file out again',
	undoHint: 'The dataset as it was before this file waits in the bin.',
	sources: 'Files of this dataset',
	sourcesOfTable: 'Files of this table',
	there: 'There already',
	newVersion: 'Replaced',
	sourcesText: '{n|count} files, in the order in which they were added.',
	file: 'File',
	imported: 'Added',
	sourceRows: 'Rows',
	sourceRule: 'Changed orders'
} as const;
export default joining;
