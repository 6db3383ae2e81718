import { labelled } from '#lib/i18n/labelled.ts';
import type {
	ComparedFigure,
	ComparedState,
	DefinitionChange,
	StateComparison,
	GroupMoves
} from '#lib/api/comparison-api.ts';
import { changeText, figureText, relativeText } from '#lib/i18n/figure-text.ts';
import { figureName, standingNames } from '#lib/i18n/figure-names.ts';
import { movePlaceKinds } from '#lib/core/comparison/types.ts';
import { markup, Markup } from '../html/markup.ts';
import { styles } from '../html/styles.ts';
import { foldedMarkup, tableMarkup } from '../html/tables.ts';
import { end, numberAt, plain, said, start } from '../model/columns.ts';
import type { Cell, TableModel } from '../model/types.ts';
import { voiceFor, type Voice } from '../model/voice.ts';

/** What the page may load: nothing but its own style. */
const policy =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * A comparison as one HTML page: the two states, changed definitions, every figure, who moved, every table. No script, no
 * address, every text escaped; as the reports are. `day` is the day on which it is made, as it is written.
 */
export function comparisonDocument(
	comparison: StateComparison,
	locale: 'zh-CN' | 'en',
	{ day, hideBelow }: { readonly day: string; readonly hideBelow: number | null }
): string {
	const { first, second } = comparison;
	const scale = Math.max(first.scale, second.scale);
	const voice = voiceFor(locale, { scale, currency: second.currency });
	const words = voice.messages.comparison;
	const title = words.file.title({ first: stateName(first, voice), second: stateName(second, voice) });
	const parts = [
		chapter('states', words.file.states(), tableMarkup(statesTable(comparison, voice))),
		chapter('definitions', words.definitions.title(), definitionsMarkup(comparison, voice)),
		figuresMarkup(comparison, voice),
		...comparison.moves.map((moves) => movesMarkup(moves, comparison, voice)),
		comparison.unmatched === null
			? markup``
			: chapter(
					'moves',
					words.moves.missing(),
					markup`<p class="note">${words.moves.reasons[comparison.unmatched]()}</p>`
				),
		chapter('tables', words.sections.title(), sectionsMarkup(comparison, voice))
	];
	return markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Clientele">
<title>${title}</title>
<style>${new Markup(styles)}</style>
</head>
<body>
<header class="cover">
<p class="brand"><span aria-hidden="true">C</span>${voice.messages.common.appName()}</p>
<h1>${title}</h1>
<p>${words.file.made({ day })}</p>
${hideBelow === null ? null : markup`<p class="note">${words.file.hidden({ k: hideBelow })}</p>`}
</header>
<main>
${parts}
</main>
</body>
</html>
`.text;
}

function chapter(id: string, title: string, inside: Markup): Markup {
	return markup`<section class="chapter" id="${id}"><h2>${title}</h2>${inside}</section>\n`;
}

function stateName({ kind, name, asOf }: ComparedState, voice: Voice): string {
	const { sides, state } = voice.messages.comparison;
	return kind === 'now'
		? `${state.now()} (${voice.day(asOf)})`
		: sides.snapshot({ name, day: voice.day(asOf) });
}

function table(caption: string, heads: readonly string[], rows: TableModel['rows'], texts = 1): TableModel {
	return { caption, columns: heads.map((head, i) => (i < texts ? start(head) : end(head))), rows };
}

function statesTable({ first, second }: StateComparison, voice: Voice): TableModel {
	const words = voice.messages.comparison.state;
	const rows: [string, (state: ComparedState) => string][] = [
		[words.what(), (state) => stateName(state, voice)],
		[words.dataset(), ({ dataset }) => dataset],
		[words.asOf(), ({ asOf }) => voice.day(asOf)],
		[words.window(), ({ from }) => (from === null ? words.all() : words.from({ day: voice.day(from) }))],
		[words.refunds(), ({ refunds }) => words[refunds]()]
	];
	return table(
		voice.messages.comparison.file.states(),
		[words.what(), words.a(), words.b()],
		rows.map(([label, said]) => [plain(label), plain(said(first)), plain(said(second))]),
		3
	);
}

function definitionsMarkup({ definitions, held, unmatched }: StateComparison, voice: Voice): Markup {
	const words = voice.messages.comparison.definitions;
	if (definitions.length === 0) return markup`<p class="note">${words.none()}</p>`;
	const { state } = voice.messages.comparison;
	const valueText = (kind: DefinitionChange['kind'], value: string) =>
		kind === 'refunds' ? state[value === 'net' ? 'net' : 'gross']() : value || words.unknown();
	const rows = definitions.map(({ kind, method, name, first, second }) =>
		[
			name === '' ? words.kinds[kind]() : name,
			method === '' ? words.all() : method,
			valueText(kind, first),
			valueText(kind, second)
		].map(plain)
	);
	const heads = [words.kind(), words.method(), words.first(), words.second()];
	return markup`${tableMarkup(table(words.title(), heads, rows, 4))}
${unmatched === 'hidden' ? null : markup`<p class="note">${held ? words.held() : words.notHeld()}</p>`}`;
}

function figuresMarkup({ figures, rules }: StateComparison, voice: Voice): Markup {
	if (figures.length === 0) return markup``;
	const { figures: words, obstacles } = voice.messages.comparison;
	const style = { locale: voice.locale, money: voice.style };
	const change = (value: number, as: ComparedFigure['as']) => changeText(value, as, style, words.points);
	const rows = figures.map((figure): Cell[] => {
		const { as, first, second, difference, relative, interval, p, obstacle, split, held } = figure;
		const parts = (['left', 'behaviour', 'joined'] as const)
			.filter((part) => split !== null && split[part] !== 0)
			.map((part) => words.parts[part]({ change: change(split?.[part] ?? NaN, as) }));
		if (!Number.isNaN(held) && held !== second) {
			parts.push(words.definition({ definition: change(second - held, as) }));
		}
		const range = (of: NonNullable<ComparedFigure['interval']>) =>
			words.range({
				low: change(of.low, as),
				high: change(of.high, as),
				chance: (p < 0.05 ? words.clear : words.unclear)({ p: pText(p, voice) })
			});
		return [
			figureName(figure, rules, words, voice.messages.terms),
			figureText(first, as, style),
			figureText(second, as, style),
			obstacle === null ? change(difference, as) : obstacles[obstacle](),
			relativeText(relative, voice.locale),
			interval === null || Number.isNaN(interval.low) ? '' : range(interval),
			parts.join(' · ')
		].map(plain);
	});
	const heads = (['figure', 'first', 'second', 'difference', 'relative', 'interval', 'why'] as const).map(
		(head, i) => (i === 0 || i > 4 ? start : end)(words[head]())
	);
	return chapter(
		'figures',
		words.title(),
		markup`<p class="lead">${words.sub()}</p>${tableMarkup({
			caption: words.title(),
			columns: heads,
			rows,
			note: words.note()
		})}`
	);
}

/** A p, or that it is smaller than can be written. */
function pText(p: number, voice: Voice): string {
	return p < 0.001 ? `< ${voice.number(0.001, 3)}` : voice.number(p, 3);
}

function movesMarkup(moves: GroupMoves, { held }: StateComparison, voice: Voice): Markup {
	const words = voice.messages.comparison.moves;
	const heads = voice.messages.migration.matrix;
	const { places, matrix } = moves;
	const groups = standingNames(moves.of, moves.rules, voice.messages.terms);
	const placeName = (place: number) => {
		const kind = movePlaceKinds[numberAt(places, 'kind', place)];
		if (kind === 'absent') return words.absent();
		return kind === 'no-group' ? words.noGroup() : (groups[numberAt(places, 'code', place)]?.name ?? '');
	};
	const rows = Array.from(matrix.columns.customers.keys())
		.filter((row) => matrix.columns.customers[row] !== 0)
		.map((row) => [
			plain(placeName(numberAt(matrix, 'from', row))),
			plain(placeName(numberAt(matrix, 'to', row))),
			said(voice, 'count', numberAt(matrix, 'customers', row)),
			said(voice, 'share', numberAt(matrix, 'share', row)),
			said(voice, 'money', numberAt(matrix, 'revenueBefore', row)),
			said(voice, 'money', numberAt(matrix, 'revenue', row))
		]);
	const { figures } = voice.messages.comparison;
	const title = `${words.title()} · ${words.of[moves.of]()}`;
	const money = (side: string) => `${heads.revenue()} ${side}`;
	return chapter(
		`moves-${moves.of}`,
		title,
		tableMarkup({
			...table(
				title,
				[
					heads.from(),
					heads.to(),
					heads.customers(),
					heads.share(),
					money(figures.first()),
					money(figures.second())
				],
				rows,
				2
			),
			...(held && { note: words.held() })
		})
	);
}

function sectionsMarkup({ sections }: StateComparison, voice: Voice): Markup {
	const { sections: words, obstacles } = voice.messages.comparison;
	if (sections.length === 0) return markup`<p class="note">${words.none()}</p>`;
	const cell = (value: number | null, as: Parameters<typeof said>[1]) =>
		value === null ? plain(words.absent()) : said(voice, as, value, 2);
	return markup`${sections.map(({ title, obstacle, tables }) => {
		if (obstacle !== null) return markup`<h3>${title}</h3><p class="note">${obstacles[obstacle]()}</p>`;
		const inside = tables.map(({ title: name, compared, hidden, changed }) => {
			const counts = [
				changed.length === 0 ? words.same() : words.counts({ changed: changed.length, compared }),
				...(hidden === 0 ? [] : [words.hidden({ n: hidden })])
			].join(' · ');
			if (changed.length === 0) return markup`<p class="note">${labelled(name, counts, voice.locale)}</p>`;
			const rows = changed.map(({ row, column, as, first, second }) => [
				plain(row),
				plain(column),
				cell(first, as),
				cell(second, as),
				first === null || second === null || as === 'day' ? plain('') : said(voice, as, second - first, 2)
			]);
			const heads = [words.row(), words.column(), words.first(), words.second(), words.difference()];
			return foldedMarkup(labelled(name, counts, voice.locale), tableMarkup(table(name, heads, rows, 2)));
		});
		return markup`<h3>${title}</h3>${inside}`;
	})}`;
}
