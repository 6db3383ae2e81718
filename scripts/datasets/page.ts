import { messagesFor } from '../../src/lib/i18n/messages.ts';
import entities from '../../src/lib/i18n/en/entities.ts';
import type { Correction } from './corrections.ts';
import type { ReadDataset } from './read-dataset.ts';

const count = (n: number): string => n.toLocaleString('en');
const cell = (text: string): string => text.replaceAll('|', '\\|');
const line = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** The lines of the page about one file: what became of its rows, and what its columns are. */
export function linesOf(
	read: ReadDataset,
	differences: readonly string[]
): { rows: string; columns: string } {
	const { source, kept, merged, aside, rejected } = read.facts.rows;
	return {
		rows: line(
			`\`${read.path}\``,
			entities.kinds[read.entity],
			...[source, kept, merged, aside, rejected].map(count),
			moneyOf(read),
			read.corrections.length === 0 ? 'none' : read.corrections.map(correctionText).join('; '),
			differences.length === 0 ? `equal, ${figuresOf(read)} figures` : `**${differences.join('; ')}**`
		),
		columns: line(
			`\`${read.path}\``,
			read.columns.map(({ header, means }) => `\`${header}\` ${means}`).join(', ')
		)
	};
}

/** Rows, and of each column its one or two figures. */
const figuresOf = ({ facts }: ReadDataset): number =>
	Object.keys(facts.rows).length +
	Object.values(facts.columns).reduce((sum, column) => sum + Object.keys(column).length, 0);

function moneyOf({ entity, facts }: ReadDataset): string {
	const sums = Object.entries(facts.columns).flatMap(([header, column]) =>
		'money' in column ? [[header, column.money] as const] : []
	);
	if (entity === 'order') return sums.find(([header]) => header === '(amount kept)')?.[1] ?? '';
	return sums.map(([header, sum]) => `${header} ${sum}`).join(', ');
}

function correctionText(correction: Correction): string {
	const { importing } = messagesFor('en');
	const what =
		correction.kind === 'baskets'
			? importing.baskets()
			: `${entities.isALabel}: ${entities.kinds[correction.entity]}`;
	return `“${what}” (${correction.why})`;
}

/** The page of all files. */
export function datasetsPage(lines: readonly { readonly rows: string; readonly columns: string }[]): string {
	return [
		'# Data sets',
		'',
		'What the import makes of every real file that it is tried on. Written by `npm run datasets`, which reads each file of the',
		'folder that `CLIENTELE_DATA` names with the code of the application: by itself first, and then with the corrections',
		'named here, as a person would make them in the review. What a file is about and what its columns mean is declared by',
		'hand in `test/oracle/make/dataset-columns.json`; rows, sums, days, and numbers of different values are reckoned by',
		'Python’s csv, decimal and openpyxl in `test/oracle/make/datasets.py`. Money and counts must be equal, sums of',
		'fractions to a billionth; `test/import/datasets.test.ts` holds it. The sets themselves are not part of the project.',
		'',
		'## Rows and money',
		'',
		'Source = kept + merged + set aside + rejected. Money is that of the rows kept, in the units of the file.',
		'',
		line(
			'File',
			'Read as',
			'Rows',
			'Kept',
			'Merged',
			'Set aside',
			'Rejected',
			'Money',
			'Corrections',
			'Against Python'
		),
		'| --- | --- | --: | --: | --: | --: | --: | --- | --- | --- |',
		...lines.map(({ rows }) => rows),
		'',
		'Set aside are rows without a customer, orders that were cancelled, refunded or lost, amounts of nought, and the open',
		'deals of `crm-sales`, which have no day yet on which they were closed. One move of `personio/mrr.csv` is rejected, for it',
		'names no company. A line of `groceries` is one basket, so its rows are items.',
		'',
		'## Columns',
		'',
		'What each column means and, in tables, how it is read; `ignore` is left out.',
		'',
		line('File', 'Columns'),
		'| --- | --- |',
		...lines.map(({ columns }) => columns),
		''
	].join('\n');
}

/**
 * A line of a page without the widths that its formatter gives to columns.
 *
 * @example
 * plainLine('| a   | b |') // => '| a | b |'
 */
export const plainLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/\\([_*])/g, '$1');
