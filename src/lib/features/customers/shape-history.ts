import { stageIds, valueTypeIds, type CustomerHistory } from '#lib/api/index.ts';
import type { StepBand, StepDate, StepLine } from '#lib/charts/chart-data.ts';
import { segmentColor, stageColor, typeColor } from '#lib/charts/group-colors.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatDay } from '#lib/i18n/format.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import type { NamedSegment } from '#lib/i18n/segment-names.ts';

export interface HistoryShape {
	readonly dates: StepDate[];
	readonly lines: StepLine[];
	readonly bands: StepBand[];
	readonly table: TableTwin;
}

/** A customer's history from the first date on which they were known; all of it where they never were. */
export function shapeHistory(
	history: CustomerHistory,
	bins: number,
	segments: readonly NamedSegment[],
	t: Messages,
	words: TopicTexts<'customerCard'>['history']
): HistoryShape {
	const first = history.stage.findIndex((stage) => stage < stageIds.length);
	const places = Array.from(history.day.keys()).slice(Math.max(0, first));
	const nobody = { text: '', color: 'transparent' };
	const segment = (at: number) => {
		const code = history.segment[at] ?? 255;
		const named = segments[code];
		return named === undefined ? nobody : { text: named.name, color: segmentColor(named.tone) };
	};
	const type = (at: number) => {
		const code = history.type[at] ?? 255;
		const id = valueTypeIds[code];
		return id === undefined ? nobody : { text: t.terms.valueTypes[id](), color: typeColor(code) };
	};
	const stage = (at: number) => {
		const code = history.stage[at] ?? 255;
		const id = stageIds[code];
		return id === undefined ? nobody : { text: t.terms.stages[id](), color: stageColor(code) };
	};
	const scored = (at: number) => (history.r[at] ?? 0) > 0;
	const score = (name: 'r' | 'f' | 'm', at: number) => (scored(at) ? (history[name][at] ?? NaN) : NaN);
	const groups = [
		{ label: words.segment(), of: segment },
		{ label: words.type(), of: type },
		{ label: words.stage(), of: stage }
	];
	const scores = (['r', 'f', 'm'] as const).map((name) => ({ name, label: name.toUpperCase() }));
	return {
		dates: places.map((at) => {
			const day = formatDay(history.day[at] ?? NaN);
			return {
				label: day.slice(0, 7),
				lines: [
					day,
					scored(at) ? scores.map(({ name, label }) => `${label}${score(name, at)}`).join(' ') : words.none(),
					...groups.flatMap(({ label, of }) => (of(at).text === '' ? [] : [`${label}: ${of(at).text}`]))
				]
			};
		}),
		lines: scores.map(({ name, label }) => ({
			label,
			max: bins,
			values: places.map((at) => score(name, at))
		})),
		bands: groups
			.map(({ label, of }) => ({ label, parts: places.map(of) }))
			.filter(({ parts }) => parts.some(({ text }) => text !== '')),
		table: {
			columns: [
				{ id: 'date', label: words.date() },
				...scores.map(({ name, label }) => ({ id: name, label, align: 'end' as const })),
				...groups.map(({ label }) => ({ id: label, label }))
			],
			rows: places.map((at) => ({
				id: String(at),
				cells: [
					formatDay(history.day[at] ?? NaN),
					...scores.map(({ name }) => (scored(at) ? String(score(name, at)) : '–')),
					...groups.map(({ of }) => of(at).text || (scored(at) ? '–' : words.none()))
				]
			}))
		}
	};
}
