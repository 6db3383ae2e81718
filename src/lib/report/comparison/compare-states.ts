import type { Analysis } from '#lib/api/analysis-api.ts';
import type { ComparedSection, ComparedState, StateComparison, GroupMoves } from '#lib/api/comparison-api.ts';
import type { DisclosedFindings, DisclosedSection } from '#lib/api/disclosed-findings.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { matchCodes, type Matching } from '#lib/core/comparison/match-codes.ts';
import { movesBetween } from '#lib/core/comparison/moves.ts';
import { NO_GROUP, standingGroups, type Standings } from '#lib/core/comparison/types.ts';
import { splitChange as factorsOf } from '#lib/core/methods/findings/split-change.ts';
import { stageIds } from '#lib/core/methods/lifecycle/types.ts';
import { segmentIds, valueTypeIds, type RfmParams } from '#lib/core/methods/rfm/types.ts';
import type { MethodResult } from '#lib/core/methods/types.ts';
import { disclosedFindings } from '../disclose/disclosed-findings.ts';
import { voiceFor } from '../model/voice.ts';
import type { HiddenMemory } from '../redact/hidden-memory.ts';
import { snapshotInput } from '../snapshot/snapshot-input.ts';
import { askedOf, changedDefinitions, changedParams, obstacleBetween } from './definitions.ts';
import { comparedFigures, resultsOf, type StateNumbers } from './figures.ts';
import { comparedTables } from './tables.ts';

/** A state to compare: a snapshot, or what one of the open dataset would hold. */
export interface StateContent {
	readonly kind: ComparedState['kind'];
	readonly snapshot: OpenSnapshot;
}

export interface StatesToCompare {
	readonly first: StateContent;
	readonly second: StateContent;
	/** The later state by the definitions of the earlier one, where its data are at hand. */
	readonly held: { readonly analyses: readonly Analysis[]; readonly standings: Standings | null } | null;
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
	const sections = comparedSections(given, hideBelow);
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
	const unmatched = unmatchedWhy(one.standings, other.standings);
	const later = held?.standings ?? other.standings;
	const matching =
		unmatched === null && one.standings !== null && later !== null
			? matchCodes(one.standings.codes, later.codes)
			: null;
	return {
		...about,
		held: held !== null,
		figures: comparedFigures({ first: one, second: other, held, matching }),
		factors: sameMoney(a, b) ? revenueFactors(one, other) : null,
		sections,
		moves:
			matching === null || later === null
				? []
				: groupMoves(matching, one.standings, later, held ? a : b, held !== null || sameSegments(a, b)),
		unmatched
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

/** Money of a state with fewer decimals is multiplied, so that both are in the units of the finer one. */
function moneyFactors(a: OpenSnapshot, b: OpenSnapshot): { readonly first: number; readonly second: number } {
	const scale = Math.max(a.dataset.scale, b.dataset.scale);
	return { first: 10 ** (scale - a.dataset.scale), second: 10 ** (scale - b.dataset.scale) };
}

const sameMoney = (a: OpenSnapshot, b: OpenSnapshot): boolean => a.dataset.currency === b.dataset.currency;

function scaled(standings: Standings, factor: number): Standings {
	return factor === 1 ? standings : { ...standings, revenue: standings.revenue.map((own) => own * factor) };
}

function rfmOf({ analyses }: OpenSnapshot): RfmParams | null {
	const found = analyses.find(({ result }) => result.method === 'rfm');
	return found === undefined ? null : (found.result.params as RfmParams);
}

function revenueFactors(first: StateNumbers, second: StateNumbers): StateComparison['factors'] {
	const [a, b] = [first.results.get('overview'), second.results.get('overview')];
	const [asked, now] = [first.asked.get('overview'), second.asked.get('overview')];
	if (!a || !b || !asked || !now || obstacleBetween(asked, now) !== null) return null;
	const sums = ({ scalars: { customers, orders, revenue } }: MethodResult, factor: number) => ({
		customers: customers ?? Number.NaN,
		orders: orders ?? Number.NaN,
		revenue: (revenue ?? Number.NaN) * factor
	});
	return factorsOf(sums(b, second.factor), sums(a, first.factor));
}

/** Codes by different keys have nothing in common; a base of which nobody stayed is not told from that. */
function unmatchedWhy(a: Standings | null, b: Standings | null): StateComparison['unmatched'] {
	if (a === null || b === null) return 'no-customers';
	const { first }: Matching = matchCodes(a.codes, b.codes);
	return first.length === 0 ? 'other-codes' : null;
}

/** Whether the codes of segments stand for the same groups in both states. */
function sameSegments(a: OpenSnapshot, b: OpenSnapshot): boolean {
	const [one, other] = [rfmOf(a), rfmOf(b)];
	return JSON.stringify(one?.rules) === JSON.stringify(other?.rules) && one?.bins === other?.bins;
}

/**
 * Who moved, by the groups of a snapshot. By segments only where there are any, and where they are the same groups in both
 * states, as they are when the later one is reckoned by the definitions of the earlier.
 */
function groupMoves(
	matching: Matching,
	before: Standings | null,
	now: Standings,
	groupsOf: OpenSnapshot,
	segmentsToo: boolean
): GroupMoves[] {
	if (before === null) return [];
	const rules = rfmOf(groupsOf)?.rules ?? null;
	const segments = rules === null ? segmentIds.length : new Set(rules.map(({ segment }) => segment)).size;
	const sizes = { segments, types: valueTypeIds.length, stages: stageIds.length };
	const isSome = (codes: Uint8Array) => codes.some((code) => code !== NO_GROUP);
	return standingGroups.flatMap((of): GroupMoves[] => {
		if (of === 'segments' && !segmentsToo) return [];
		if (!isSome(before[of]) || !isSome(now[of])) return [];
		return [{ of, rules, ...movesBetween(matching, before, now, of, sizes[of]) }];
	});
}

/** The tables of every method that both states have. */
function comparedSections(given: StatesToCompare, hideBelow: number | null): ComparedSection[] {
	const [a, b] = [given.first.snapshot, given.second.snapshot];
	const locales = [a.disclosed?.locale, b.disclosed?.locale].filter((locale) => locale !== undefined);
	const [locale = given.locale] = locales;
	// Words of two languages cannot be found in each other.
	if (locales.some((other) => other !== locale)) return [];
	const findings = (snapshot: OpenSnapshot): DisclosedFindings => {
		if (snapshot.disclosed !== null) return snapshot.disclosed;
		const input = snapshotInput(snapshot, locale, snapshot.analyses);
		const request = { ...input.request, hideBelow };
		return disclosedFindings({ ...input, request, ...(given.memory && { memory: given.memory }) });
	};
	const later = new Map(findings(b).sections.map((section) => [section.method, section]));
	const how = { factors: moneyFactors(a, b), money: sameMoney(a, b), hiding: hideBelow !== null };
	return findings(a).sections.flatMap((section): ComparedSection[] => {
		const other = later.get(section.method);
		if (other === undefined || comparing.includes(section.method)) return [];
		const { method, title } = section;
		const obstacle = obstacleBetween(askedSection(section), askedSection(other));
		const unit = changedParams(askedSection(section), askedSection(other)).includes('unit');
		const tables = obstacle !== null || unit ? [] : comparedTables(section, other, how);
		return [{ method, title, obstacle: obstacle ?? (unit ? 'parameter' : null), tables }];
	});
}

const askedSection = ({ method, version, params, frame }: DisclosedSection) => ({
	method,
	version,
	params: params as Readonly<Record<string, unknown>>,
	frame
});
