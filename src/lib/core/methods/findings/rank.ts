import { fewCustomers } from '../remarks.ts';
import type { Candidate } from './candidate.ts';
import {
	findingAgainst,
	findingGroups,
	findingSources,
	findingSubjects,
	type FindingsTables
} from './types.ts';

/** Digits to which two strengths are compared: rounding in the last ones must not decide a rank. */
const compared = 9;

/** How strong a finding is: the money it is about × how many times the usual it is. */
export function strengthOf({ money, surprise }: Pick<Candidate, 'money' | 'surprise'>): number {
	return money * surprise;
}

/**
 * The strongest first: by strength, then by surprise (which decides where there is no money), then in the order of groups,
 * subjects and comparisons. What is unusual of a number that is in the list as changed is left out: it is the same news.
 */
export function ranked(candidates: readonly Candidate[]): Candidate[] {
	const place = (of: Candidate): string => `${of.subject} ${of.period} ${of.item}`;
	const changed = new Set(candidates.filter(({ group }) => group === 'changed').map(place));
	const rounded = (value: number): number => Number(value.toPrecision(compared));
	return candidates
		.filter((own) => own.group !== 'unusual' || !changed.has(place(own)))
		.map((own) => ({ own, strength: rounded(strengthOf(own)), surprise: rounded(own.surprise) }))
		.sort(
			(a, b) =>
				b.strength - a.strength ||
				b.surprise - a.surprise ||
				findingGroups.indexOf(a.own.group) - findingGroups.indexOf(b.own.group) ||
				findingSubjects.indexOf(a.own.subject) - findingSubjects.indexOf(b.own.subject) ||
				findingAgainst.indexOf(a.own.against) - findingAgainst.indexOf(b.own.against) ||
				a.own.item - b.own.item
		)
		.map(({ own }) => own);
}

/** Ranked findings as columns. */
export function findingsTable(findings: readonly Candidate[]): FindingsTables['findings'] {
	const numbers = (of: (own: Candidate) => number): Float64Array => Float64Array.from(findings, of);
	const isFew = ({ n, of }: Candidate): boolean => n + of > 0 && Math.min(n, of) < fewCustomers;
	return {
		rows: findings.length,
		columns: {
			group: Uint8Array.from(findings, ({ group }) => findingGroups.indexOf(group)),
			subject: Uint8Array.from(findings, ({ subject }) => findingSubjects.indexOf(subject)),
			against: Uint8Array.from(findings, ({ against }) => findingAgainst.indexOf(against)),
			period: Int32Array.from(findings, ({ period }) => period),
			base: numbers(({ base }) => base),
			item: Int32Array.from(findings, ({ item }) => item),
			now: numbers(({ now }) => now),
			was: numbers(({ was }) => was),
			low: numbers(({ low }) => low),
			high: numbers(({ high }) => high),
			p: numbers(({ p }) => p),
			n: Uint32Array.from(findings, ({ n }) => n),
			of: Uint32Array.from(findings, ({ of }) => of),
			money: numbers(({ money }) => money),
			surprise: numbers(({ surprise }) => surprise),
			strength: numbers(strengthOf),
			history: Uint32Array.from(findings, ({ history }) => history),
			few: Uint8Array.from(findings, (own) => (isFew(own) ? 1 : 0)),
			source: Uint8Array.from(findings, ({ place }) => findingSources.indexOf(place.source)),
			table: findings.map(({ place }) => place.table),
			row: Uint32Array.from(findings, ({ place }) => place.row)
		},
		types: {
			group: 'code',
			subject: 'code',
			against: 'code',
			period: 'day',
			base: 'day',
			item: 'number',
			now: 'number',
			was: 'number',
			low: 'number',
			high: 'number',
			p: 'number',
			n: 'count',
			of: 'count',
			money: 'money',
			surprise: 'number',
			strength: 'number',
			history: 'count',
			few: 'flag',
			source: 'code',
			table: 'text',
			row: 'number'
		}
	};
}
