/** English: how a report was made, as its last section says. */
const made = {
	hashes: 'Hashes',
	title: 'How this was made',
	fingerprint: 'Source file (SHA-256)',
	file: 'File',
	size: 'Size',
	bytes: '{n|count} bytes',
	encoding: 'Encoding',
	delimiter: 'Delimiter',
	member: 'File in the archive',
	container: 'Kind of file',
	sheet: 'Sheet',
	columns: 'Columns',
	statuses: 'Cancelled by status',
	choices: 'Row choices',
	duplicatesDrop: 'duplicates dropped',
	duplicatesKeep: 'duplicates kept',
	cancelledExclude: 'cancelled orders left out',
	cancelledKeep: 'cancelled orders kept',
	zeroExclude: 'amounts of zero left out',
	zeroKeep: 'amounts of zero kept',
	noCustomerAside: 'rows without a customer set aside',
	noCustomerWalkIn: 'rows without a customer gathered under one',
	currency: 'Currency',
	currencyUnknown: 'not stated',
	app: 'Made with',
	report: 'Report',
	method: '{name} (version {version})',
	explain:
		"A provenance hash is the SHA-256 of the source file, the import recipe, the method's version, its parameters and its frame. The same file and choices give the same hash and the same numbers.",
	roles: {
		customer: 'customer',
		'customer-name': 'customer name',
		order: 'order id',
		date: 'date',
		amount: 'amount',
		cost: 'cost',
		profit: 'profit',
		quantity: 'quantity',
		price: 'unit price',
		status: 'status',
		product: 'product',
		attribute: 'attribute',
		ignore: 'not used'
	}
} as const;

export default made;
