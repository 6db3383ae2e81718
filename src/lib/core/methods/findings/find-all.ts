import { observedSpan } from '../observed-span.ts';
import type { MethodInput } from '../types.ts';
import { moverFindings, partFindings, segmentFindings } from './carried.ts';
import { changedFindings } from './changed.ts';
import { cohortFindings } from './cohorts.ts';
import { findMovers, moversTable } from './movers.ts';
import { findingsTable, ranked } from './rank.ts';
import { segmentsBefore, segmentShares, segmentsTable } from './segment-shares.ts';
import { seriesOf } from './series.ts';
import { readSources, type Sources } from './sources.ts';
import type { FindingsParams, FindingsTables } from './types.ts';
import { unusualFindings } from './unusual.ts';

/** The findings and what they rest on; `sources` is null without a day to look at. */
export interface Found {
	readonly sources: Sources | null;
	readonly all: number;
	readonly tables: FindingsTables;
	readonly segments: Uint8Array;
}

/** Looks for everything, and ranks it. */
export function findAll(input: MethodInput, params: FindingsParams): Found {
	const span = observedSpan(input);
	const sources = span === null || span.from > span.asOf ? null : readSources(input, span, params);
	if (sources === null || sources.before < 0) {
		return {
			sources,
			all: 0,
			tables: { findings: findingsTable([]), segments: segmentsTable([]), movers: moversTable([]) },
			segments: new Uint8Array(0)
		};
	}
	const series = seriesOf(sources);
	const segments = segmentsBefore(input, (sources.trend.columns.period[sources.before] as number) - 1);
	const shares = segmentShares(sources, segments);
	const movers = findMovers(sources);
	const all = ranked([
		...changedFindings(sources, series),
		...cohortFindings(sources),
		...partFindings(sources),
		...segmentFindings(sources, shares),
		...moverFindings(sources, movers),
		...unusualFindings(sources, series)
	]);
	return {
		sources,
		all: all.length,
		tables: { findings: findingsTable(all.slice(0, params.listed)), segments: shares, movers: movers.table },
		segments
	};
}
