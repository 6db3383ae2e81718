import { newcombe, type Counted } from '../../math/compare/newcombe.ts';
import { twoProportions } from '../../math/compare/two-proportions.ts';
import { robust } from '../../math/robust.ts';
import { fewCustomers } from '../remarks.ts';
import { plain, type Candidate } from './candidate.ts';
import type { Sources } from './sources.ts';
import { deviation, fewestMovements, mostSurprise } from './usual.ts';

/** Periods after entry at which the newest cohort is compared with the older ones. */
const compared = [1, 3, 6, 12];

/** A complete cell of the cohort matrix. */
interface Cell extends Counted {
	readonly row: number;
	readonly cohort: number;
}

/**
 * What retention says: the newest cohort that has completed N against all older ones together (N = 1, 3, 6, 12; the
 * strongest of them), and the cell of the last year that lies furthest from the other cohorts' at the same N. Both only
 * where the interval of the difference leaves zero out. Cohorts of the first half year of the data are left out: their
 * members may have come before.
 */
export function cohortFindings(sources: Sources): Candidate[] {
	const byPeriods = cellsByPeriods(sources);
	return [
		strongest(compared.flatMap((n) => newestAgainstOlder(sources, byPeriods[n] ?? [], n))),
		strongest(byPeriods.flatMap((cells, n) => unusualCells(sources, cells, n)))
	].flatMap((found) => (found === null ? [] : [found]));
}

function strongest(some: readonly Candidate[]): Candidate | null {
	return some.reduce<Candidate | null>(
		(best, own) => (best === null || own.money * own.surprise > best.money * best.surprise ? own : best),
		null
	);
}

/** By N: the complete cells of settled cohorts, in time order. */
function cellsByPeriods({ retention, settled }: Sources): Cell[][] {
	const { cohort, n, base, active, incomplete } = retention.matrix.columns;
	const cells: Cell[][] = [];
	for (let row = 0; row < retention.matrix.rows; row++) {
		const at = n[row] as number;
		const start = cohort[row] as number;
		if (incomplete[row] === 1 || start < settled) continue;
		while (cells.length <= at) cells.push([]);
		cells[at]?.push({ row, cohort: start, count: active[row] as number, of: base[row] as number });
	}
	return cells;
}

function newestAgainstOlder(sources: Sources, cells: readonly Cell[], n: number): Candidate[] {
	const newest = cells.at(-1);
	const older = cells.slice(0, -1);
	if (newest === undefined || older.length === 0) return [];
	const rates = older.map(({ count, of }) => count / of);
	const before = together(older);
	const difference = newest.count / newest.of - before.count / before.of;
	const { spread } = robust(rates);
	const judged = rates.length >= fewestMovements;
	const surprise = !judged
		? 1
		: spread === 0
			? mostSurprise
			: Math.min(mostSurprise, Math.abs(difference) / spread);
	if (surprise < 1) return [];
	return compareCells(sources, newest, before, n, {
		group: 'changed',
		against: 'others',
		was: before.count / before.of,
		surprise,
		history: judged ? rates.length : 0
	});
}

function unusualCells(sources: Sources, cells: readonly Cell[], n: number): Candidate[] {
	const { trend, last, year, params } = sources;
	const since = trend.columns.period[Math.max(0, last - year + 1)] as number;
	const rates = Float64Array.from(cells, ({ count, of }) => count / of);
	return cells.flatMap((cell, at) => {
		if (n === 0 || cell.of < fewCustomers || cell.cohort < since) return [];
		const own = deviation(rates, at);
		if (own === null || own.times < params.outlier) return [];
		return compareCells(sources, cell, together(cells.filter((other) => other !== cell)), n, {
			group: 'unusual',
			against: 'usual',
			was: own.median,
			surprise: own.times,
			history: own.history
		});
	});
}

function compareCells(
	{ customerWorth }: Sources,
	cell: Cell,
	others: Counted,
	item: number,
	found: Pick<Candidate, 'group' | 'against' | 'was' | 'surprise' | 'history'>
): Candidate[] {
	const interval = newcombe(cell, others);
	if (!(interval.low > 0 || interval.high < 0)) return [];
	const now = cell.count / cell.of;
	return [
		{
			...plain,
			...found,
			...interval,
			subject: 'retention',
			period: cell.cohort,
			item,
			now,
			p: twoProportions(cell, others).p,
			n: cell.of,
			of: others.of,
			money: Math.abs(now - found.was) * cell.of * customerWorth,
			place: { source: 'retention', table: 'matrix', row: cell.row }
		}
	];
}

function together(cells: readonly Counted[]): Counted {
	return {
		count: cells.reduce((sum, { count }) => sum + count, 0),
		of: cells.reduce((sum, { of }) => sum + of, 0)
	};
}
