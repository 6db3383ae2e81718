import type { Chapter, Finding, Item, Labelled, OwnText, ReportModel, Section } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { blockMarkup } from './blocks.ts';
import { markup, type Markup } from './markup.ts';

/** A chapter: its heading with its number, its items, and what its analyses were computed with. */
export function chapterMarkup(
	chapter: Chapter,
	number: number | null,
	model: ReportModel,
	voice: Voice
): Markup {
	const heading =
		number === null ? null : markup`<h2><span class="number">${number}</span>${chapter.title}</h2>\n`;
	const said = new Set<Section>();
	/** What the reader must know of an analysis stands before the first that is shown of it. */
	const withRemarks = (section: Section, inside: Markup): Markup => {
		if (said.has(section)) return inside;
		said.add(section);
		return markup`${inside}${noticeMarkup(section)}`;
	};
	const items = chapter.items.map((item): Markup => {
		switch (item.kind) {
			case 'text':
				return markup`<div class="own">${item.text.map(ownMarkup)}</div>\n`;
			case 'summary':
				return summaryMarkup(model, voice);
			case 'findings':
				return withRemarks(item.section, findingsMarkup(item.section));
			case 'piece':
				return markup`${withRemarks(item.section, markup``)}${blockMarkup(item.block, voice, item)}`;
		}
	});
	const sources = chapter.sections.map((section) => sourceMarkup(section, chapter, voice));
	return markup`<section class="${number === null ? 'opening' : 'chapter'}" id="${chapter.id}">
${heading}${items}${sources}</section>
`;
}

function ownMarkup(text: OwnText): Markup {
	if (text.kind === 'paragraph') return markup`<p>${text.text}</p>`;
	const entries = text.entries.map((entry) => markup`<li>${entry}</li>`);
	return text.numbered ? markup`<ol>${entries}</ol>` : markup`<ul>${entries}</ul>`;
}

/** Every finding with the way to where its numbers are. */
function summaryMarkup({ sections, chapters }: ReportModel, { words }: Voice): Markup {
	const findings = sections.flatMap((section) => {
		const chapter = chapters.find((one) => one.title !== '' && one.sections.includes(section));
		const link = chapter === undefined ? null : markup` <a href="#${chapter.id}">${chapter.title}</a>`;
		return section.findings.map((finding) => markup`<li>${sentence(finding)}${link}</li>\n`);
	});
	if (findings.length === 0) return markup``;
	return markup`<section class="summary" aria-labelledby="findings"><h2 id="findings">${words.findings()}</h2>
<ol>${findings}</ol></section>`;
}

function findingsMarkup({ findings, purpose, frame }: Section): Markup {
	const sentences = findings.map(
		(finding, i) => markup`<p class="${i === 0 ? 'lead' : 'lead next'}">${sentence(finding)}</p>\n`
	);
	return markup`${sentences}<p class="frame">${purpose === '' ? null : markup`${purpose}<br>`}${frame}</p>\n`;
}

function noticeMarkup({ warnings, notice }: Section): Markup {
	const entries = warnings.map((text) => markup`<li>${text}</li>`);
	const list = entries.length === 0 ? null : markup`<ul class="warnings">${entries}</ul>\n`;
	return markup`${list}${notice === '' ? null : markup`<p class="note">${notice}</p>\n`}`;
}

/** Parameters and hash; also of when and whom, where no sentence of the chapter says so. */
function sourceMarkup(section: Section, { items, sections }: Chapter, { words }: Voice): Markup {
	const framed = items.some((item: Item) => item.kind === 'findings' && item.section === section);
	const hash = markup`<div><dt>${words.hash()}</dt><dd class="hash">${section.provenance}</dd></div>`;
	const name = sections.length > 1 ? markup`<h4>${section.title}</h4>` : null;
	const frame = framed ? null : markup`<p class="frame">${section.frame}</p>`;
	return markup`${name}${frame}<dl class="parameters">${section.parameters.map(pair)}${hash}</dl>\n`;
}

function sentence({ strong, rest }: Finding): Markup {
	if (strong === '') return markup`${rest}`;
	return markup`<b>${strong}</b>${rest === '' ? null : markup` ${rest}`}`;
}

/** A term and what it is. */
export function pair({ label, value }: Labelled): Markup {
	return markup`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}
