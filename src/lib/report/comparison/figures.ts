import type { ComparedFigure, Obstacle } from '#lib/api/comparison-api.ts';
import type { Analysis } from '#lib/api/analysis-api.ts';
import type { Matching } from '#lib/core/comparison/match-codes.ts';
import { figureOf, splitChange } from '#lib/core/comparison/split-change.ts';
import type { Steps } from '#lib/core/comparison/steps.ts';
import type { ChangeSplit, Standings } from '#lib/core/comparison/types.ts';
import { newcombe } from '#lib/core/math/compare/newcombe.ts';
import { twoProportions } from '#lib/core/math/compare/two-proportions.ts';
import type { MethodResult } from '#lib/core/methods/types.ts';
import { changedParams, obstacleBetween, type Asked } from './definitions.ts';
import { figureSources, type FigureSource } from './figure-sources.ts';

/** The results of a state, and where its customers stand. Money is in the units of the finer state. */
export interface StateNumbers {
	readonly results: ReadonlyMap<string, MethodResult>;
	readonly asked: ReadonlyMap<string, Asked>;
	readonly standings: Standings | null;
	/** What money is multiplied by. */
	readonly factor: number;
	readonly currency: string | null;
}

/** Both states, and the later one by the definitions of the earlier one. */
export interface NumbersCompared {
	readonly first: StateNumbers;
	readonly second: StateNumbers;
	readonly held: Pick<StateNumbers, 'results' | 'standings'> | null;
	/** Between the first and the second by its definitions; null where nobody can be followed. */
	readonly matching: Matching | null;
}

/** A result that says something, by its method. */
export function resultsOf(analyses: readonly Analysis[]): ReadonlyMap<string, MethodResult> {
	return new Map(
		analyses.filter(({ result }) => result.status === 'ok').map(({ result }) => [result.method, result])
	);
}

/** Every figure of both states, the largest change first. */
export function* comparedFigures(given: NumbersCompared): Steps<ComparedFigure[]> {
	const { first, second } = given;
	const both = new Map([...first.results].filter(([method]) => second.results.has(method)));
	const known = figureSources(both);
	const names = new Set(known.map(nameOf));
	// A group that only the second state has.
	const added = figureSources(
		new Map([...second.results].filter(([method]) => first.results.has(method)))
	).filter((source) => !names.has(nameOf(source)));
	const sources = [...known, ...added];
	const figures: ComparedFigure[] = [];
	for (const source of sources) {
		figures.push(comparedFigure(source, given));
		yield figures.length / sources.length;
	}
	return figures
		.filter(({ first: a, second: b }) => !Number.isNaN(a) || !Number.isNaN(b))
		.sort((a, b) => b.weight - a.weight);
}

const nameOf = ({ id, group, n }: FigureSource) => [id, group?.of, group?.code, n].join();

function comparedFigure(source: FigureSource, given: NumbersCompared): ComparedFigure {
	const { first, second, held } = given;
	const { id, method, as } = source;
	const before = first.results.get(method) as MethodResult;
	const now = second.results.get(method) as MethodResult;
	const [asked, askedNow] = [first.asked.get(method) as Asked, second.asked.get(method) as Asked];
	const changed = changedParams(asked, askedNow);
	const obstacle = obstacleOf(source, given, obstacleBetween(asked, askedNow), changed);
	const of = (result: MethodResult, factor: number) => source.value(result) * (as === 'money' ? factor : 1);
	const [a, b] = [of(before, first.factor), of(now, second.factor)];
	const difference = obstacle === null ? b - a : Number.NaN;
	const asHeld = held?.results.get(method);
	const rate = source.counted !== undefined && obstacle === null && !Number.isNaN(difference);
	const counts = rate ? ([source.counted(now), source.counted(before)] as const) : null;
	return {
		...{ id, method, as, first: a, second: b, difference, obstacle },
		group: source.group ?? null,
		n: source.n ?? null,
		relative: as === 'share' || a === 0 ? Number.NaN : difference / Math.abs(a),
		interval: counts && newcombe(...counts),
		p: counts === null ? Number.NaN : twoProportions(...counts).p,
		redefined: changed.length > 0,
		held: asHeld === undefined ? Number.NaN : of(asHeld, second.factor),
		split: obstacle === null ? splitOf(source, given, a, b) : null,
		weight: weightOf(source, given, a, b, difference)
	};
}

function obstacleOf(
	{ as, rests = [] }: FigureSource,
	{ first, second }: NumbersCompared,
	own: Obstacle | null,
	changed: readonly string[]
): Obstacle | null {
	if (own !== null) return own;
	if (as === 'money' && first.currency !== second.currency) return 'currency';
	return rests.some((name) => changed.includes(name)) ? 'parameter' : null;
}

/** The split by customers, where what each of them is said to have adds up to the figure. */
function splitOf(
	{ customers }: FigureSource,
	{ first, second, held, matching }: NumbersCompared,
	a: number,
	b: number
): ChangeSplit | null {
	const standings = held?.standings ?? second.standings;
	if (customers === undefined || matching === null || first.standings === null || standings === null)
		return null;
	const [before, later] = [customers(first.standings), customers(standings)];
	if (!near(figureOf(before), a)) return null;
	// Without the other definitions' answer, all that differs is told of the data.
	if (held === null && !near(figureOf(later), b)) return null;
	return splitChange(matching, before, later, held === null ? figureOf(later) : b);
}

const near = (a: number, b: number): boolean =>
	Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** A change as a share of what it is part of, or, for what is no part, of itself; a share's in points. */
function weightOf(
	{ as, whole }: FigureSource,
	{ first, second }: NumbersCompared,
	a: number,
	b: number,
	difference: number
): number {
	if (Number.isNaN(difference)) return 0;
	const size = Math.abs(difference);
	if (as === 'share') return size;
	const of = ({ results, factor }: StateNumbers) =>
		whole === undefined
			? Number.NaN
			: (results.get('overview')?.scalars[whole] ?? Number.NaN) * (whole === 'revenue' ? factor : 1);
	const base = Math.max(of(first), of(second)) || Math.max(Math.abs(a), Math.abs(b));
	return base === 0 ? 0 : size / base;
}
