import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { inStandardOrder, typesOfParts } from './mend-package.ts';

/** The one run that the library makes of the notes of a slide. */
const RUN = /<a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([^<]*)<\/a:t><\/a:r>/;

/**
 * A deck as the library writes it, mended: each line of the notes is a paragraph in its language (`en-US`, `zh-CN`), and
 * the workbooks of charts hold their zeros and a table that is where it says. Elements stand in the order of the standard, and
 * the package lists the parts that it has.
 */
export function mendDeck(file: Uint8Array, language: string): Uint8Array<ArrayBuffer> {
	// Folders are no parts.
	const parts = unzipSync(file, { filter: ({ name }) => !name.endsWith('/') });
	for (const [path, bytes] of Object.entries(parts)) {
		if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(path)) {
			parts[path] = edited(bytes, (xml) => xml.replace(RUN, (_, text: string) => paragraphs(text, language)));
		} else if (path.endsWith('.xlsx')) {
			parts[path] = mendWorkbook(bytes);
		} else if (path.endsWith('.xml')) {
			parts[path] = edited(bytes, (xml) => inStandardOrder(path, xml));
		}
	}
	const types = '[Content_Types].xml';
	if (parts[types] !== undefined)
		parts[types] = edited(parts[types], (xml) => typesOfParts(xml, Object.keys(parts)));
	return zipSync(parts);
}

function paragraphs(text: string, language: string): string {
	return text
		.split(/\r?\n/)
		.map((line) => `<a:r><a:rPr lang="${language}"/><a:t>${line}</a:t></a:r>`)
		.join('</a:p><a:p>');
}

function mendWorkbook(file: Uint8Array): Uint8Array<ArrayBuffer> {
	const parts = unzipSync(file);
	for (const [path, bytes] of Object.entries(parts)) {
		// Every value of a chart is a number: what is empty was a zero.
		if (path.startsWith('xl/worksheets/sheet'))
			parts[path] = edited(bytes, (xml) => xml.replaceAll('<v></v>', '<v>0</v>'));
		if (path.startsWith('xl/tables/'))
			parts[path] = edited(bytes, (xml) => xml.replace(/(ref="[^"']*)'"/, '$1"'));
	}
	return zipSync(parts);
}

function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array<ArrayBuffer> {
	return strToU8(change(strFromU8(bytes)));
}
