import {
	FINDINGS_PIECE,
	WHOLE_METHOD,
	type AskedItem,
	type AskedPiece
} from '#lib/core/dataset/report-layout.ts';
import { markAt, marksOf, type Mark } from './marks.ts';
import { ownText } from './own-text.ts';
import type { Block, Chapter, Item, Remark, Section } from './types.ts';
import type { Voice } from './voice.ts';

/** The items of a report that says nothing of its own: what was found, then a chapter for each of `sections` sections. */
export function plainItems(sections: number): AskedItem[] {
	const whole = Array.from({ length: sections }, (_, section): AskedItem => ({
		...{ kind: 'piece', section, piece: WHOLE_METHOD, caption: '', remarks: [] }
	}));
	return [{ kind: 'summary' }, ...whole];
}

/** What of section `index` a report shows: whether its sentences, and which of its blocks. */
export function shownOf(
	items: readonly AskedItem[],
	index: number
): { readonly says: boolean; readonly shows: (block: Block) => boolean } {
	const pieces = new Set(
		items.flatMap((item) => (item.kind === 'piece' && item.section === index ? [item.piece] : []))
	);
	const whole = pieces.has(WHOLE_METHOD);
	return {
		says: whole || pieces.has(FINDINGS_PIECE) || items.some(({ kind }) => kind === 'summary'),
		shows: ({ id }) => whole || pieces.has(id)
	};
}

/** Items as chapters: a heading begins one, and so does a whole method. */
export function chaptersOf(
	items: readonly AskedItem[],
	sections: readonly Section[],
	voice: Voice
): Chapter[] {
	const chapters: { title: string; items: Item[] }[] = [];
	const begin = (title: string) => {
		const chapter = { title, items: [] as Item[] };
		chapters.push(chapter);
		return chapter.items;
	};
	/** The chapter that goes on; without any, one under no heading. */
	const open = () => chapters.at(-1)?.items ?? begin('');
	for (const [at, item] of items.entries()) {
		const key = String(at);
		switch (item.kind) {
			case 'heading':
				begin(item.text.trim() || (item.word === null ? '' : voice.words.headings[item.word]()));
				break;
			case 'text':
				open().push({ key, kind: 'text', text: ownText(item.text) });
				break;
			case 'summary':
				// Once is enough, and its heading is a place to link to.
				if (!chapters.some(({ items: own }) => own.some(({ kind }) => kind === 'summary')))
					open().push({ ...item, key });
				break;
			case 'piece': {
				const section = sections[item.section];
				if (section === undefined) break;
				const into = item.piece === WHOLE_METHOD ? begin(section.title || section.method) : open();
				into.push(...pieceItems(item, section, key));
			}
		}
	}
	return chapters
		.filter((chapter) => chapter.title !== '' || chapter.items.length > 0)
		.map((chapter, i) => ({ id: `chapter-${i + 1}`, ...chapter, sections: sectionsIn(chapter.items) }));
}

function pieceItems(item: AskedPiece, section: Section, key: string): Item[] {
	const findings: Item = { key, kind: 'findings', section };
	if (item.piece === FINDINGS_PIECE) return [findings];
	const whole = item.piece === WHOLE_METHOD;
	const blocks = section.blocks.filter(({ id }) => whole || id === item.piece);
	const pieces = blocks.map((block, i): Item => {
		// Of a piece that is several tables the first has what is said of it.
		const bare = whole || i > 0;
		return {
			key: `${key} ${block.id}`,
			kind: 'piece',
			section,
			block,
			caption: bare ? '' : item.caption.trim(),
			remarks: bare ? [] : remarksOn(item, section.method, block)
		};
	});
	return whole ? [findings, ...pieces] : pieces;
}

/** Remarks with the marks they are about: a mark that is not there any more leaves its remark to the whole. */
function remarksOn({ remarks }: AskedPiece, method: string, block: Block): Remark[] {
	const marks = marksOf(method, block);
	return remarks.flatMap(({ at, text }): Remark[] => {
		const mark = markAt(marks, at);
		if (text.trim() === '' || givesAway(mark, marks.lacks, text)) return [];
		return [{ at: mark?.label ?? '', place: mark?.place ?? null, text: text.trim() }];
	});
}

/** A number beside a hidden one may be the hidden one; `lacks`: whether the mark may be gone for that reason. */
const givesAway = (mark: Mark | null, lacks: boolean | undefined, text: string): boolean =>
	(mark === null ? lacks === true : mark.hidden) && /\p{Nd}/u.test(text);

/** Items without the remarks that would give a hidden number away: for files that hold the items themselves. */
export function toldItems(items: readonly AskedItem[], sections: readonly Section[]): AskedItem[] {
	return items.map((item) => {
		if (item.kind !== 'piece') return item;
		const section = sections[item.section];
		const marks = (section?.blocks ?? [])
			.filter(({ id }) => id === item.piece)
			.map((block) => marksOf(section?.method ?? '', block));
		// A piece that went with its numbers has no marks to ask.
		const isGone = marks.length === 0 && section !== undefined && section.notice !== '';
		const told = ({ at, text }: { at: string; text: string }) =>
			!(isGone && givesAway(null, true, text)) &&
			!marks.some((own) => givesAway(markAt(own, at), own.lacks, text));
		return { ...item, remarks: item.remarks.filter(told) };
	});
}

function sectionsIn(items: readonly Item[]): Section[] {
	return [...new Set(items.flatMap((item) => ('section' in item ? [item.section] : [])))];
}
