import {
	aliveBands,
	buyerKinds,
	groupKinds,
	customerMoves,
	growthStates,
	growthSteps,
	originSteps,
	overviewSets,
	riskBands,
	silenceGroups,
	stageIds,
	findingSubjects,
	loyaltyIds,
	tierIds,
	toldSigns,
	valueTypeIds,
	warningReasons,
	type Analysis,
	type LifecycleParams,
	type MigrationParams,
	type RfmParams,
	type ValueParams,
	type TableColumn
} from '#lib/api/index.ts';
import { formatDay } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import { movedGroups } from '#lib/i18n/place-names.ts';
import { namedStages } from '#lib/i18n/template-stages.ts';
import { segmentsOf } from '#lib/i18n/segment-names.ts';
import { screenOfMethod } from './screens.ts';
import type { MarkSelection } from './view-contract.ts';

/** What a code column's numbers stand for, by column name. */
function wordsOf(column: string, code: number, t: Messages, params: unknown): string | null {
	const { terms } = t;
	const pick = <K extends string>(
		ids: readonly K[],
		words: Readonly<Record<K, () => string>>
	): string | null => {
		const id = ids[code];
		return id === undefined ? null : words[id]();
	};
	switch (column) {
		case 'segment':
			return (
				segmentsOf((params as Partial<RfmParams> | null)?.rules, terms.segments)[code]?.name ??
				t.customers.noSegment()
			);
		case 'type':
			return pick(valueTypeIds, terms.valueTypes);
		case 'stage':
			return pick(stageIds, terms.stages);
		case 'state':
			return pick(growthStates, terms.growth);
		case 'sign':
			return pick(toldSigns, t.stageModels.board.signs);
		case 'band':
			return pick(riskBands, terms.riskBands);
		case 'alive':
			return pick(aliveBands, terms.aliveBands);
		case 'reason':
			return pick(warningReasons, terms.warningReasons);
		case 'group':
			return pick(silenceGroups, terms.silenceGroups);
		case 'set':
			return pick(overviewSets, t.shell.overviewSets);
		case 'tier':
			// Called so in both languages.
			return 'ABC'[code] ?? null;
		default:
			return null;
	}
}

/**
 * A name in words for a mark of a result, from its table alone: "At Risk", "R2 × F5", "2011-03-01 · 4". Used when
 * an address names a mark and no chart has given it a title. Without the result, the method's own name.
 */
export function describeMark(
	mark: Omit<MarkSelection, 'title'>,
	analysis: Analysis | null,
	t: Messages
): string {
	const fallback = t.shell.screens[screenOfMethod(mark.method)]();
	const table = analysis?.result.tables[mark.table];
	if (table === undefined || mark.row >= table.rows) return fallback;
	const value = (name: string): number => numberAt(table.columns[name], mark.row);
	if (mark.method === 'rfm' && mark.table === 'matrix') return `R${value('r')} × F${value('column')}`;
	if (mark.method === 'rfm' && (mark.table === 'ranks' || mark.table === 'ruleChecks')) {
		return `R${value('r')} F${value('f')} M${value('m')}`;
	}
	if (mark.table === 'vip') return t.terms.vip[mark.row === 0 ? 'vip' : 'others']();
	if (mark.method === 'value' && mark.table === 'grid') {
		const tier = (name: string): string => t.terms.tiers[tierIds[value(name)] ?? 'c']();
		return t.value.grid.mark({ value: tier('tier'), potential: tier('potential') });
	}
	if (mark.method === 'value' && mark.table === 'loyalty') {
		const tier = t.terms.tiers[tierIds[value('tier')] ?? 'c']();
		return t.value.loyalty.mark({
			value: tier,
			orders: t.value.loyalty.columns[loyaltyIds[value('loyalty')] ?? 'once']()
		});
	}
	if (mark.method === 'value' && mark.table === 'curve' && analysis !== null) {
		const { unit } = analysis.result.params as ValueParams;
		return t.value.ltvCurve.point({ unit: t.terms.units[unit](), n: value('n') });
	}
	if (mark.method === 'lifecycle' && (mark.table === 'models' || mark.table === 'crossing'))
		return describeStages(mark.table, value, analysis, t) ?? fallback;
	if (mark.method === 'contribution') return describeContribution(mark, value, t);
	if (mark.method === 'migration') return describeMove(mark, analysis, t) ?? fallback;
	// Their words are loaded with the screen; a group goes by its value, and a period by its first day.
	if (mark.method === 'contracts' && mark.table === 'groups')
		return String(table.columns['label']?.[mark.row] ?? '') || fallback;
	if (mark.method === 'origins') return describeOrigin(mark, analysis, t);
	const returned = mark.method === 'retention' ? describeReturn(mark, value, analysis, t) : null;
	if (returned !== null) return returned;
	if (mark.method === 'findings' && mark.table === 'findings') {
		const { findings } = t;
		const subject = findings.subjects[findingSubjects[value('subject')] ?? 'revenue']();
		return findings.mark({ subject, period: formatDay(value('period')) });
	}
	const parts: string[] = [];
	for (const [name, type] of Object.entries(table.types)) {
		if (type === 'day') parts.push(formatDay(value(name)));
		else if (type === 'code')
			parts.push(wordsOf(name, value(name), t, analysis?.result.params) ?? String(value(name)));
		else if (name === 'n') parts.push(String(value(name)));
		else if (name === 'from') parts.push(rangeOf(value('from'), value('to')));
	}
	return parts.length === 0 ? fallback : parts.join(' · ');
}

/** Stages by their names: one of a model, or one of each. */
function describeStages(
	table: 'models' | 'crossing',
	value: (name: string) => number,
	analysis: Analysis | null,
	t: Messages
): string | null {
	if (analysis === null) return null;
	const { models } = analysis.result.params as LifecycleParams;
	const name = (model: number, column: string): string =>
		namedStages(models[model === 1 ? 1 : 0], t)[value(column)]?.name ?? '';
	const words = t.stageModels;
	if (table === 'crossing') return words.mark({ first: name(0, 'first'), second: name(1, 'second') });
	const at = value('model');
	return words.markStage({ stage: name(at, 'stage'), model: words.templates[models[at === 1 ? 1 : 0]]() });
}

/** A group's name is a value of the data, or a word for what is no value; steps and windows stand behind it. */
function describeOrigin(
	{ table, row }: Pick<MarkSelection, 'table' | 'row'>,
	analysis: Analysis | null,
	t: Messages
): string {
	const { origins } = t;
	const tables = analysis?.result.tables;
	const group = table === 'groups' ? row : numberAt(tables?.[table]?.columns['group'], row);
	const kind = groupKinds[numberAt(tables?.['groups']?.columns['kind'], group)] ?? 'all';
	const label = origins.kinds[kind]({ label: String(tables?.['groups']?.columns['label']?.[group] ?? '') });
	if (table === 'steps') {
		const step = originSteps[numberAt(tables?.['steps']?.columns['step'], row)] ?? 'known';
		return origins.funnel.mark({ label, step: origins.steps[step]() });
	}
	if (table === 'curve')
		return origins.curve.mark({ label, n: numberAt(tables?.['curve']?.columns['n'], row) });
	return label;
}

/** Groups by their names; places that are none, and single customers, by the name of the screen. */
function describeMove(
	{ table, row }: Pick<MarkSelection, 'table' | 'row'>,
	analysis: Analysis | null,
	t: Messages
): string | null {
	if (analysis === null) return null;
	const { tables, params } = analysis.result;
	const groups = movedGroups(params as MigrationParams, t.terms);
	const name = (column: string): string => {
		const place = numberAt(tables[table]?.columns[column], row);
		return groups[numberAt(tables['places']?.columns['code'], place)]?.name ?? '';
	};
	if (table === 'changes' || table === 'standings') return name('place') || null;
	const [from, to] = [name('from'), name('to')];
	return to === '' ? null : `${from} → ${to}`;
}

/** The tables of retention whose rows no general rule can name: kinds of buyers, counts of periods, brackets of a cohort. */
function describeReturn(
	{ table, row }: Pick<MarkSelection, 'table' | 'row'>,
	value: (name: string) => number,
	analysis: Analysis | null,
	{ retention: words }: Messages
): string | null {
	if (table === 'repeat') return words.repeat.mark[buyerKinds[row] ?? 'repeat']();
	if (table === 'exactly' || table === 'atLeast') return `${words.stickiness.kinds[table]()} = ${value('n')}`;
	if (table !== 'bracketCells') return null;
	const { from, to } = analysis?.result.tables['brackets']?.columns ?? {};
	const bracket = value('bracket');
	return `${formatDay(value('cohort'))} · ${rangeOf(numberAt(from, bracket), numberAt(to, bracket))}`;
}

function describeContribution(
	{ table, row }: Pick<MarkSelection, 'table' | 'row'>,
	value: (name: string) => number,
	{ contribution: words }: Messages
): string {
	if (table === 'top') return words.top.mark({ n: value('count') });
	if (table === 'moves' || table === 'profits') return words.moves[customerMoves[row] ?? 'new']();
	return words.steps[growthSteps[row] ?? 'start']();
}

function numberAt(column: TableColumn | undefined, row: number): number {
	const cell = column?.[row];
	return typeof cell === 'number' ? cell : NaN;
}

function rangeOf(from: number, to: number): string {
	if (to < 0) return `${from}+`;
	return to === from ? String(from) : `${from}–${to}`;
}
