/** English: issues. */
const issues = {
	'date-missing': 'No date',
	'date-invalid': 'Not a date in the order of this column',
	'date-impossible': 'No such day or time',
	'amount-missing': 'No amount',
	'amount-invalid': 'Not an amount in the number style of this column',
	'amount-too-large': 'Amount too large to be counted exactly',
	'amount-too-precise': 'More than 6 decimals, or the trace of a binary fraction: rounded',
	'amount-other-currency': 'Another currency than the table’s',
	'quantity-invalid': 'Not a quantity',
	'price-invalid': 'Not a unit price',
	'row-too-short': 'Fewer cells than needed',
	'row-too-long': 'More cells than columns: perhaps a delimiter within a text',
	'quote-unclosed': 'A quotation mark is never closed',
	'undecodable-bytes': 'Bytes that mean nothing in this encoding',
	'quote-stray': 'A quotation mark stands where none belongs',
	'row-total': 'A row of totals, not an order',
	'row-repeated-header': 'The header once more',
	'row-separator': 'A drawn line',
	'row-note': 'A note, not an order',
	'row-after-table': 'After the end of the table',
	'repaired-quote': 'Repaired: a quotation mark taken for a plain character',
	'repaired-extra-delimiter': 'Repaired: a delimiter too many',
	'repaired-missing-delimiter': 'Repaired: a delimiter was missing',
	'repaired-other-delimiter': 'Repaired: cut by another delimiter',
	'repaired-short': 'Repaired: empty cells added at the end'
} as const;
export default issues;
