/** English: words that every chart shares. */
const charts = {
	explain: 'How is this computed?',
	table: 'Table',
	chart: 'Chart',
	png: 'PNG',
	svg: 'SVG',
	csv: 'CSV',
	copyTable: 'Copy table',
	copyPicture: 'Copy picture',
	toReport: 'Add to report',
	inReport: 'Added to the report: {title}',
	sentences: 'findings in sentences',
	keyFigures: 'key figures',
	copied: 'Copied.',
	exportFailed: 'That did not work: the picture could not be made, or this browser does not allow copying.',
	actions: 'Chart actions: {title}',
	seeCustomers: 'See the customers',
	incomplete: 'Period not complete',
	interval: '95% interval',
	noRows: 'No rows.',
	low: 'Low',
	high: 'High',
	emptyCell: 'No customers',
	footer: '{dataset} · as of {day}',
	keyboardGrid: 'Arrow keys move between cells; Enter shows the customers.',
	keyboardMarks: 'Arrow keys move between marks; Enter shows the customers.'
} as const;
export default charts;
