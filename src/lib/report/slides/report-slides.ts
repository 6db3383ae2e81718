import type { DefinitionModel, ReportModel, TableModel } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { colours, hex } from '../palette.ts';
import { chapterSlides, wordSlides } from './chapter-slides.ts';
import { numbered } from './fit.ts';
import { tableSlides } from './tables.ts';
import type { Paragraph, Slide } from './types.ts';

/**
 * A report as slides: a cover, its chapters with a sentence as the title of each slide, control totals, provenance and a
 * glossary. `scale` is the decimal places of money, `organisation` whose report it is ('' for nobody's).
 */
export function reportSlides(model: ReportModel, voice: Voice, scale: number, organisation = ''): Slide[] {
	const { words, messages } = voice;
	const { chapters, definitions, totals, made } = model;
	const titled = chapters.filter(({ title }) => title !== '');
	return [
		cover(model, voice, organisation),
		...chapters.flatMap((chapter) => {
			const number = titled.indexOf(chapter) + 1;
			return chapterSlides(chapter, number === 0 ? null : number, model, voice, scale);
		}),
		...totals.tables.flatMap((table, i) =>
			tableOf(
				i === 0 ? { ...table, note: totals.remarks } : table,
				words.controlTotals(),
				i === 0 ? totals.lead : table.caption
			)
		),
		...tableOf({ ...made.table, note: made.explain }, words.provenance(), made.table.caption),
		...tableOf(made.hashes, words.provenance(), made.hashes.caption),
		...glossary(definitions, messages.sharing.workbook.glossary(), voice)
	];
}

function cover(
	{ title, preparedFor, facts, notes, footer }: ReportModel,
	{ words }: Voice,
	organisation: string
): Slide {
	const ink2 = hex(colours.ink2);
	return {
		cover: true,
		above: [organisation, words.label()].filter(Boolean).join(' · '),
		title,
		body: [
			{
				kind: 'words',
				paragraphs: [
					...(preparedFor === ''
						? []
						: [{ runs: [{ text: words.preparedFor({ name: preparedFor }) }], size: 18 }]),
					...facts.map(({ label, value }): Paragraph => ({
						runs: [
							{ text: `${label}  `, color: ink2 },
							{ text: value, bold: true }
						],
						size: 13
					}))
				]
			}
		],
		notes: [...notes, footer]
	};
}

/** Each method's words: what it answers, its formulas, what it assumes, and where it is from. */
function glossary(definitions: readonly DefinitionModel[], title: string, { words }: Voice): Slide[] {
	const list = (name: string, entries: readonly string[]): Paragraph[] =>
		entries.length === 0
			? []
			: [{ runs: [{ text: `${name}: `, bold: true }, { text: entries.join(' · ') }], size: 11 }];
	return definitions.flatMap(({ name, version, purpose, formulas, assumptions, sources }) => {
		const paragraphs: Paragraph[] = [
			{ runs: [{ text: purpose }], size: 13 },
			...formulas.map(({ label, value }) => ({
				runs: [{ text: `${label}  `, bold: true }, { text: value }],
				size: 12
			})),
			...list(words.method.assumptions(), assumptions),
			...list(
				words.method.sources(),
				sources.map(({ title: source, url }) => (url === null ? source : `${source} ${url}`))
			)
		];
		return wordSlides(paragraphs, `${name} (${version})`).map((slide) => ({
			...slide,
			above: title,
			notes: []
		}));
	});
}

function tableOf(table: TableModel, above: string, title: string): Slide[] {
	return tableSlides(table).map((body, i, all) => ({
		above,
		title: numbered(title, i, all.length),
		body: [body],
		notes: []
	}));
}
