import { parse } from 'valibot';
import { standingOn, NOT_YET } from '#lib/core/methods/migration/standing.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { segmentCodes } from '#lib/core/methods/rfm/segment-map.ts';
import { segmentIds } from '#lib/core/methods/rfm/types.ts';
import { question } from './question.ts';
import { scored } from './rfm.ts';
import { asOf } from './sql.ts';

/** Days between the two that are compared. */
const apart = 90;

const segmentOfCode = `map {${segmentIds
	.flatMap((id) => segmentCodes[id].split(' ').map((code) => `${code}: '${id}'`))
	.join(', ')}}`;
const segment = (row: string): string =>
	`${segmentOfCode}[CAST(${row}.rs * 100 + ${row}.fs * 10 + ${row}.ms AS INT)]`;

export const movement = question({
	name: 'movement',
	title: 'Movement between RFM segments, two days',
	screen: 'migration',
	linear: false,
	kernel({ ledger, frame }) {
		const params = parse(methods.migration.params, { of: 'segments' });
		const on = (day: number) => standingOn({ ledger, frame }, params, day).of;
		return () => {
			const [before, now] = [on(frame.asOf - apart), on(frame.asOf)];
			const cells = new Uint32Array(256 * 256);
			for (let who = 0; who < now.length; who++) {
				const cell = (before[who] as number) * 256 + (now[who] as number);
				cells[cell] = (cells[cell] as number) + 1;
			}
			return cells;
		};
	},
	counts(cells) {
		const counts: Record<string, number> = {};
		const name = (code: number): string => (code === NOT_YET ? 'nobody' : (segmentIds[code] as string));
		cells.forEach((customers, cell) => {
			if (customers > 0) counts[`${name(cell >> 8)} → ${name(cell & 255)}`] = customers;
		});
		return counts;
	},
	sql: [
		scored('before', `(${asOf} - ${apart})`),
		scored('today', asOf),
		`CREATE OR REPLACE TABLE movement AS
		WITH pairs AS (
			SELECT CASE WHEN b.rs IS NULL THEN 'nobody' ELSE ${segment('b')} END AS origin, ${segment('t')} AS target
			FROM today AS t LEFT JOIN before AS b USING (customer_id)
		)
		SELECT origin, target, count(*) AS customers FROM pairs GROUP BY ALL`
	],
	answer: `SELECT origin || ' → ' || target AS name, CAST(customers AS DOUBLE) AS value FROM movement`
});
