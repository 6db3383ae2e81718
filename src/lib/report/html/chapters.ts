import type { Chapter, Finding, Item, Labelled, OwnText, Section } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { blockMarkup } from './blocks.ts';
import { markup, type Markup } from './markup.ts';
import { idIn, inEach, of, words, type Tongue, type Tongues } from './tongues.ts';
import { unbroken } from './unbroken.ts';

/** A chapter: its heading with its number, its items in each language, and what its analyses were computed with. */
export function chapterMarkup(at: number, number: number | null, tongues: Tongues): Markup {
	const [first] = tongues;
	const chapterIn = ({ model }: Tongue) => model.chapters[at];
	const chapter = chapterIn(first);
	if (chapter === undefined) return markup``;
	const title = words(tongues, (tongue) => chapterIn(tongue)?.title ?? chapter.title);
	const heading = number === null ? null : markup`<h2><span class="number">${number}</span>${title}</h2>\n`;
	const said = new Set<string>();
	const items = pairedItems(tongues, at).map((pair) => {
		// Own words are in the language that they were typed in.
		const [one] = pair;
		if (one?.item.kind === 'text') return itemMarkup(one.item, one.tongue, tongues, said);
		if (tongues.length === 1)
			return markup`${pair.map(({ item, tongue }) => itemMarkup(item, tongue, tongues, said))}`;
		return markup`${pair.map(({ item, tongue }) =>
			of(tongue.voice.locale, itemMarkup(item, tongue, tongues, said))
		)}`;
	});
	const sources = inEach(tongues, (tongue) => {
		const own = chapterIn(tongue);
		return markup`${(own?.sections ?? []).map((section) => sourceMarkup(section, own ?? chapter, tongue.voice))}`;
	});
	return markup`<section class="${number === null ? 'opening' : 'chapter'}" id="${chapter.id}">
${heading}${items}${sources}</section>
`;
}

interface ItemIn {
	readonly item: Item;
	readonly tongue: Tongue;
}

/** The items of a chapter, each with itself in the other languages; what one language leaves out, another may not. */
function pairedItems(tongues: Tongues, at: number): ItemIn[][] {
	const pairs = new Map<string, ItemIn[]>();
	for (const tongue of tongues) {
		for (const item of tongue.model.chapters[at]?.items ?? []) {
			const pair = pairs.get(item.key);
			if (pair === undefined) pairs.set(item.key, [{ item, tongue }]);
			else pair.push({ item, tongue });
		}
	}
	return [...pairs.values()];
}

function itemMarkup(item: Item, tongue: Tongue, tongues: Tongues, said: Set<string>): Markup {
	/** What the reader must know of an analysis stands with the first that is shown of it. */
	const notice = (section: Section): Markup => {
		const key = `${tongue.voice.locale} ${section.id}`;
		if (said.has(key)) return markup``;
		said.add(key);
		return noticeMarkup(section);
	};
	switch (item.kind) {
		case 'text':
			return markup`<div class="own">${item.text.map(ownMarkup)}</div>\n`;
		case 'summary':
			return summaryMarkup(tongue, tongues);
		case 'findings':
			return markup`${findingsMarkup(item.section)}${notice(item.section)}`;
		case 'piece':
			return markup`${notice(item.section)}${blockMarkup(item.block, tongue.voice, item)}`;
	}
}

function ownMarkup(text: OwnText): Markup {
	if (text.kind === 'paragraph') return markup`<p>${text.text}</p>`;
	const entries = text.entries.map((entry) => markup`<li>${entry}</li>`);
	return text.numbered ? markup`<ol>${entries}</ol>` : markup`<ul>${entries}</ul>`;
}

/** Every finding with the way to where its numbers are. */
function summaryMarkup(tongue: Tongue, tongues: Tongues): Markup {
	const { sections, chapters } = tongue.model;
	const findings = sections.flatMap((section) => {
		const chapter = chapters.find((one) => one.title !== '' && one.sections.includes(section));
		const link = chapter === undefined ? null : markup` <a href="#${chapter.id}">${chapter.title}</a>`;
		return section.findings.map((finding) => markup`<li>${sentence(finding)}${link}</li>\n`);
	});
	if (findings.length === 0) return markup``;
	const id = idIn(tongues, tongue, 'findings');
	return markup`<section class="summary" aria-labelledby="${id}"><h2 id="${id}">${tongue.voice.words.findings()}</h2>
<ol>${findings}</ol></section>`;
}

function findingsMarkup({ findings, purpose, frame }: Section): Markup {
	const sentences = findings.map(
		(finding, i) => markup`<p class="${i === 0 ? 'lead' : 'lead next'}">${sentence(finding)}</p>\n`
	);
	return markup`${sentences}<p class="frame">${purpose === '' ? null : markup`${purpose}<br>`}${frame}</p>\n`;
}

function noticeMarkup({ warnings, notice }: Section): Markup {
	const entries = warnings.map((text) => markup`<li>${unbroken(text)}</li>`);
	const list = entries.length === 0 ? null : markup`<ul class="warnings">${entries}</ul>\n`;
	return markup`${list}${notice === '' ? null : markup`<p class="note">${notice}</p>\n`}`;
}

/** Parameters and hash; also of when and whom, where no sentence of the chapter says so. */
function sourceMarkup(section: Section, { items, sections }: Chapter, { words: own }: Voice): Markup {
	const framed = items.some((item: Item) => item.kind === 'findings' && item.section === section);
	const hash = markup`<div><dt>${own.hash()}</dt><dd class="hash">${section.provenance}</dd></div>`;
	const name = sections.length > 1 ? markup`<h4>${section.title}</h4>` : null;
	const frame = framed ? null : markup`<p class="frame">${section.frame}</p>`;
	return markup`${name}${frame}<dl class="parameters">${section.parameters.map(pair)}${hash}</dl>\n`;
}

function sentence({ strong, rest }: Finding): Markup {
	if (strong === '') return unbroken(rest);
	return markup`<b>${unbroken(strong)}</b>${rest === '' ? null : markup` ${unbroken(rest)}`}`;
}

/** A term and what it is. */
export function pair({ label, value }: Labelled): Markup {
	return markup`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}
