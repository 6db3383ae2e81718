import { segmentsOf } from '#lib/i18n/segment-names.ts';
import { segmentIds, valueTypeIds, type RfmResult } from '#lib/core/methods/rfm/types.ts';
import {
	end,
	largest,
	numberAt,
	numbersOf,
	plain,
	quiet,
	rowIndices,
	said,
	saidQuietly,
	start,
	total
} from './columns.ts';
import { voiceByProfit } from './by-profit.ts';
import type { MethodContent } from './content.ts';
import { describeParameters, valueWord } from './parameters.ts';
import { ranksBlock, rulesBlock, sensitivityBlock, vipBlock, vipWords, weightsWords } from './rfm-groups.ts';
import { matrixBlock } from './rfm-matrix.ts';
import { asNumbers, reportSource } from './rfm-source.ts';
import type { Block, Cell, Finding, Labelled, Tone } from './types.ts';
import type { Voice } from './voice.ts';

/** RFM in words: who carries the revenue, who has gone quiet, the matrix, segments, value types and cut points. */
export function describeRfm(result: RfmResult, voice: Voice): MethodContent {
	const source = reportSource(result, voice);
	if (source === null) return described(result, voiceByProfit(voice, result.params.basis));
	const content = asNumbers(described(result, source.voice));
	return { ...content, parameters: [source.parameter, ...content.parameters] };
}

function described(result: RfmResult, voice: Voice): MethodContent {
	return {
		findings:
			result.params.rules === null && result.tables.segments.rows > 0
				? segmentFindings(result, voice)
				: typeFindings(result, voice),
		blocks: [
			...matrixBlock(result, voice),
			...segments(result, voice),
			...rulesBlock(result, voice),
			...vipBlock(result, voice),
			types(result, voice),
			...ranksBlock(result, voice),
			...sensitivityBlock(result, voice),
			cuts(result, voice),
			{
				id: 'base',
				kind: 'text',
				text: voice.words.rfm.base({
					n: result.scalars.customers,
					prospects: result.scalars.prospects,
					outside: result.scalars.outsideWindow
				})
			}
		],
		parameters: parametersOf(result, voice)
	};
}

function parametersOf(
	{ params: { weights, rules, vip, source, sensitivity: _shown, ...params } }: RfmResult,
	voice: Voice
): Labelled[] {
	const { segments } = voice.messages;
	const monetary = (value: string): string => {
		if (source !== null) return value === 'mean' ? segments.monetaries.mean() : segments.monetaries.sum();
		return valueWord(value === 'mean' ? 'meanPerOrder' : value, voice);
	};
	return [
		...describeParameters(params, voice, { monetary, basis: () => voice.messages.byProfit.bases.profit() }),
		{ label: segments.ranks.title(), value: weightsWords(weights) },
		...(rules === null ? [] : [{ label: segments.rules.tableTitle(), value: voice.count(rules.length) }]),
		...(vip === null ? [] : [{ label: voice.messages.terms.vip.vip(), value: vipWords(vip, voice) }])
	];
}

function segmentName(index: number, voice: Voice): string {
	const id = segmentIds[index];
	return id === undefined ? String(index) : voice.messages.terms.segments[id]();
}

/** Whether all customers together bring no profit: then there are no shares of it to speak of. */
const bringNone = ({ params, scalars }: RfmResult): boolean =>
	params.basis !== undefined && scalars.revenue <= 0;

function segmentFindings(result: RfmResult, voice: Voice): Finding[] {
	const { segments: table } = result.tables;
	const { rfm } = voice.words;
	const rowsOf = (ids: readonly (typeof segmentIds)[number][]) =>
		rowIndices(table).filter((row) => ids.some((id) => segmentIds[numberAt(table, 'segment', row)] === id));
	const sumOf = (rows: readonly number[], column: string) =>
		total(rows.map((row) => numberAt(table, column, row)));
	const nameAll = (rows: readonly number[]) =>
		voice.list(rows.map((row) => segmentName(numberAt(table, 'segment', row), voice)));
	const strong = rowsOf(['champions', 'loyal']);
	const quietOnes = rowsOf(['at-risk', 'cant-lose']);
	const gone = sumOf(quietOnes, 'customers');
	const words =
		gone > 0
			? rfm.quiet({ n: gone, who: nameAll(quietOnes), amount: voice.moneyShort(sumOf(quietOnes, 'revenue')) })
			: rfm.noneQuiet();
	if (bringNone(result)) return [{ strong: voice.messages.byProfit.none(), rest: words }];
	return [
		{
			strong: rfm.lead({ customers: sumOf(strong, 'share'), revenue: sumOf(strong, 'revenueShare') }),
			rest: rfm.leadWho({ who: nameAll(strong) }) + words
		}
	];
}

/** Without eleven segments (other than five scores), the four key types carry the finding. */
function typeFindings(result: RfmResult, voice: Voice): Finding[] {
	if (bringNone(result)) return [{ strong: voice.messages.byProfit.none(), rest: '' }];
	const { tables, scalars } = result;
	const key = rowIndices(tables.types).filter((row) =>
		['hhh', 'hlh', 'lhh', 'llh'].includes(valueTypeIds[numberAt(tables.types, 'type', row)] ?? '')
	);
	const strong = voice.words.rfm.typesLead({
		n: total(key.map((row) => numberAt(tables.types, 'customers', row))),
		of: scalars.customers,
		share: total(key.map((row) => numberAt(tables.types, 'revenueShare', row)))
	});
	return [{ strong, rest: '' }];
}

function segments({ tables: { segments: table }, params }: RfmResult, voice: Voice): Block[] {
	if (table.rows === 0) return [];
	const { words } = voice;
	const own = params.rules !== null;
	const names = segmentsOf(params.rules, voice.messages.terms.segments);
	const title = own ? voice.messages.segments.rules.tableTitle() : words.rfm.segmentsTitle();
	const max = largest(numbersOf(table, 'revenueShare'));
	const groupOf = (row: number): { readonly label: string; readonly tone: Tone } => {
		const named = names[numberAt(table, 'segment', row)];
		return named === undefined
			? { label: voice.messages.segments.rules.uncovered(), tone: 'soft' }
			: { label: named.name, tone: `segment-${named.tone}` };
	};
	return [
		{
			id: 'segments',
			kind: 'figure',
			...(own && { about: 'scores' as const }),
			title,
			picture: {
				kind: 'areas',
				model: {
					wholes: (['customers', 'revenue'] as const).map((measure) => ({
						label: words.columns[measure](),
						parts: rowIndices(table).map((row) => ({
							...groupOf(row),
							value: numberAt(table, measure, row),
							text: voice.share(numberAt(table, measure === 'customers' ? 'share' : 'revenueShare', row))
						}))
					}))
				}
			},
			note: null,
			finding: own ? voice.messages.segments.rules.tableFinding() : words.rfm.segmentsFinding(),
			table: {
				caption: words.table({ title }),
				columns: [
					start(words.columns.segment()),
					end(words.columns.customers()),
					end(words.columns.share()),
					end(words.columns.revenue()),
					start(words.columns.revenueShare()),
					end(words.columns.medianRecency()),
					end(words.columns.medianFrequency()),
					end(words.columns.medianMonetary())
				],
				rows: rowIndices(table).map((row) => {
					const { label, tone } = groupOf(row);
					return [
						{ text: label, tone },
						said(voice, 'count', numberAt(table, 'customers', row)),
						saidQuietly(voice, 'share', numberAt(table, 'share', row)),
						said(voice, 'moneyShort', numberAt(table, 'revenue', row)),
						shareBar(numberAt(table, 'revenueShare', row), max, tone, voice),
						saidQuietly(voice, 'number', numberAt(table, 'medianRecency', row)),
						saidQuietly(voice, 'number', numberAt(table, 'medianFrequency', row)),
						saidQuietly(voice, 'moneyShort', numberAt(table, 'medianMonetary', row))
					];
				})
			}
		}
	];
}

function types({ tables: { types: table } }: RfmResult, voice: Voice): Block {
	const { words } = voice;
	const title = words.rfm.typesTitle();
	const max = largest(numbersOf(table, 'revenueShare'));
	return {
		id: 'types',
		kind: 'table',
		about: 'scores',
		title,
		finding: words.rfm.typesFinding(),
		table: {
			caption: words.table({ title }),
			columns: [
				start(words.columns.type()),
				start(words.columns.code()),
				end(words.columns.customers()),
				end(words.columns.share()),
				end(words.columns.revenue()),
				start(words.columns.revenueShare())
			],
			rows: rowIndices(table).map((row) => {
				const index = numberAt(table, 'type', row);
				const id = valueTypeIds[index];
				const tone: Tone = `type-${index}`;
				return [
					{ text: id === undefined ? String(index) : voice.messages.terms.valueTypes[id](), tone },
					quiet([0, 1, 2].map((at) => (id?.[at] === 'h' ? words.rfm.high() : words.rfm.low())).join(' · ')),
					said(voice, 'count', numberAt(table, 'customers', row)),
					saidQuietly(voice, 'share', numberAt(table, 'share', row)),
					said(voice, 'moneyShort', numberAt(table, 'revenue', row)),
					shareBar(numberAt(table, 'revenueShare', row), max, tone, voice)
				];
			})
		}
	};
}

function cuts({ tables: { cuts: table } }: RfmResult, voice: Voice): Block {
	const { words } = voice;
	const title = words.rfm.cutsTitle();
	const measures = voice.messages.terms.measures;
	const names = [measures.recency(), measures.frequency(), measures.monetary()];
	return {
		id: 'cuts',
		kind: 'table',
		title,
		finding: words.rfm.cutsFinding(),
		table: {
			caption: words.table({ title }),
			columns: [
				start(words.columns.measure()),
				end(words.columns.score()),
				end(words.columns.from()),
				end(words.columns.to()),
				end(words.columns.customers()),
				end(words.columns.split())
			],
			// Each measure has all customers in its rows.
			parts: rowIndices(table).map((row) => numberAt(table, 'measure', row)),
			rows: rowIndices(table).map((row): Cell[] => {
				const measure = numberAt(table, 'measure', row);
				const kind = measure === 2 ? 'money' : 'number';
				return [
					plain(names[measure] ?? String(measure)),
					said(voice, 'number', numberAt(table, 'score', row), 0),
					said(voice, kind, numberAt(table, 'from', row), 2),
					said(voice, kind, numberAt(table, 'to', row), 2),
					said(voice, 'count', numberAt(table, 'customers', row)),
					saidQuietly(voice, 'count', numberAt(table, 'split', row))
				];
			})
		}
	};
}

/** A share in words with its bar against the largest share of the table. */
function shareBar(share: number, max: number, tone: Tone, voice: Voice): Cell {
	return { ...said(voice, 'share', share), bar: max > 0 && share > 0 ? share / max : 0, tone };
}
