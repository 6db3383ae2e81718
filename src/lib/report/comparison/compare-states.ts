import type { ComparedSection, ComparedState, StateComparison, GroupMoves } from '#lib/api/comparison-api.ts';
import type { DisclosedSection } from '#lib/api/disclosed-findings.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { atOnce, stretch, type Steps } from '#lib/core/comparison/steps.ts';
import { movesBetween } from '#lib/core/comparison/moves.ts';
import { revenueFactors } from '#lib/core/math/compare/revenue-factors.ts';
import type { MethodResult } from '#lib/core/methods/types.ts';
import { disclosedFindings } from '../disclose/disclosed-findings.ts';
import { voiceFor } from '../model/voice.ts';
import type { HiddenMemory } from '../redact/hidden-memory.ts';
import { snapshotInput } from '../snapshot/snapshot-input.ts';
import { askedOf, changedDefinitions, changedParams, obstacleBetween } from './definitions.ts';
import { comparedFigures, resultsOf, type StateNumbers } from './figures.ts';
import {
	followed,
	moneyFactors,
	rfmOf,
	scaled,
	type Followed,
	type StateContent,
	type StatePair
} from './follow.ts';
import { comparedTables } from './tables.ts';

export type { StateContent } from './follow.ts';

export interface StatesToCompare extends StatePair {
	readonly locale: 'zh-CN' | 'en';
	readonly hideBelow: number | null;
	/** What earlier files have hidden, where a file is made that hides groups. */
	readonly memory?: HiddenMemory;
}

/** Methods that compare on their own account: their answers are not compared once more. */
const comparing: readonly string[] = ['migration', 'findings'];

/**
 * What is another in the second state than in the first, and why: definitions and rules that differ, every figure with
 * its difference, every table cell by cell, and who moved between groups. Where small groups are hidden in one of the
 * files, or are to be, only what both may show is compared: no figure, no movement, no cell that one of them hides.
 */
export function compareStates(given: StatesToCompare): StateComparison {
	return atOnce(comparisonSteps(given));
}

/** The same in steps, for whoever has messages to listen to. */
export function* comparisonSteps(given: StatesToCompare): Steps<StateComparison> {
	const { first, second, locale } = given;
	const [a, b] = [first.snapshot, second.snapshot];
	const hidden = [a.disclosed?.hideBelow, b.disclosed?.hideBelow, given.hideBelow].filter(
		(k): k is number => typeof k === 'number'
	);
	const hideBelow = hidden.length === 0 ? null : Math.max(...hidden);
	const voice = voiceFor(locale, b.dataset);
	const about = {
		first: stateOf(first),
		second: stateOf(second),
		definitions: changedDefinitions(a, b, voice),
		rules: rfmOf(b)?.rules ?? null
	};
	const sections = yield* stretch(comparedSections(given, hideBelow), 0, hideBelow === null ? 0.4 : 1);
	if (hideBelow !== null) {
		const nothing = { held: false, figures: [], factors: null, moves: [], unmatched: 'hidden' } as const;
		return { ...about, ...nothing, sections };
	}
	const factors = moneyFactors(a, b);
	const numbers = (of: OpenSnapshot, factor: number): StateNumbers => ({
		results: resultsOf(of.analyses),
		asked: askedOf(of),
		standings: of.standings && scaled(of.standings, factor),
		factor,
		currency: of.dataset.currency
	});
	const [one, other] = [numbers(a, factors.first), numbers(b, factors.second)];
	const held = given.held && {
		results: resultsOf(given.held.analyses),
		standings: given.held.standings && scaled(given.held.standings, factors.second)
	};
	const customers = yield* stretch(followed(given), 0.4, 0.55);
	const known = typeof customers === 'string' ? null : customers;
	const compared = comparedFigures({ first: one, second: other, held, matching: known?.matching ?? null });
	const figures = yield* stretch(compared, 0.55, 0.9);
	return {
		...about,
		held: held !== null,
		figures,
		factors: sameMoney(a, b) ? factorsBetween(one, other) : null,
		sections,
		moves: known === null ? [] : yield* stretch(groupMoves(known), 0.9, 1),
		unmatched: typeof customers === 'string' ? customers : null
	};
}

function stateOf({ kind, snapshot }: StateContent): ComparedState {
	const { dataset, disclosed, analyses, standings } = snapshot;
	const frame = (analyses[0]?.result ?? disclosed?.sections[0])?.frame;
	return {
		kind,
		name: snapshot.title,
		createdAt: snapshot.createdAt,
		dataset: dataset.name,
		asOf: frame?.asOf ?? dataset.lastDay,
		from: frame?.from ?? null,
		currency: dataset.currency,
		scale: dataset.scale,
		refunds: snapshot.refunds,
		hideBelow: disclosed?.hideBelow ?? null,
		standings: standings !== null
	};
}

const sameMoney = (a: OpenSnapshot, b: OpenSnapshot): boolean => a.dataset.currency === b.dataset.currency;

function factorsBetween(first: StateNumbers, second: StateNumbers): StateComparison['factors'] {
	const [a, b] = [first.results.get('overview'), second.results.get('overview')];
	const [asked, now] = [first.asked.get('overview'), second.asked.get('overview')];
	if (!a || !b || !asked || !now || obstacleBetween(asked, now) !== null) return null;
	const sums = ({ scalars: { customers, orders, revenue } }: MethodResult, factor: number) => ({
		customers: customers ?? Number.NaN,
		orders: orders ?? Number.NaN,
		revenue: (revenue ?? Number.NaN) * factor
	});
	return revenueFactors(sums(b, second.factor), sums(a, first.factor));
}

/** Who moved, by all groups that both states have. */
function* groupMoves({ matching, before, later, by }: Followed): Steps<GroupMoves[]> {
	const moves: GroupMoves[] = [];
	for (const { of, rules, groups } of by) {
		moves.push({ of, rules, ...movesBetween(matching, before, later, of, groups) });
		yield moves.length / by.length;
	}
	return moves;
}

/** The tables of every method that both states have. */
function* comparedSections(given: StatesToCompare, hideBelow: number | null): Steps<ComparedSection[]> {
	const [a, b] = [given.first.snapshot, given.second.snapshot];
	const locales = [a.disclosed?.locale, b.disclosed?.locale].filter((locale) => locale !== undefined);
	const [locale = given.locale] = locales;
	// Words of two languages cannot be found in each other.
	if (locales.some((other) => other !== locale)) return [];
	const now = yield* stretch(findingsOf(b), 0, 0.4);
	const before = yield* stretch(findingsOf(a), 0.4, 0.8);
	const later = new Map(now.map((section) => [section.method, section]));
	const how = { factors: moneyFactors(a, b), money: sameMoney(a, b), hiding: hideBelow !== null };
	const sections: ComparedSection[] = [];
	for (const [i, section] of before.entries()) {
		const other = later.get(section.method);
		if (other === undefined || comparing.includes(section.method)) continue;
		const { method, title } = section;
		// Rows of one head may be other people in the tables of another version.
		const obstacle =
			section.version === other.version
				? obstacleBetween(askedSection(section), askedSection(other))
				: 'version';
		const unit = changedParams(askedSection(section), askedSection(other)).includes('unit');
		const tables = obstacle !== null || unit ? [] : comparedTables(section, other, how);
		sections.push({ method, title, obstacle: obstacle ?? (unit ? 'parameter' : null), tables });
		yield 0.8 + (0.2 * (i + 1)) / before.length;
	}
	return sections;

	/** What a snapshot says, an analysis at a time: each is a section of its own. */
	function* findingsOf(snapshot: OpenSnapshot): Steps<readonly DisclosedSection[]> {
		if (snapshot.disclosed !== null) return snapshot.disclosed.sections;
		const found: DisclosedSection[] = [];
		for (const analysis of snapshot.analyses) {
			const input = snapshotInput(snapshot, locale, [analysis]);
			const request = { ...input.request, hideBelow };
			const memory = given.memory && { memory: given.memory };
			found.push(...disclosedFindings({ ...input, request, ...memory }).sections);
			yield found.length / snapshot.analyses.length;
		}
		return found;
	}
}

const askedSection = ({ method, version, params, frame }: DisclosedSection) => ({
	method,
	version,
	params: params as Readonly<Record<string, unknown>>,
	frame
});
