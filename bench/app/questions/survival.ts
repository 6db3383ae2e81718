import { countSilences } from '#lib/core/methods/churn/silences.ts';
import { silenceCurve } from '#lib/core/methods/churn/survival-table.ts';
import { question, rounded } from './question.ts';
import { asOf, followedDays } from './sql.ts';

const groups = ['all', 'first', 'later'] as const;

export const survival = question({
	name: 'survival',
	title: 'Kaplan–Meier: survival of silence',
	screen: 'churn',
	linear: true,
	kernel:
		({ ledger, span }) =>
		() => {
			const silences = countSilences(ledger, span.firstDay, span.asOf);
			return groups.map((group) => silenceCurve(silences[group], 'log'));
		},
	counts(curves) {
		const counts: Record<string, number> = {};
		curves.forEach(({ time, atRisk, events, survival: share }, group) => {
			time.forEach((days, i) => {
				const name = `${groups[group]} ${days}`;
				counts[`${name} at_risk`] = atRisk[i] as number;
				if (events[i] !== 0) counts[`${name} events`] = events[i] as number;
				if (share[i] !== 0) counts[`${name} share`] = rounded(share[i] as number);
			});
		});
		return counts;
	},
	sql: [
		`CREATE OR REPLACE TABLE survival AS
		WITH silences AS (
			SELECT coalesce(next, ${asOf}) - day AS days, next IS NOT NULL AS ended,
				CASE WHEN day = min(day) OVER (PARTITION BY customer_id) THEN 'first' ELSE 'later' END AS grp
			FROM (${followedDays})
		), counted AS (
			SELECT coalesce(grp, 'all') AS grp, days, count(*) AS spells, count(*) FILTER (ended) AS events
			FROM silences GROUP BY GROUPING SETS ((grp, days), (days))
		), risk AS (
			SELECT grp, days, events, sum(spells) OVER (PARTITION BY grp ORDER BY days DESC) AS at_risk FROM counted
		)
		SELECT grp, days, events, at_risk,
			product(1 - events / at_risk) OVER (PARTITION BY grp ORDER BY days) AS share
		FROM risk`
	],
	answer: `
		SELECT grp || ' ' || days || ' at_risk' AS name, CAST(at_risk AS DOUBLE) AS value FROM survival UNION ALL
		SELECT grp || ' ' || days || ' events', CAST(events AS DOUBLE) FROM survival WHERE events > 0 UNION ALL
		SELECT grp || ' ' || days || ' share', round(share * 1e9) FROM survival WHERE share > 0`
});
