import { labelled } from '#lib/i18n/labelled.ts';
import type {
	Chapter,
	DefinitionModel,
	Finding,
	Item,
	OwnText,
	ReportModel,
	Section
} from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { colours, hex } from '../palette.ts';
import { BODY, heightOf, numbered, paged, TILES } from './fit.ts';
import { markedBlock } from './marked-block.ts';
import { pieceSlides, type BareSlide, type Piece } from './piece-slides.ts';
import type { Paragraph, Run, Slide } from './types.ts';

const ink2 = hex(colours.ink2);

/** A chapter as slides, in its order: sentences with their headline figures, then one or more slides for each piece. */
export function chapterSlides(
	chapter: Chapter,
	number: number | null,
	model: ReportModel,
	voice: Voice,
	scale: number
): Slide[] {
	const above = number === null ? '' : `${number}  ${chapter.title}`;
	const heading = number === null ? model.title : chapter.title;
	const slides: Slide[] = [];
	const told = new Set<Section>();
	const add = (bare: readonly BareSlide[], notes: readonly string[]) =>
		void slides.push(...bare.map((slide) => ({ ...slide, above, notes })));
	for (const [i, item] of chapter.items.entries()) {
		switch (item.kind) {
			case 'text':
				add(wordSlides(item.text.flatMap(ownParagraphs), heading), []);
				break;
			case 'summary':
				add(wordSlides(model.sections.flatMap(summaryOf), voice.words.findings()), model.notes);
				break;
			default: {
				const { section } = item;
				const notes = sectionNotes(section, model.definitions, voice);
				const small = smallPieces(chapter.items, i);
				// Figures and texts that follow a small piece stand on its slide.
				if (item.kind === 'findings' || small[0] === item) {
					add(leadSlides(section, item.kind === 'findings', small, told.has(section)), notes);
				} else if (!told.has(section) && (section.warnings.length > 0 || section.notice !== '')) {
					add(leadSlides(section, false, [], false), notes);
				}
				told.add(section);
				if (item.kind === 'piece') add(pieceSlides(item, voice, scale), notes);
			}
		}
	}
	return slides;
}

/** The figures and texts of an analysis from an item on, up to its next picture or table. */
function smallPieces(items: readonly Item[], from: number): Piece[] {
	const first = items[from];
	const found: Piece[] = [];
	if (first === undefined || !('section' in first)) return found;
	const isSmall = (item: Item | undefined): item is Piece =>
		item?.kind === 'piece' &&
		item.section === first.section &&
		(item.block.kind === 'tiles' || item.block.kind === 'text');
	// One behind another such piece, or behind its sentences, has its place already.
	const before = items[from - 1];
	const goesOn = isSmall(before) || (before?.kind === 'findings' && before.section === first.section);
	if (first.kind === 'piece' && (!isSmall(first) || goesOn)) return found;
	for (let at = first.kind === 'piece' ? from : from + 1; isSmall(items[at]); at++) {
		found.push(items[at] as Piece);
	}
	return found;
}

/** The first slide of an analysis: a sentence, headline figures, further sentences, and what must be known of it. */
function leadSlides(
	{ title, findings, warnings, notice, purpose, frame }: Section,
	withFindings: boolean,
	pieces: readonly Piece[],
	told: boolean
): BareSlide[] {
	const [first, ...others] = withFindings ? findings : [];
	const small = (text: string): Paragraph => ({ runs: [{ text }], size: 12 });
	const words: Paragraph[] = [
		...(first === undefined || first.strong === '' || first.rest === ''
			? []
			: [{ runs: [{ text: first.rest }], size: 16 }]),
		...others.map((finding) => ({ runs: sentence(finding), size: 16, bullet: true })),
		...pieces.flatMap(({ block, caption, remarks }) => [
			...(block.kind === 'text' ? [small(block.text)] : []),
			...(caption === '' ? [] : [small(caption)]),
			...remarks.map(({ at, text }, i) => small([String(i + 1), at, text].filter(Boolean).join('  ')))
		]),
		...(told ? [] : [...warnings, ...(notice === '' ? [] : [notice])]).map((text) => ({
			runs: [{ text, color: hex(colours.warn) }],
			size: 12
		})),
		{
			runs: [{ text: [withFindings ? purpose : '', frame].filter(Boolean).join('\n'), color: ink2 }],
			size: 11
		}
	];
	const tiles = pieces.flatMap(({ block, remarks }) => {
		const marked = markedBlock(block, remarks);
		return marked.kind === 'tiles' ? [...marked.tiles] : [];
	});
	const rows = Math.ceil(tiles.length / TILES.across);
	const room = BODY.height - rows * (TILES.height + TILES.gap);
	const heights = words.map((paragraph) => heightOf(paragraph, BODY.width));
	const own = first === undefined ? title : first.strong || first.rest;
	return paged(words, heights, Math.max(room, 1)).map((paragraphs, page, all): BareSlide => ({
		title: numbered(own, page, all.length),
		body: [
			...(page === 0 && tiles.length > 0 ? [{ kind: 'tiles' as const, tiles }] : []),
			{ kind: 'words', paragraphs }
		]
	}));
}

function sentence({ strong, rest }: Finding): Run[] {
	return [
		...(strong === '' ? [] : [{ text: rest === '' ? strong : `${strong} `, bold: true }]),
		...(rest === '' ? [] : [{ text: rest }])
	];
}

function summaryOf({ findings, title }: Section): Paragraph[] {
	return findings.map((finding) => ({
		runs: [...sentence(finding), { text: `  ${title}`, color: ink2 }],
		size: 15,
		bullet: true
	}));
}

function ownParagraphs(text: OwnText): Paragraph[] {
	if (text.kind === 'paragraph') return [{ runs: [{ text: text.text }], size: 16 }];
	return text.entries.map((entry, i) =>
		text.numbered
			? { runs: [{ text: `${i + 1}.  ${entry}` }], size: 16 }
			: { runs: [{ text: entry }], size: 16, bullet: true }
	);
}

/** Paragraphs on as many slides as they need. */
export function wordSlides(paragraphs: readonly Paragraph[], title: string): BareSlide[] {
	const heights = paragraphs.map((paragraph) => heightOf(paragraph, BODY.width));
	const pages = paged(paragraphs, heights, BODY.height);
	return pages.map((page, i) => ({
		title: numbered(title, i, pages.length),
		body: [{ kind: 'words', paragraphs: page }]
	}));
}

/** What a speaker is asked: how is this computed, with which parameters, from what? */
function sectionNotes(
	{ title, method, purpose, frame, parameters, provenance, warnings }: Section,
	definitions: readonly DefinitionModel[],
	{ words, locale }: Voice
): string[] {
	const definition = definitions.find(({ id }) => id === `definition-${method}`);
	return [
		definition === undefined ? title : `${definition.name} (${definition.version})`,
		purpose,
		...(definition?.formulas.map(({ label, value }) => labelled(label, value, locale)) ?? []),
		frame,
		...(parameters.length === 0 ? [] : [words.parameters()]),
		...parameters.map(({ label, value }) => labelled(label, value, locale)),
		...warnings,
		labelled(words.hash(), provenance, locale)
	].filter((line) => line !== '');
}
