import type { DefinitionModel, ReportModel, TableModel } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { chapterMarkup, pair } from './chapters.ts';
import { markup, Markup } from './markup.ts';
import { styles } from './styles.ts';
import { tableMarkup } from './tables.ts';

/** What a report may load: nothing but its own style and pictures inside it. */
const policy =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A report model as one HTML document: no script, no address, readable offline and in print. */
export function reportDocument(model: ReportModel, voice: Voice): string {
	const opening = model.chapters.filter(({ title }) => title === '');
	const titled = model.chapters.filter(({ title }) => title !== '');
	// The policy is this file's own text, as the style is: not data, and its quotes must stay quotes.
	return markup`<!doctype html>
<html lang="${model.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Clientele">
<title>${model.title}</title>
<style>${new Markup(styles)}</style>
</head>
<body>
${coverMarkup(model, voice)}
<main>
${opening.map((chapter) => chapterMarkup(chapter, null, model, voice))}
${contentsMarkup(model, voice)}
${titled.map((chapter, i) => chapterMarkup(chapter, i + 1, model, voice))}
${definitionsMarkup(model, voice)}
${totalsMarkup(model, voice)}
${madeMarkup(model, voice)}
</main>
<footer><p>${model.footer}</p></footer>
</body>
</html>
`.text;
}

function coverMarkup({ title, preparedFor, facts, notes }: ReportModel, { words, messages }: Voice): Markup {
	const paragraphs = notes.map((text) => markup`<p>${text}</p>`);
	return markup`<header class="cover">
<p class="brand"><span aria-hidden="true">C</span>${messages.common.appName()} · ${words.label()}</p>
<h1>${title}</h1>
${preparedFor === '' ? null : markup`<p class="for">${words.preparedFor({ name: preparedFor })}</p>`}
<dl class="facts">${facts.map(pair)}</dl>
${notes.length === 0 ? null : markup`<section class="notes" aria-label="${words.notes()}">${paragraphs}</section>`}
</header>`;
}

function contentsMarkup({ chapters }: ReportModel, { words }: Voice): Markup {
	const entries = [
		...chapters.filter(({ title }) => title !== ''),
		{ id: 'definitions', title: words.definitions() },
		{ id: 'control-totals', title: words.controlTotals() },
		{ id: 'provenance', title: words.provenance() }
	];
	return markup`<nav aria-labelledby="contents"><h2 id="contents">${words.contents()}</h2>
<ol>${entries.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>`;
}

function definitionsMarkup({ definitions }: ReportModel, voice: Voice): Markup {
	return markup`<section class="chapter" id="definitions"><h2>${voice.words.definitions()}</h2>
${definitions.map((definition) => definitionMarkup(definition, voice))}</section>`;
}

function definitionMarkup(definition: DefinitionModel, { words: { method } }: Voice): Markup {
	const list = (title: string, entries: readonly Markup[]) =>
		entries.length === 0
			? null
			: markup`<h4>${title}</h4><ul>${entries.map((entry) => markup`<li>${entry}</li>`)}</ul>`;
	const sources = definition.sources.map(({ title, url }) =>
		url === null ? markup`${title}` : markup`${title} <span class="url">${url}</span>`
	);
	return markup`<article class="card definition" id="${definition.id}"><h3>${definition.name} <span class="version">${definition.version}</span></h3>
<p>${definition.purpose}</p>
<dl>${definition.formulas.map(pair)}</dl>
${list(
	method.assumptions(),
	definition.assumptions.map((text) => markup`${text}`)
)}${list(method.sources(), sources)}</article>
`;
}

function totalsMarkup({ totals }: ReportModel, { words }: Voice): Markup {
	return markup`<section class="chapter" id="control-totals"><h2>${words.controlTotals()}</h2>
<p class="lead${totals.sound ? '' : ' broken'}"><b>${totals.lead}</b></p>
${totals.tables.map(captioned)}
<p class="note">${totals.remarks}</p></section>`;
}

function madeMarkup({ made }: ReportModel, { words }: Voice): Markup {
	return markup`<section class="chapter" id="provenance"><h2>${words.provenance()}</h2>
${captioned(made.table)}${captioned(made.hashes)}<p class="note">${made.explain}</p></section>`;
}

/** A table under its caption, where no chart or finding gives it a title. */
function captioned(table: TableModel): Markup {
	return markup`<figure class="card text"><figcaption><h3>${table.caption}</h3></figcaption>${tableMarkup(table)}</figure>\n`;
}
