import { groupKinds, originSteps, type OriginsResult } from '#lib/core/methods/origins/types.ts';
import { end, numberAt, plain, quiet, rowIndices, said, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import { earlyValue, repeatRates, returnCurves } from './origins-figures.ts';
import { describeParameters } from './parameters.ts';
import type { Block, Cell, Finding } from './types.ts';
import type { Voice } from './voice.ts';

/** Fewer than this say too little of a group to put it on top. */
const minimum = 30;

/** Where customers come from: the groups with what they brought, and their way from known to mature. */
export function describeOrigins(result: OriginsResult, voice: Voice): MethodContent {
	return {
		findings: findings(result, voice),
		blocks: result.status === 'ok' ? blocks(result, voice) : [],
		parameters: describeParameters({ ...result.params, by: result.params.by ?? attributeOf(result) }, voice)
	};
}

function blocks(result: OriginsResult, voice: Voice): Block[] {
	const name = (row: number) => nameOf(result, row, voice);
	return [
		groups(result, voice),
		repeatRates(result, name, voice),
		...earlyValue(result, name, voice),
		...returnCurves(result, name, voice),
		steps(result, voice)
	];
}

const attributeOf = ({ tables }: OriginsResult): string => tables.attribute.columns.header[0] ?? '';

function nameOf({ tables }: OriginsResult, row: number, { messages }: Voice): string {
	const { kind, label } = tables.groups.columns;
	return messages.origins.kinds[groupKinds[kind[row] ?? 0] ?? 'value']({ label: label[row] ?? '' });
}

function findings(result: OriginsResult, voice: Voice): Finding[] {
	const { lead, rest } = voice.messages.origins;
	const { scalars: s, tables, params } = result;
	if (result.status !== 'ok') return [];
	const at = (name: string, row: number) => numberAt(tables.groups, name, row);
	const all = tables.groups.rows - 1;
	/** The row of a single value with enough in `filled` and the most in `name`; null when fewer than two have enough. */
	const best = (name: string, filled: string): number | null => {
		const rows = rowIndices(tables.groups).filter(
			(row) => tables.groups.columns.kind[row] === groupKinds.indexOf('value') && at(filled, row) >= minimum
		);
		return rows.length < 2 ? null : rows.reduce((top, row) => (at(name, row) > at(name, top) ? row : top));
	};
	const value = best('valueWithin', 'followed');
	const repeat = best('repeatRate', 'customers');
	let strong = lead.none({ n: s.customers, minimum });
	if (value !== null) {
		strong = lead.value({
			label: nameOf(result, value, voice),
			best: voice.money(at('valueWithin', value)),
			all: voice.money(at('valueWithin', all)),
			days: params.valueDays
		});
	} else if (repeat !== null) {
		strong = lead.repeat({
			label: nameOf(result, repeat, voice),
			best: at('repeatRate', repeat),
			all: at('repeatRate', all)
		});
	}
	const chance = (p: number) => (p < 0.001 ? '< 0.001' : `= ${voice.number(p, 3)}`);
	const told = (p: number, differ: typeof rest.differ, alike: typeof rest.alike): string[] =>
		Number.isNaN(p) ? [] : [(p < 0.05 ? differ : alike)({ p: chance(p) })];
	const test = [...told(s.valueP, rest.valueDiffers, rest.valueAlike), ...told(s.p, rest.differ, rest.alike)];
	const of = rest.groups({ n: s.values, by: attributeOf(result), customers: s.customers });
	return [{ strong, rest: [of, ...test].join(voice.locale === 'en' ? ' ' : '') }];
}

function groups(result: OriginsResult, voice: Voice): Block {
	const { groups: words } = voice.messages.origins;
	const { groups: table } = result.tables;
	const at = (name: string, row: number) => numberAt(table, name, row);
	const days = result.params.valueDays;
	return {
		id: 'groups',
		kind: 'table',
		about: 'groups',
		title: words.title(),
		finding: '',
		table: {
			caption: voice.words.table({ title: words.title() }),
			columns: [
				start(attributeOf(result)),
				end(words.customers()),
				start(words.share()),
				...[words.revenue(), words.revenueShare()].map(end),
				...[words.repeatRate(), voice.messages.charts.interval()].map(end),
				...[words.secondDays(), words.followed(), words.valueWithin({ days })].map(end),
				end(voice.messages.charts.interval())
			],
			behind: rowIndices(table).map((row) => [at('known', row), at('repeat', row)]),
			rows: rowIndices(table).map((row): Cell[] => [
				plain(nameOf(result, row, voice)),
				said(voice, 'count', at('customers', row)),
				{ ...said(voice, 'share', at('share', row)), bar: at('share', row) },
				said(voice, 'money', at('revenue', row)),
				said(voice, 'share', at('revenueShare', row)),
				said(voice, 'share', at('repeatRate', row)),
				quiet(voice.shares(at('low', row), at('high', row))),
				said(voice, 'number', at('secondDays', row), 1),
				said(voice, 'count', at('followed', row)),
				said(voice, 'money', at('valueWithin', row)),
				quiet(`${voice.money(at('valueLow', row))} – ${voice.money(at('valueHigh', row))}`)
			])
		}
	};
}

function steps(result: OriginsResult, voice: Voice): Block {
	const { funnel: words, groups: heads, steps: names } = voice.messages.origins;
	const { steps: table } = result.tables;
	return {
		id: 'funnel',
		kind: 'table',
		about: 'groups',
		title: words.title(),
		finding: words.finding(),
		table: {
			caption: voice.words.table({ title: words.title() }),
			columns: [
				start(attributeOf(result)),
				start(words.step()),
				...[heads.customers(), words.conversion(), voice.messages.charts.interval()].map(end),
				...[words.medianDays(), words.p90Days()].map(end)
			],
			// Over all groups each step has a sum of its own.
			parts: rowIndices(table).map((row) => numberAt(table, 'step', row)),
			rows: rowIndices(table).map((row): Cell[] => [
				plain(nameOf(result, numberAt(table, 'group', row), voice)),
				plain(names[originSteps[numberAt(table, 'step', row)] ?? 'known']()),
				said(voice, 'count', numberAt(table, 'customers', row)),
				said(voice, 'share', numberAt(table, 'conversion', row)),
				quiet(voice.shares(numberAt(table, 'low', row), numberAt(table, 'high', row))),
				said(voice, 'number', numberAt(table, 'medianDays', row), 1),
				said(voice, 'number', numberAt(table, 'p90Days', row), 1)
			])
		}
	};
}
