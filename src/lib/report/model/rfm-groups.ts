import { labelled } from '#lib/i18n/labelled.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { segmentsOf } from '#lib/i18n/segment-names.ts';
import type { RfmResult, RfmRule, RfmVip, RfmWeights, ScoreSpan } from '#lib/core/methods/rfm/types.ts';
import { end, numberAt, plain, rowIndices, said, saidQuietly, start } from './columns.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

/** Rows of the composite scores that are printed. */
const printed = 15;

/** Own segments as they were given, and what they leave out or claim twice; nothing for the eleven. */
export function rulesBlock({ params, scalars }: RfmResult, voice: Voice): Block[] {
	if (params.rules === null) return [];
	const { words } = voice;
	const rules = voice.messages.segments.rules;
	const title = rules.reportTitle();
	const names = segmentsOf(params.rules, voice.messages.terms.segments);
	const order = [...new Set(params.rules.map((rule) => rule.segment))];
	const { codes, codesUncovered: uncovered, codesClaimedTwice: twice } = scalars;
	return [
		{
			id: 'rules',
			kind: 'table',
			title,
			finding: uncovered + twice === 0 ? rules.covered({ codes }) : rules.faulty({ codes, uncovered, twice }),
			table: {
				caption: words.table({ title }),
				columns: [start(words.columns.segment()), end('R'), end('F'), end('M')],
				rows: params.rules.map((rule: RfmRule) => {
					const at = order.indexOf(rule.segment);
					const named = names[at];
					return [
						{ text: named?.name ?? rule.segment, tone: `segment-${named?.tone ?? 0}` as const },
						...[rule.recency, rule.frequency, rule.monetary].map((span) => plain(spanWords(span)))
					];
				})
			}
		}
	];
}

/** The first codes by composite score, and whom the weights moved. */
export function ranksBlock({ tables: { ranks }, scalars, params }: RfmResult, voice: Voice): Block[] {
	const { recency, frequency, monetary } = params.weights;
	// With equal weights the order is that of the codes: nothing to tell.
	if (ranks.rows === 0 || (recency === frequency && frequency === monetary)) return [];
	const { words } = voice;
	const heads = voice.messages.segments.ranks;
	const title = heads.title();
	return [
		{
			id: 'ranks',
			kind: 'table',
			about: 'scores',
			title,
			finding: heads.finding({
				in: scalars.topIn,
				out: scalars.topOut,
				agreement: voice.number(scalars.rankAgreement, 2)
			}),
			table: {
				caption: words.table({ title }),
				columns: [
					start(words.columns.code()),
					end(heads.composite()),
					end(words.columns.customers()),
					end(words.columns.revenue()),
					end(heads.rank()),
					end(heads.equalRank())
				],
				rows: rowIndices(ranks)
					.slice(0, printed)
					.map((row) => [
						plain(['r', 'f', 'm'].map((name) => numberAt(ranks, name, row)).join(' ')),
						plain(formatNumber(numberAt(ranks, 'composite', row), voice.locale, 2)),
						said(voice, 'count', numberAt(ranks, 'customers', row)),
						said(voice, 'moneyShort', numberAt(ranks, 'revenue', row)),
						saidQuietly(voice, 'number', numberAt(ranks, 'rank', row), 1),
						saidQuietly(voice, 'number', numberAt(ranks, 'equalRank', row), 1)
					])
			}
		}
	];
}

/** Who would be elsewhere if a cut or the window moved; nothing where none was. */
export function sensitivityBlock({ tables: { shifts }, params, n }: RfmResult, voice: Voice): Block[] {
	if (shifts.rows === 0) return [];
	const { words } = voice;
	const heads = voice.messages.segments.sensitivity;
	const title = labelled(heads.title(), heads.moves[params.sensitivity](), voice.locale);
	const unit = params.sensitivity === 'frequency' ? '' : '%';
	return [
		{
			id: 'sensitivity',
			kind: 'table',
			title,
			finding: heads.reportFinding(),
			table: {
				caption: words.table({ title }),
				columns: [
					start(heads.shift()),
					end(words.columns.customers()),
					end(heads.moved()),
					end(words.columns.shareOfCustomers())
				],
				rows: rowIndices(shifts).map((row) => {
					const shift = numberAt(shifts, 'shift', row);
					const moved = numberAt(shifts, 'moved', row);
					return [
						plain(shift === 0 ? heads.now() : `${shift > 0 ? '+' : '−'}${Math.abs(shift)}${unit}`),
						said(voice, 'count', numberAt(shifts, 'customers', row)),
						said(voice, 'count', moved),
						saidQuietly(voice, 'share', moved / n)
					];
				})
			}
		}
	];
}

/** What the VIPs bring, in a sentence; nothing without a VIP rule. */
export function vipBlock({ tables: { vip }, params }: RfmResult, voice: Voice): Block[] {
	if (params.vip === null || vip.rows === 0) return [];
	return [
		{
			id: 'vip',
			kind: 'text',
			text: labelled(
				voice.messages.terms.vip.vip(),
				voice.messages.segments.vip.found({
					n: numberAt(vip, 'customers', 0),
					share: voice.share(numberAt(vip, 'share', 0)),
					money: voice.moneyShort(numberAt(vip, 'revenue', 0)),
					revenue: voice.share(numberAt(vip, 'revenueShare', 0))
				}),
				voice.locale
			)
		}
	];
}

/** The weights as "R 5 : F 3 : M 2". */
export function weightsWords(weights: RfmWeights): string {
	return `R ${weights.recency} : F ${weights.frequency} : M ${weights.monetary}`;
}

/** The limits that are given, as "R ≤ 30, F ≥ 5, M ≥ 1,000". */
export function vipWords(vip: RfmVip, voice: Voice): string {
	return [
		vip.recency === null ? '' : `R ≤ ${voice.count(vip.recency)}`,
		vip.frequency === null ? '' : `F ≥ ${voice.count(vip.frequency)}`,
		vip.monetary === null ? '' : `M ≥ ${voice.money(vip.monetary)}`
	]
		.filter((limit) => limit !== '')
		.join(', ');
}

function spanWords([from, to]: ScoreSpan): string {
	return from === to ? String(from) : `${from}–${to}`;
}
