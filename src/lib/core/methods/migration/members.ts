import { noSuchSelection, selectCustomers } from '../select-customers.ts';
import type { Comparison } from './compare.ts';
import { cellOf } from './matrix.ts';
import { hasPart } from './sizes.ts';
import { NOT_YET } from './standing.ts';
import { moveWays, sizeParts, type MigrationParams, type MigrationTables } from './types.ts';
import { riskMembers, wayMembers } from './ways.ts';

/**
 * Who stands behind a row: of `places` those who are there now (for "not yet", those who came), of `changes` those who made
 * the part, of `ways` and `risk` those who moved so, of `matrix` and `flows` those who went that way, of `standings` those who were there, of `movers` the one.
 *
 * @throws CoreError `selection-invalid`
 */
export function migrationMembers(
	params: MigrationParams,
	comparison: Comparison,
	tables: MigrationTables,
	table: string,
	row: number
): Uint32Array {
	if (table === 'ways' && moveWays[row] !== undefined) return wayMembers(params, comparison, row);
	const atRisk = table === 'risk' && row === 0 ? riskMembers(params, comparison) : null;
	if (atRisk !== null) return atRisk;
	const belongs = row >= 0 && Number.isInteger(row) ? test(comparison, tables, table, row) : null;
	if (belongs === null) throw noSuchSelection(table, row);
	return selectCustomers(comparison.now.of.length, belongs);
}

function test(
	{ before, now, held, places, onDates }: Comparison,
	tables: MigrationTables,
	table: string,
	row: number
): ((who: number) => boolean) | null {
	const { codes, rowOf } = places;
	switch (table) {
		case 'places': {
			if (row >= codes.length) return null;
			if (codes[row] === NOT_YET) return (who) => before.of[who] === NOT_YET && now.of[who] !== NOT_YET;
			return (who) => now.of[who] === codes[row];
		}
		case 'changes': {
			if (row >= tables.changes.rows) return null;
			const place = codes[Math.floor(row / sizeParts.length)] as number;
			const part = row % sizeParts.length;
			return (who) =>
				hasPart([before.of[who] as number, held.of[who] as number, now.of[who] as number], place, part);
		}
		case 'matrix': {
			if (row >= tables.matrix.rows) return null;
			return (who) => {
				const to = now.of[who] as number;
				return to !== NOT_YET && cellOf(places, before.of[who] as number, to) === row;
			};
		}
		case 'movers': {
			if (row >= tables.movers.rows) return null;
			const one = tables.movers.columns.customer[row];
			return (who) => who === one;
		}
		case 'standings': {
			if (row >= tables.standings.rows) return null;
			const { step, place } = tables.standings.columns;
			const { of } = onDates[step[row] as number] as typeof now;
			return (who) => of[who] === codes[place[row] as number];
		}
		case 'flows': {
			if (row >= tables.flows.rows) return null;
			const { step, from, to } = tables.flows.columns;
			const [start, end] = onDates.slice(step[row], (step[row] as number) + 2) as [typeof now, typeof now];
			const [a, b] = [from[row] as number, to[row] as number];
			return (who) =>
				end.of[who] !== NOT_YET && rowOf[start.of[who] as number] === a && rowOf[end.of[who] as number] === b;
		}
		default:
			return null;
	}
}
