import { periodTable } from '../../calendar/period-table.ts';
import { observedSpan } from '../observed-span.ts';
import { noSuchSelection, selectCustomers } from '../select-customers.ts';
import type { MethodInput } from '../types.ts';
import { backTest, returnedCustomers, shownWindows } from './back-test.ts';
import { listedValues, lossStanding } from './loss-reasons.ts';
import { warnedCustomers } from './people-tables.ts';
import { firstShown, lostCustomers } from './periods.ts';
import { firstRevenuePeriod } from './revenue-table.ts';
import { shrunkCustomers } from './shrunk-customers.ts';
import { churnCuts, countLifetimes, countSilences } from './silences.ts';
import { churnStanding } from './standing.ts';
import { silenceCurve, silentCustomers, survivalTable, survivingCustomers } from './survival-table.ts';
import { aliveBands, causeIds, riskBands, warningReasons, type ChurnParams } from './types.ts';

/**
 * Who stands behind a row: of `bands` and `reasons` those who have it, of `earlyWarning` the one customer, of `warned` all of them, of `agreement` those in both bands, of `causes` and `lossValues` the churned whose latest reason it is, of `periods`
 * the lost, of `revenue` those who ordered less or nothing, of `backtest` those who came back in time, of `survival`
 * those silent for longer (for lifetimes: not yet declared churned by then).
 *
 * @throws CoreError `selection-invalid`
 */
export function churnMembers(
	input: MethodInput,
	params: ChurnParams,
	table: string,
	row: number
): Uint32Array {
	const { ledger, frame } = input;
	const span = observedSpan(input);
	if (span === null || span.from > span.asOf || !Number.isInteger(row) || row < 0) {
		throw noSuchSelection(table, row);
	}
	const { firstDay, asOf } = span;
	const silences = countSilences(ledger, firstDay, asOf);
	const cuts = churnCuts(silences.all, params);
	const size = ledger.customers.size;
	if (table === 'backtest') {
		const { followed } = backTest(ledger, firstDay, asOf, params.winBackDays);
		const window = shownWindows(followed, cuts.churned)[row];
		if (window === undefined) throw noSuchSelection(table, row);
		return returnedCustomers(ledger, asOf, window, params.winBackDays);
	}
	if (table === 'periods' || table === 'revenue') {
		const periods = periodTable(firstDay, asOf, params.unit, frame);
		const first = table === 'periods' ? firstShown(periods, span) : firstRevenuePeriod(periods, span);
		const period = first + row;
		if (period >= periods.count) throw noSuchSelection(table, row);
		return table === 'periods'
			? lostCustomers(ledger, periods, cuts.churned, period)
			: shrunkCustomers(ledger, periods, period);
	}
	if (table === 'survival') {
		const lifetime = params.survival === 'lifetime';
		const lengths = lifetime
			? [countLifetimes(ledger, firstDay, asOf, cuts.churned)]
			: [silences.all, silences.first, silences.later];
		const { group, days } = survivalTable(lengths.map((counts) => silenceCurve(counts, 'log'))).columns;
		const [own, beyond] = [group[row], days[row]];
		if (own === undefined || beyond === undefined) throw noSuchSelection(table, row);
		return lifetime
			? survivingCustomers(ledger, asOf, cuts.churned, beyond)
			: silentCustomers(ledger, asOf, own, beyond);
	}
	const profiles = churnStanding(input, cuts, params);
	if (table === 'bands' && row < riskBands.length) {
		return selectCustomers(size, (customer) => profiles.band[customer] === row);
	}
	if (table === 'reasons' && row < warningReasons.length) {
		return selectCustomers(size, (customer) => (((profiles.reasons[customer] as number) >> row) & 1) === 1);
	}
	if (table === 'warned' && row === 0) {
		return selectCustomers(size, (customer) => profiles.reasons[customer] !== 0);
	}
	if (table === 'agreement' && row < riskBands.length * aliveBands.length) {
		const [band, alive] = [Math.floor(row / aliveBands.length), row % aliveBands.length];
		return selectCustomers(
			size,
			(customer) => profiles.band[customer] === band && profiles.aliveBand[customer] === alive
		);
	}
	const { answers = null } = input;
	if (answers !== null && (table === 'causes' || table === 'lossValues')) {
		const loss = lossStanding(answers, profiles, frame.asOf, params.lossReasons?.mapped ?? []);
		const wanted = table === 'causes' ? row : listedValues(answers, loss)[row];
		const of = table === 'causes' ? loss.cause : loss.value;
		if (wanted === undefined || (table === 'causes' && row >= causeIds.length))
			throw noSuchSelection(table, row);
		return selectCustomers(size, (customer) => of[customer] === wanted);
	}
	const listed =
		table === 'earlyWarning' ? warnedCustomers(profiles).slice(0, params.listed)[row] : undefined;
	if (listed === undefined) throw noSuchSelection(table, row);
	return Uint32Array.of(listed);
}
