import { moveWays, sizeParts, type MigrationResult } from '#lib/core/methods/migration/types.ts';
import { end, numberAt, plain, rowIndices, said, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import { heatStep } from './heat.ts';
import { flowBlock } from './migration-flow.ts';
import { printedPlaces, type PrintedPlace } from './migration-places.ts';
import type { Block, Finding } from './types.ts';
import type { Voice } from './voice.ts';

/** Movement in words, tables and a picture: who moved which way, from where to where, why sizes changed, over time. */
export function describeMigration(result: MigrationResult, voice: Voice): MethodContent {
	const { params, scalars } = result;
	const words = voice.messages.migration;
	const places = printedPlaces(result, voice);
	return {
		findings: result.status === 'ok' ? [finding(result, voice)] : [],
		blocks:
			result.status === 'ok'
				? [
						// First, as of tables about the same people the first alone stays where groups are hidden.
						matrixBlock(result, places, voice),
						waysBlock(result, voice),
						changesBlock(result, places, voice),
						...flowBlock(result, places, voice)
					]
				: [],
		parameters: [
			{ label: words.of(), value: words.ofs[params.of]() },
			{
				label: words.against(),
				value: `${words.againsts[params.against]()} (${voice.day(scalars.before)})`
			},
			{ label: words.ownCuts(), value: words.cutsOf[params.cuts]() },
			{ label: words.dates(), value: words.datesValue({ n: params.dates }) }
		]
	};
}

function finding({ scalars: s, tables }: MigrationResult, voice: Voice): Finding {
	const words = voice.messages.migration;
	const days = { before: voice.day(s.before), now: voice.day(s.now) };
	const count = (way: (typeof moveWays)[number]) => numberAt(tables.ways, 'customers', moveWays.indexOf(way));
	const risk = tables.risk.rows === 0 ? 0 : numberAt(tables.risk, 'customers', 0);
	const rest = [
		...(count('came') > 0 ? [words.came({ n: count('came') })] : []),
		...(risk > 0
			? [words.risk({ n: risk, money: voice.moneyShort(numberAt(tables.risk, 'revenue', 0)) })]
			: []),
		...(s.byCuts > 0 ? [words.cuts({ n: s.byCuts })] : [])
	];
	const stayed = count('stayed') === s.known;
	return {
		strong: stayed
			? words.lead.none(days)
			: words.lead.moved({
					up: count('up'),
					down: count('down'),
					stayed: count('stayed') / s.known,
					...days
				}),
		rest: rest.join(voice.locale === 'zh-CN' ? '' : ' ')
	};
}

function waysBlock({ tables: { ways } }: MigrationResult, voice: Voice): Block {
	const words = voice.messages.migration;
	const title = words.cards.heading();
	return {
		id: 'ways',
		kind: 'table',
		about: 'moves',
		title,
		finding: '',
		table: {
			caption: voice.words.table({ title }),
			columns: [
				start(words.cards.way()),
				end(words.matrix.customers()),
				end(voice.messages.terms.measures.share()),
				end(words.matrix.revenueBefore()),
				end(words.matrix.revenue())
			],
			rows: rowIndices(ways).map((row) => [
				plain(words.ways[moveWays[row] ?? 'stayed']()),
				said(voice, 'count', numberAt(ways, 'customers', row)),
				said(voice, 'share', numberAt(ways, 'share', row)),
				said(voice, 'moneyShort', numberAt(ways, 'revenueBefore', row)),
				said(voice, 'moneyShort', numberAt(ways, 'revenue', row))
			])
		}
	};
}

function matrixBlock(
	{ tables, scalars }: MigrationResult,
	places: readonly PrintedPlace[],
	voice: Voice
): Block {
	const words = voice.messages.migration.matrix;
	const { matrix } = tables;
	const width = places.length === 0 ? 0 : matrix.rows / places.length;
	const title = words.title();
	const cells = rowIndices(matrix).map((row) => {
		const customers = numberAt(matrix, 'customers', row);
		const revenue = numberAt(matrix, 'revenue', row);
		return {
			main: voice.count(customers),
			sub: customers > 0 ? voice.moneyShort(revenue) : '',
			customers,
			revenue,
			step: customers > 0 ? Math.max(1, heatStep(numberAt(matrix, 'share', row), 1)) : 0
		};
	});
	const heads = places.map(({ name }) => ({ label: name, range: '' }));
	return {
		id: 'matrix',
		kind: 'matrix',
		about: 'moves',
		title,
		finding: words.findingStatic({ before: voice.day(scalars.before), now: voice.day(scalars.now) }),
		reading: words.reading(),
		matrix: {
			measure: words.revenue(),
			caption: voice.words.table({ title }),
			rowHeads: heads,
			columnHeads: heads.slice(0, width),
			cells: places.map((_, from) => cells.slice(from * width, (from + 1) * width)),
			scale: `${words.legend()} ${voice.percent(0)} – ${voice.percent(1)}`
		}
	};
}

function changesBlock(
	{ tables: { changes }, params, scalars }: MigrationResult,
	places: readonly PrintedPlace[],
	voice: Voice
): Block {
	const words = voice.messages.migration.changes;
	const shown = sizeParts.filter((part) => params.cuts === 'own' || !part.startsWith('cut'));
	const width = sizeParts.length;
	const title = words.title();
	return {
		id: 'changes',
		kind: 'table',
		about: 'moves',
		title,
		finding: (params.cuts === 'own' ? words.finding : words.findingHeld)({
			before: voice.day(scalars.before)
		}),
		table: {
			caption: voice.words.table({ title }),
			columns: [start(words.group()), ...shown.map((part) => end(words[part]()))],
			rows: places
				.slice(0, changes.rows / width)
				.map(({ name, tone }, place) => [
					{ text: name, tone },
					...shown.map((part) =>
						said(voice, 'count', numberAt(changes, 'customers', place * width + sizeParts.indexOf(part)))
					)
				])
		}
	};
}
