import { paperParts } from '../model/paper-parts.ts';
import type { Block, Remark, TriangleModel } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { areasChart } from './areas-chart.ts';
import { columnChart } from './column-chart.ts';
import { curveChart } from './curve-chart.ts';
import { matrixMarkup, triangleMarkup } from './heat.ts';
import { flowChart } from './flow-chart.ts';
import { markup, type Markup } from './markup.ts';
import { numberMarks, numbersOf, type RemarkNumbers } from './remark-numbers.ts';
import { foldedMarkup, tableMarkup, twinMarkup } from './tables.ts';
import { unbroken } from './unbroken.ts';

/** A table of so few rows is not cut in two by the end of a sheet. */
const ROWS_TOGETHER = 16;

/** What is said of a piece besides itself. */
export interface PieceNotes {
	readonly caption: string;
	readonly remarks: readonly Remark[];
}

/** One piece of an analysis as HTML, with its caption below it and its remarks by number. */
export function blockMarkup(block: Block, voice: Voice, notes: PieceNotes): Markup {
	const inside = insideOf(block, voice, numbersOf(notes.remarks));
	const below = notesMarkup(notes);
	switch (block.kind) {
		case 'tiles':
			return markup`${inside}${below}`;
		case 'text':
			return markup`${inside}${below}`;
		default:
			return cardMarkup(block, voice, markup`${inside}${below}`, isShort(block));
	}
}

function insideOf(block: Block, voice: Voice, numbers: RemarkNumbers): Markup {
	switch (block.kind) {
		case 'tiles':
			return markup`<dl class="tiles">${block.tiles.map(
				({ label, value, note }, i) =>
					markup`<div><dt>${label}${numberMarks(numbers, i)}</dt><dd><b>${unbroken(value)}</b><span>${unbroken(note)}</span></dd></div>`
			)}</dl>`;
		case 'text':
			return markup`<p class="note">${unbroken(block.text)}</p>`;
		case 'figure': {
			const label = voice.words.chart({ title: block.title, finding: block.finding });
			const note = block.note === null ? null : markup`<p class="note">${unbroken(block.note)}</p>`;
			return markup`${picture(block, label, numbers)}${note}\n${twinMarkup(block.table, voice, numbers)}`;
		}
		case 'table':
			return markup`${paperParts(block.table).map((part) => tableMarkup(part, numbers))}`;
		case 'matrix':
			return matrixMarkup(block.matrix, numbers);
		case 'triangle':
			return markup`${block.triangles.map((_, part) => partMarkup(block.triangles, part, numbers))}`;
	}
}

function isShort(block: Block): boolean {
	return block.kind === 'table' && block.table.rows.length <= ROWS_TOGETHER;
}

function notesMarkup({ caption, remarks }: PieceNotes): Markup {
	const entries = remarks.map(
		({ at, text }) => markup`<li>${at === '' ? null : markup`<b>${at}</b> `}${text}</li>`
	);
	const list = entries.length === 0 ? null : markup`<ol class="remarks">${entries}</ol>`;
	return markup`${caption === '' ? null : markup`<p class="caption">${caption}</p>`}${list}`;
}

function cardMarkup(
	block: Exclude<Block, { kind: 'tiles' | 'text' }>,
	voice: Voice,
	inside: Markup,
	together: boolean
): Markup {
	const { title, finding } = block;
	const reading = 'reading' in block ? (block.reading ?? '') : '';
	const said = [finding, reading].filter((text) => text !== '').join(voice.locale === 'en' ? ' ' : '');
	const caption = markup`<figcaption><h3>${title}</h3>${said === '' ? null : markup`<p>${unbroken(said)}</p>`}</figcaption>`;
	return markup`<figure class="card${together ? ' together' : ''}">${caption}\n${inside}</figure>\n`;
}

function partMarkup(parts: readonly TriangleModel[], at: number, numbers: RemarkNumbers): Markup {
	const part = triangleMarkup(parts, at, numbers);
	const fold = parts[at]?.fold ?? null;
	return fold === null ? part : foldedMarkup(fold, part);
}

type Figure = Extract<Block, { kind: 'figure' }>;

/** What the marks of a picture say: the rows of its table. */
function tipsOf({ table: { columns, rows } }: Figure): string[] {
	return rows.map((row) =>
		row.map(({ text }, i) => (i === 0 ? text : `${columns[i]?.label ?? ''} ${text}`)).join(' · ')
	);
}

function picture(figure: Figure, label: string, numbers: RemarkNumbers): Markup {
	const { picture: of } = figure;
	switch (of.kind) {
		case 'areas':
			return areasChart(of.model, label, numbers);
		case 'columns':
			return columnChart(of.model, label, { tips: tipsOf(figure), numbers });
		case 'curve':
			return curveChart(of.model, label, { tips: tipsOf(figure), numbers });
		case 'flow':
			return flowChart(of.model, label, numbers);
	}
}
