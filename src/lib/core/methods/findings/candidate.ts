import type { findingAgainst, findingGroups, findingSources, FindingSubject } from './types.ts';

/** Where a number stands, for a click: row `row` of table `table` of what `source` answers. */
export interface Place {
	readonly source: (typeof findingSources)[number];
	readonly table: string;
	readonly row: number;
}

/** A finding before it is ranked. */
export interface Candidate {
	readonly group: (typeof findingGroups)[number];
	readonly subject: FindingSubject;
	readonly against: (typeof findingAgainst)[number];
	readonly period: number;
	readonly base: number;
	readonly item: number;
	readonly now: number;
	readonly was: number;
	readonly low: number;
	readonly high: number;
	readonly p: number;
	readonly n: number;
	readonly of: number;
	readonly money: number;
	readonly surprise: number;
	readonly history: number;
	readonly place: Place;
}

/** What most findings have none of. */
export const plain = {
	base: Number.NaN,
	item: -1,
	low: Number.NaN,
	high: Number.NaN,
	p: Number.NaN,
	n: 0,
	of: 0
} as const;
