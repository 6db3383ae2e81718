/** English: the words of files that leave the app, but for the report's own. */
const sharing = {
	lock: {
		title: 'Protected report',
		text: 'This file is encrypted. It is decrypted in this browser; nothing is sent anywhere.',
		passphrase: 'Passphrase',
		open: 'Open the report',
		waiting:
			'A script in this file opens it. If this sentence stays, scripts are turned off here or the file has been changed.',
		opening: 'Opening…',
		failed: 'It does not open: the passphrase is another one, or the file has been changed.',
		unsupported: 'This browser offers no decryption for this page. Open the file in a current browser.'
	},
	workbook: {
		summary: 'Summary',
		sheets: 'Sheets',
		keyFigures: 'Key figures',
		parameters: 'Parameters',
		glossary: 'Glossary',
		section: 'Section',
		parameter: 'Parameter',
		term: 'Term',
		meaning: 'Meaning',
		purpose: 'What it answers',
		part: '{title}: {measure}'
	},
	slides: { cut: 'The first {shown|count} of {all|count} rows; the workbook has them all.' },
	redaction: {
		group: 'Group {n}',
		note: 'Groups of fewer than {k} are hidden ({sign}), and others with them where sums would give them away. Sentences, figures and pictures that could tell are left out.',
		dropped: 'A table is left out here: it could not be shown without giving a small group away.'
	}
} as const;
export default sharing;
