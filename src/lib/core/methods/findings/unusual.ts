import { plain, type Candidate } from './candidate.ts';
import type { Series } from './series.ts';
import type { Sources } from './sources.ts';
import { deviation } from './usual.ts';

/**
 * Of each measure, the complete period of the last year that lies furthest from the median of all the others, where that
 * is `outlier` usual deviations or more. Of equal ones the later.
 */
export function unusualFindings(sources: Sources, series: readonly Series[]): Candidate[] {
	const { trend, last, year, params } = sources;
	return series.flatMap(({ subject, values, worth, place }): Candidate[] => {
		let found: Candidate | null = null;
		for (let row = last; row > Math.max(-1, last - year); row--) {
			const now = values[row] as number;
			if (Number.isNaN(now)) continue;
			const own = deviation(values, row);
			if (own === null || own.times < params.outlier || own.times <= (found?.surprise ?? 0)) continue;
			found = {
				...plain,
				group: 'unusual',
				subject,
				against: 'usual',
				period: trend.columns.period[row] as number,
				now,
				was: own.median,
				money: worth(now - own.median, row),
				surprise: own.times,
				history: own.history,
				place: place(row)
			};
		}
		return found === null ? [] : [found];
	});
}
