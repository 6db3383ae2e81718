import type { DefinitionModel, Finding, Labelled, ReportModel, Section, TableModel } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { blockMarkup } from './blocks.ts';
import { html, Markup } from './markup.ts';
import { styles } from './styles.ts';
import { tableMarkup } from './tables.ts';

/** What a report may load: nothing but its own style and pictures inside it. */
const policy =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A report model as one HTML document: no script, no address, readable offline and in print. */
export function reportDocument(model: ReportModel, voice: Voice): string {
	const { words } = voice;
	const contents = [
		...model.sections.map(({ id, title }) => ({ id, title })),
		{ id: 'definitions', title: words.definitions() },
		{ id: 'control-totals', title: words.controlTotals() },
		{ id: 'provenance', title: words.provenance() }
	];
	return html`<!doctype html>
		<html lang="${model.locale}">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${policy}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="referrer" content="no-referrer" />
				<meta name="generator" content="Clientele" />
				<title>${model.title}</title>
				<style>
					${new Markup(styles)}
				</style>
			</head>
			<body>
				<header class="cover">
					<p class="brand">
						<span aria-hidden="true">C</span>${voice.messages.common.appName()} · ${words.label()}
					</p>
					<h1>${model.title}</h1>
					${model.preparedFor === '' ? null : html`<p class="for">${words.preparedFor({ name: model.preparedFor })}</p>`}
					<dl class="facts">${model.facts.map(pair)}</dl>
					${model.notes.length === 0 ? null : html`<section class="notes" aria-label="${words.notes()}">${model.notes.map((text) => html`<p>${text}</p>`)}</section>`}
				</header>
				<main>
					<section class="summary" aria-labelledby="findings">
						<h2 id="findings">${words.findings()}</h2>
						<ol>
							${model.sections.flatMap(({ findings, id, title }) =>
								findings.map((finding) => html`<li>${sentence(finding)} <a href="#${id}">${title}</a></li>`)
							)}
						</ol>
					</section>
					<nav aria-labelledby="contents">
						<h2 id="contents">${words.contents()}</h2>
						<ol>
							${contents.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
						</ol>
					</nav>
					${model.sections.map((section, i) => sectionMarkup(section, i, voice))}
					<section class="chapter" id="definitions">
						<h2>${words.definitions()}</h2>
						${model.definitions.map((definition) => definitionMarkup(definition, voice))}
					</section>
					<section class="chapter" id="control-totals">
						<h2>${words.controlTotals()}</h2>
						<p class="lead${model.totals.sound ? '' : ' broken'}"><b>${model.totals.lead}</b></p>
						${model.totals.tables.map(cardMarkup)}
						<p class="note">${model.totals.remarks}</p>
					</section>
					<section class="chapter" id="provenance">
						<h2>${words.provenance()}</h2>
						${cardMarkup(model.made.table)} ${cardMarkup(model.made.hashes)}
						<p class="note">${model.made.explain}</p>
					</section>
				</main>
				<footer><p>${model.footer}</p></footer>
			</body>
		</html> `.text;
}

function sectionMarkup(section: Section, index: number, voice: Voice): Markup {
	const { words } = voice;
	return html`<section class="chapter" id="${section.id}">
		<h2><span class="number">${index + 1}</span>${section.title}</h2>
		${section.findings.map((finding, i) => html`<p class="${i === 0 ? 'lead' : 'lead next'}">${sentence(finding)}</p>`)}
		<p class="frame">${section.purpose === '' ? null : html`${section.purpose} `}${section.frame}</p>
		${
			section.warnings.length === 0
				? null
				: html`<ul class="warnings">
						${section.warnings.map((text) => html`<li>${text}</li>`)}
					</ul>`
		}
		${section.blocks.map((block) => blockMarkup(block, voice))}
		<dl class="parameters">
			${section.parameters.map(pair)}
			<div>
				<dt>${words.hash()}</dt>
				<dd class="hash">${section.provenance}</dd>
			</div>
		</dl>
	</section> `;
}

function definitionMarkup(definition: DefinitionModel, voice: Voice): Markup {
	const { method } = voice.words;
	return html`<article class="card definition" id="${definition.id}">
		<h3>${definition.name} <span class="version">${definition.version}</span></h3>
		<p>${definition.purpose}</p>
		<dl>${definition.formulas.map(pair)}</dl>
		${
			definition.assumptions.length === 0
				? null
				: html`<h4>${method.assumptions()}</h4>
						<ul>
							${definition.assumptions.map((text) => html`<li>${text}</li>`)}
						</ul>`
		}
		${
			definition.sources.length === 0
				? null
				: html`<h4>${method.sources()}</h4>
						<ul>
							${definition.sources.map(({ title, url }) => html`<li>${title}${url === null ? null : html` <span class="url">${url}</span>`}</li>`)}
						</ul>`
		}
	</article> `;
}

function sentence({ strong, rest }: Finding): Markup {
	if (strong === '') return html`${rest}`;
	return html`<b>${strong}</b>${rest === '' ? null : html` ${rest}`}`;
}

function pair({ label, value }: Labelled): Markup {
	return html`<div>
		<dt>${label}</dt>
		<dd>${value}</dd>
	</div>`;
}

function cardMarkup(table: TableModel): Markup {
	return html`<figure class="card text">
		<figcaption><h3>${table.caption}</h3></figcaption>
		${tableMarkup(table)}
	</figure>`;
}
