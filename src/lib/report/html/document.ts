import type { ReportBrand } from '#lib/core/dataset/report-layout.ts';
import type { DefinitionModel, TableModel } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { base64OfHex } from '../base64.ts';
import { carryingMarkup } from '../snapshot/carried-snapshot.ts';
import { sha256Hex } from '../sha256.ts';
import { chapterMarkup, pair } from './chapters.ts';
import { markup, Markup } from './markup.ts';
import { readerScript } from './reader-script.ts';
import { stylesOf } from './styles.ts';
import { tableMarkup } from './tables.ts';
import { toolsMarkup } from './tools.ts';
import { idIn, inEach, words, type Tongue, type Tongues } from './tongues.ts';

/** What a page is besides what it says. */
export interface PageChoices {
	readonly brand: ReportBrand | null;
	/** Holds the one script that sorts, shows values, and turns to a language or theme. */
	readonly interactive: boolean;
	/** The snapshot that it carries, for those who open it in the app. */
	readonly snapshot: string | null;
}

/** What a report may load: nothing but its own style, pictures inside it, and at most the one script that it names. */
function policyOf(script: string | null): string {
	const scripts = script === null ? '' : ` script-src 'sha256-${base64OfHex(sha256Hex(script))}';`;
	return `default-src 'none'; style-src 'unsafe-inline'; img-src data:;${scripts} base-uri 'none'; form-action 'none'`;
}

/** A report in its languages as one HTML document: no address, readable offline, in print and without script. */
export function reportDocument(tongues: Tongues, { brand, interactive, snapshot }: PageChoices): string {
	const [{ model }] = tongues;
	const script = interactive ? readerScript() : null;
	const opening = model.chapters.flatMap(({ title }, i) => (title === '' ? [i] : []));
	const titled = model.chapters.flatMap(({ title }, i) => (title === '' ? [] : [i]));
	// Policy, style and script are this file's own text: not data, and their quotes must stay quotes.
	return markup`<!doctype html>
<html lang="${model.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policyOf(script))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Clientele">
<title>${model.title}</title>
<style>${new Markup(stylesOf(brand))}</style>
</head>
<body>
${coverMarkup(tongues, brand, interactive ? toolsMarkup(tongues) : null)}
<main>
${opening.map((at) => chapterMarkup(at, null, tongues))}
${contentsMarkup(tongues)}
${titled.map((at, i) => chapterMarkup(at, i + 1, tongues))}
<section class="chapter" id="definitions"><h2>${words(tongues, ({ voice }) => voice.words.definitions())}</h2>
${inEach(tongues, (tongue) => definitionsMarkup(tongue, tongues))}</section>
<section class="chapter" id="control-totals"><h2>${words(tongues, ({ voice }) => voice.words.controlTotals())}</h2>
${inEach(tongues, totalsMarkup)}</section>
<section class="chapter" id="provenance"><h2>${words(tongues, ({ voice }) => voice.words.provenance())}</h2>
${inEach(tongues, madeMarkup)}</section>
</main>
<footer>${footerMarkup(tongues, brand)}</footer>
${script === null ? null : markup`<script>${new Markup(script)}</script>\n`}${snapshot === null ? null : markup`${new Markup(carryingMarkup(snapshot))}\n`}</body>
</html>
`.text;
}

function coverMarkup(tongues: Tongues, brand: ReportBrand | null, tools: Markup | null): Markup {
	const [{ model }] = tongues;
	const label = words(tongues, ({ voice }) => voice.words.label());
	const organisation = brand?.organisation ?? '';
	const name = organisation === '' ? null : markup`<b>${organisation}</b>`;
	const logo =
		brand === null || brand.logo === null ? null : markup`<img src="${brand.logo}" alt="${organisation}">`;
	const paragraphs = model.notes.map((text) => markup`<p>${text}</p>`);
	const notes =
		paragraphs.length === 0
			? null
			: markup`<section class="notes" aria-label="${tongues[0].voice.words.notes()}">${paragraphs}</section>`;
	return markup`<header class="cover">
${tools}<p class="brand">${logo}${name}<span>${label}</span></p>
<h1>${model.title}</h1>
${
	model.preparedFor === ''
		? null
		: markup`<p class="for">${words(tongues, ({ voice }) => voice.words.preparedFor({ name: model.preparedFor }))}</p>`
}
${inEach(tongues, (tongue) => markup`<dl class="facts">${tongue.model.facts.map(pair)}</dl>`)}
${notes}
</header>`;
}

function contentsMarkup(tongues: Tongues): Markup {
	const [{ model }] = tongues;
	const own = model.chapters.flatMap(({ id, title }, i) =>
		title === '' ? [] : [{ id, title: words(tongues, (tongue) => tongue.model.chapters[i]?.title ?? title) }]
	);
	const entries = [
		...own,
		{ id: 'definitions', title: words(tongues, ({ voice }) => voice.words.definitions()) },
		{ id: 'control-totals', title: words(tongues, ({ voice }) => voice.words.controlTotals()) },
		{ id: 'provenance', title: words(tongues, ({ voice }) => voice.words.provenance()) }
	];
	return markup`<nav aria-labelledby="contents"><h2 id="contents">${words(tongues, ({ voice }) => voice.words.contents())}</h2>
<ol>${entries.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>`;
}

function definitionsMarkup(tongue: Tongue, tongues: Tongues): Markup {
	return markup`${tongue.model.definitions.map((definition) =>
		definitionMarkup(definition, idIn(tongues, tongue, definition.id), tongue.voice)
	)}`;
}

function definitionMarkup(definition: DefinitionModel, id: string, { words: { method } }: Voice): Markup {
	const list = (title: string, entries: readonly Markup[]) =>
		entries.length === 0
			? null
			: markup`<h4>${title}</h4><ul>${entries.map((entry) => markup`<li>${entry}</li>`)}</ul>`;
	const sources = definition.sources.map(({ title, url }) =>
		url === null ? markup`${title}` : markup`${title} <span class="url">${url}</span>`
	);
	return markup`<article class="card definition" id="${id}"><h3>${definition.name} <span class="version">${definition.version}</span></h3>
<p>${definition.purpose}</p>
<dl>${definition.formulas.map(pair)}</dl>
${list(
	method.assumptions(),
	definition.assumptions.map((text) => markup`${text}`)
)}${list(method.sources(), sources)}</article>
`;
}

function totalsMarkup({ model: { totals } }: Tongue): Markup {
	return markup`<p class="lead${totals.sound ? '' : ' broken'}"><b>${totals.lead}</b></p>
${totals.tables.map(captioned)}
<p class="note">${totals.remarks}</p>`;
}

function madeMarkup({ model: { made } }: Tongue): Markup {
	return markup`${captioned(made.table)}${captioned(made.hashes)}<p class="note">${made.explain}</p>`;
}

/** The maker's name and day; which program it was stands with the provenance. */
function footerMarkup(tongues: Tongues, brand: ReportBrand | null): Markup {
	const name =
		brand === null || brand.organisation === '' ? null : markup`<p><b>${brand.organisation}</b></p>`;
	return markup`${name}${inEach(tongues, ({ model }) => markup`<p>${model.footer}</p>`)}`;
}

/** A table under its caption, where no chart or finding gives it a title. */
function captioned(table: TableModel): Markup {
	return markup`<figure class="card text"><figcaption><h3>${table.caption}</h3></figcaption>${tableMarkup(table)}</figure>\n`;
}
