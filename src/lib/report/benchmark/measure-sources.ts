import { labelled } from '#lib/i18n/labelled.ts';
import type { DisclosedSection } from '#lib/api/disclosed-findings.ts';
import type { BenchmarkKind, BenchmarkMeasureId } from '#lib/core/benchmark/types.ts';
import { riskBands } from '#lib/core/methods/churn/types.ts';
import { stageIds } from '#lib/core/methods/lifecycle/types.ts';
import { segmentIds } from '#lib/core/methods/rfm/types.ts';
import type { Voice } from '../model/voice.ts';
import { headOf, numberIn, tableOf, toldAt, toldIn, toldOf, type Told } from './told-cells.ts';

/** Where a measure stands in the tables of its method, and the parameters without which it means something else. */
export interface MeasureSource {
	readonly id: BenchmarkMeasureId;
	readonly of: number | null;
	readonly as: BenchmarkKind;
	readonly method: string;
	readonly rests: (params: Params) => readonly unknown[];
	readonly read: (section: DisclosedSection, voice: Voice) => Told;
}
type Params = Readonly<Record<string, unknown>>;
type Reader = MeasureSource['read'];

const resting =
	(...names: readonly string[]) =>
	(params: Params): unknown[] =>
		// What is absent says what null says: the same figure, of a version that has no such choice.
		names.map((name) => params[name] ?? null);

const paramsOf = ({ params }: DisclosedSection): Params => params as Params;

/** A cell of the table that holds the last days against those before. */
function ofPeriod(section: DisclosedSection, voice: Voice, row: string, when: 'now' | 'before'): Told {
	const { overview } = voice.words;
	const days = voice.count(Number(paramsOf(section)['days']));
	const column = when === 'now' ? overview.now({ days }) : overview.before();
	return toldAt(section, overview.periodTitle({ days }), row, column);
}

const indexOfPeriod =
	(row: (voice: Voice) => string): Reader =>
	(section, voice) =>
		toldOf(
			(['now', 'before'] as const).map((when) => ofPeriod(section, voice, row(voice), when)),
			(now, before) => (before > 0 ? (100 * now) / before : Number.NaN)
		);

/** Of those who carry the revenue: the rows up to one of them are the set that it is called by. */
function carried(
	section: DisclosedSection,
	voice: Voice,
	row: 'top' | 'fifth' | 'core',
	column: string | null
): Told {
	const words = voice.messages.overview.concentration;
	const table = tableOf(section, words.title());
	const at = table?.rows.findIndex(([head]) => headOf(head) === words[row]()) ?? -1;
	if (table === null || at < 0) return toldAt(section, words.title(), words[row](), column);
	const upTo = table.rows.slice(0, at + 1).map(([head]) => headOf(head) ?? '');
	return toldOf(
		upTo.map((head) => toldAt(section, words.title(), head, column)),
		(...shares) => shares.reduce((sum, share) => sum + share, 0)
	);
}

/** A number in a headline figure: in its value (1) or its note (2). */
function headline(
	section: DisclosedSection,
	voice: Voice,
	label: string,
	at: 1 | 2,
	written: (gap: string) => string
): Told {
	const title = labelled(section.title, voice.messages.sharing.workbook.keyFigures(), voice.locale);
	const text = tableOf(section, title)?.rows.find(([head]) => head === label)?.[at];
	// How sure the figure is stands before what else is noted.
	if (typeof text === 'string') return numberIn(text.split(' · ').at(-1) ?? text, written);
	// Of figures that could tell of a hidden group none is left.
	return section.remarks.length > 0 ? 'hidden' : 'absent';
}

/** A cell of the last period that is whole: those cut short are marked as such. */
function ofLastPeriod(section: DisclosedSection, voice: Voice, title: string, column: string): Told {
	const table = tableOf(section, title);
	if (table === null) return section.remarks.length > 0 ? 'hidden' : 'absent';
	const mark = voice.words.incompleteMark();
	const row = [...table.rows].reverse().find(([head]) => !String(headOf(head)).endsWith(mark));
	const at = table.heads.indexOf(column, 1);
	return at < 1 ? 'absent' : toldIn(row?.[at]);
}

const churnRule = (params: Params): unknown[] =>
	resting(
		...(params['window'] === 'days'
			? ['window', 'atRiskDays', 'churnedDays']
			: ['window', 'atRiskPercentile', 'churnedPercentile'])
	)(params);

const band =
	(name: (typeof riskBands)[number]): Reader =>
	(section, { messages }) =>
		toldAt(
			section,
			messages.churn.title(),
			messages.terms.riskBands[name](),
			messages.terms.measures.share()
		);

const kept =
	(name: 'nrr' | 'grr'): Reader =>
	(section, voice) => {
		const words = voice.messages.churn.revenue;
		return ofLastPeriod(section, voice, words.title(), words[name]());
	};

const averageOrder = ({ messages }: Voice): string => messages.terms.measures.averageOrder();

const single: readonly Omit<MeasureSource, 'of'>[] = [
	{
		...{ id: 'repeatRate', as: 'share', method: 'overview', rests: resting() },
		read: (section, voice) => {
			const { overview, columns } = voice.words;
			const once = toldAt(section, overview.countsTitle(), voice.count(1), columns.shareOfCustomers());
			return toldOf([once], (share) => 1 - share);
		}
	},
	{
		...{ id: 'firstTimeShare', as: 'share', method: 'overview', rests: resting('days') },
		read: (section, voice) =>
			toldOf(
				[voice.words.columns.new(), voice.messages.terms.measures.active()].map((row) =>
					ofPeriod(section, voice, row, 'now')
				),
				(fresh, active) => fresh / active
			)
	},
	{
		...{ id: 'purchaseInterval', as: 'days', method: 'overview', rests: resting() },
		read: (section, voice) => {
			const written = (n: string) => voice.words.days({ n });
			return headline(section, voice, voice.words.overview.tiles.interval(), 1, written);
		}
	},
	{
		...{ id: 'averageOrder', as: 'money', method: 'overview', rests: resting('days') },
		read: (section, voice) =>
			toldOf(
				[ofPeriod(section, voice, averageOrder(voice), 'now')],
				(units) => units / 10 ** voice.style.scale
			)
	},
	{
		...{ id: 'averageOrderIndex', as: 'index', method: 'overview', rests: resting('days') },
		read: indexOfPeriod(averageOrder)
	},
	{
		...{ id: 'revenueIndex', as: 'index', method: 'overview', rests: resting('days') },
		read: indexOfPeriod(({ messages }) => messages.terms.measures.revenue())
	},
	{
		...{ id: 'topTenthRevenueShare', as: 'share', method: 'overview', rests: resting() },
		read: (section, voice) => carried(section, voice, 'top', null)
	},
	{
		...{ id: 'topFifthRevenueShare', as: 'share', method: 'overview', rests: resting() },
		read: (section, voice) => carried(section, voice, 'fifth', null)
	},
	{
		...{ id: 'eightyPercentCustomerShare', as: 'share', method: 'overview', rests: resting() },
		read: (section, voice) => carried(section, voice, 'core', voice.messages.terms.measures.share())
	},
	{
		...{ id: 'gini', as: 'number', method: 'overview', rests: resting() },
		read: (section, voice) => {
			const { tiles } = voice.words.overview;
			return headline(section, voice, tiles.top(), 2, (gini) => tiles.topNote({ gini }));
		}
	},
	{ id: 'atRiskShare', as: 'share', method: 'churn', rests: churnRule, read: band('at-risk') },
	{ id: 'churnedShare', as: 'share', method: 'churn', rests: churnRule, read: band('churned') },
	{
		...{ id: 'churnRate', as: 'share', method: 'churn' },
		rests: (params) => [...churnRule(params), ...resting('unit', 'base')(params)],
		read: (section, voice) => {
			const words = voice.messages.churn.periods;
			return ofLastPeriod(section, voice, words.title(), words.rate());
		}
	},
	{ id: 'nrr', as: 'share', method: 'churn', rests: resting('unit'), read: kept('nrr') },
	{ id: 'grr', as: 'share', method: 'churn', rests: resting('unit'), read: kept('grr') }
];

/** N at which retention is compared. */
const stops = [1, 3, 6, 12];

/** All measures, where each is read and what it rests on. */
export const measureSources: readonly MeasureSource[] = [
	...single.map((source) => ({ ...source, of: null })),
	...stops.map((n): MeasureSource => ({
		...{ id: 'retention', of: n, as: 'share', method: 'retention' },
		rests: resting('unit', 'measure', 'periods', 'entry'),
		read: (section, { words }) => toldAt(section, words.retention.curveTitle(), n, words.columns.rate())
	})),
	...segmentIds.map((id, code): MeasureSource => ({
		...{ id: 'segmentShare', of: code, as: 'share', method: 'rfm' },
		rests: resting('binning', 'bins', 'frequency', 'monetary', 'cuts', 'rules', 'basis'),
		// Own segments are called as their maker calls them.
		read: (section, { words, messages }) =>
			paramsOf(section)['rules'] === null
				? toldAt(section, words.rfm.segmentsTitle(), messages.terms.segments[id](), words.columns.share())
				: 'absent'
	})),
	...stageIds.map((id, code): MeasureSource => ({
		...{ id: 'stageShare', of: code, as: 'share', method: 'lifecycle' },
		rests: resting('rules'),
		read: (section, voice) => {
			const { lifecycle, columns } = voice.words;
			const title = lifecycle.stagesTitle({ day: voice.day(section.frame.asOf) });
			return toldAt(section, title, voice.messages.terms.stages[id](), columns.shareOfCustomers());
		}
	}))
];
