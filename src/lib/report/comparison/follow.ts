import type { ComparedState, StateComparison } from '#lib/api/comparison-api.ts';
import type { Analysis } from '#lib/api/analysis-api.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { matchingSteps, type Matching } from '#lib/core/comparison/match-codes.ts';
import type { Steps } from '#lib/core/comparison/steps.ts';
import { NO_GROUP, standingGroups, type StandingGroup, type Standings } from '#lib/core/comparison/types.ts';
import { stageIds } from '#lib/core/methods/lifecycle/types.ts';
import { segmentIds, valueTypeIds, type RfmParams, type RfmRule } from '#lib/core/methods/rfm/types.ts';

/** A state to compare: a snapshot, or what one of the open dataset would hold. */
export interface StateContent {
	readonly kind: ComparedState['kind'];
	readonly snapshot: OpenSnapshot;
}

/** The later state by the definitions of the earlier one, where its data are at hand. */
export interface HeldState {
	readonly analyses: readonly Analysis[];
	readonly standings: Standings | null;
}

export interface StatePair {
	readonly first: StateContent;
	readonly second: StateContent;
	readonly held: HeldState | null;
}

/** Groups between which customers are told to have moved. */
export interface FollowedGroups {
	readonly of: StandingGroup;
	/** Own segments, where there are; null for the eleven. */
	readonly rules: readonly RfmRule[] | null;
	/** How many groups there are. */
	readonly groups: number;
}

/** Customers that are known in both states, or in one of them. Money is in the units of the finer state. */
export interface Followed {
	readonly matching: Matching;
	readonly before: Standings;
	/** By the definitions of the earlier state, where these are other ones and could be kept. */
	readonly later: Standings;
	readonly by: readonly FollowedGroups[];
}

/**
 * Finds the customers of one state in the other, or says why nobody can be followed. Codes by different keys have nothing
 * in common; a base of which nobody stayed is not told from that. Linear in the customers.
 */
export function* followed({
	first,
	second,
	held
}: StatePair): Steps<Followed | NonNullable<StateComparison['unmatched']>> {
	const [a, b] = [first.snapshot, second.snapshot];
	if (a.standings === null || b.standings === null) return 'no-customers';
	const factors = moneyFactors(a, b);
	const before = scaled(a.standings, factors.first);
	const later = scaled(held?.standings ?? b.standings, factors.second);
	const matching = yield* matchingSteps(before.codes, later.codes);
	if (matching.first.length === 0) return 'other-codes';
	const by = groupsOf(before, later, held === null ? b : a, held !== null || sameSegments(a, b));
	return { matching, before, later, by };
}

/** Money of a state with fewer decimals is multiplied, so that both are in the units of the finer one. */
export function moneyFactors(
	a: OpenSnapshot,
	b: OpenSnapshot
): { readonly first: number; readonly second: number } {
	const scale = Math.max(a.dataset.scale, b.dataset.scale);
	return { first: 10 ** (scale - a.dataset.scale), second: 10 ** (scale - b.dataset.scale) };
}

export function scaled(standings: Standings, factor: number): Standings {
	return factor === 1 ? standings : { ...standings, revenue: standings.revenue.map((own) => own * factor) };
}

export function rfmOf({ analyses }: OpenSnapshot): RfmParams | null {
	const found = analyses.find(({ result }) => result.method === 'rfm');
	return found === undefined ? null : (found.result.params as RfmParams);
}

/** Whether the codes of segments stand for the same groups in both states. */
function sameSegments(a: OpenSnapshot, b: OpenSnapshot): boolean {
	const [one, other] = [rfmOf(a), rfmOf(b)];
	const by = (params: RfmParams | null) =>
		JSON.stringify([params?.rules, params?.bins, params?.source ?? null]);
	return by(one) === by(other);
}

/**
 * The groups of a snapshot by which anyone stands somewhere. By segments only where they are the same groups in both
 * states, as they are when the later one is reckoned by the definitions of the earlier.
 */
function groupsOf(
	before: Standings,
	later: Standings,
	snapshot: OpenSnapshot,
	segmentsToo: boolean
): FollowedGroups[] {
	const rules = rfmOf(snapshot)?.rules ?? null;
	const segments = rules === null ? segmentIds.length : new Set(rules.map(({ segment }) => segment)).size;
	const sizes = { segments, types: valueTypeIds.length, stages: stageIds.length };
	const isSome = (codes: Uint8Array) => codes.some((code) => code !== NO_GROUP);
	return standingGroups
		.filter((of) => (of !== 'segments' || segmentsToo) && isSome(before[of]) && isSome(later[of]))
		.map((of) => ({ of, rules, groups: sizes[of] }));
}
