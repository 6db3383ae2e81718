import type { Item, Remark, TableModel } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { colours, hex } from '../palette.ts';
import { barsChart, columnsChart, curveChart, type ChartFrame } from './charts.ts';
import { BODY, heightOf, NOTE, numbered } from './fit.ts';
import { markedBlock } from './marked-block.ts';
import { matrixSlide, tableSlides, triangleSlides } from './tables.ts';
import type { Paragraph, Slide, SlideBody, SlideWords } from './types.ts';

/** A slide without what all slides of a chapter have in common. */
export type BareSlide = Pick<Slide, 'title' | 'body'>;

export type Piece = Extract<Item, { readonly kind: 'piece' }>;

/** Nobody shows more slides of one table: it is cut there, and says so. */
const MOST_PAGES = 3;

/** A picture or a table as slides, with its caption below and its remarks by number; figures and texts have none. */
export function pieceSlides(
	{ block: bare, caption, remarks }: Piece,
	voice: Voice,
	scale: number
): BareSlide[] {
	const block = markedBlock(bare, remarks);
	if (block.kind === 'tiles' || block.kind === 'text') return [];
	// The finding is the title where there is one: a slide says something.
	const title = block.finding === '' ? block.title : block.finding;
	const note = (...more: readonly (string | null | undefined)[]) => joined(block.title, ...more, caption);
	const frame: ChartFrame = {
		alt: voice.words.chart({ title: block.title, finding: block.finding }),
		note: note(block.kind === 'figure' ? block.note : null),
		scale,
		cutMark: voice.words.incompleteMark()
	};
	const tableAndBars = (table: TableModel): SlideBody[] => {
		const bars = barsChart(table, frame);
		const all = tableSlides(table);
		const shown = all.slice(0, MOST_PAGES);
		const rows = shown.reduce((sum, { rows: of, heads }) => sum + of.length - heads, 0);
		const cut = voice.messages.sharing.slides.cut({ shown: rows, all: table.rows.length });
		const tables =
			shown.length === all.length ? all : shown.map((one) => ({ ...one, note: joined(one.note, cut) }));
		return bars === null ? tables : [bars, ...tables];
	};
	const bodies = ((): SlideBody[] => {
		switch (block.kind) {
			case 'figure':
				switch (block.picture.kind) {
					case 'columns':
						return [columnsChart(block.picture.model, frame)];
					case 'curve':
						return [curveChart(block.picture.model, block.title, frame)];
					default:
						// No chart of slides shows flows or areas: bars and numbers do.
						return tableAndBars({ ...block.table, note: note(block.note) });
				}
			case 'table':
				return tableAndBars({ ...block.table, note: note(block.table.note) });
			case 'matrix':
				return [matrixSlide({ ...block.matrix, scale: note(block.matrix.scale) })];
			case 'triangle':
				return block.triangles.flatMap((part) =>
					triangleSlides({ ...part, note: joined(part.fold ?? block.title, part.note, caption) })
				);
		}
	})();
	return withRemarks(
		bodies.map((body, i): BareSlide => ({ title: numbered(title, i, bodies.length), body: [body] })),
		remarks
	);
}

/** Below a table that leaves room, or a chart, which gives it; else on a slide of their own. */
function withRemarks(slides: readonly BareSlide[], remarks: readonly Remark[]): BareSlide[] {
	const last = slides.at(-1);
	if (remarks.length === 0 || last === undefined) return [...slides];
	const words: SlideWords = {
		kind: 'words',
		paragraphs: remarks.map(({ at, text }, i): Paragraph => ({
			runs: [
				{ text: `${i + 1}  `, color: hex(colours.ink2) },
				...(at === '' ? [] : [{ text: `${at}  `, bold: true }]),
				{ text }
			],
			size: 11
		}))
	};
	const at = leavesRoom(last, words)
		? slides.length - 1
		: Math.max(-1, ...slides.map(({ body }, i) => (hasChart(body) ? i : -1)));
	if (at === -1) return [...slides, { title: last.title, body: [words] }];
	return slides.map((slide, i) => (i === at ? { ...slide, body: [...slide.body, words] } : slide));
}

const hasChart = ([first]: readonly SlideBody[]): boolean => first?.kind === 'chart';

function leavesRoom({ body: [table] }: BareSlide, { paragraphs }: SlideWords): boolean {
	if (table?.kind !== 'table') return false;
	const heights = [...table.heights, ...paragraphs.map((paragraph) => heightOf(paragraph, BODY.width))];
	// The line below a table stands at the end of the slide.
	return heights.reduce((sum, height) => sum + height, 2 * NOTE) <= BODY.height;
}

function joined(...texts: readonly (string | null | undefined)[]): string {
	return texts.filter((text) => text !== null && text !== undefined && text !== '').join(' · ');
}
