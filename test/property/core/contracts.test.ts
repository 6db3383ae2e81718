import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { contracts } from '#lib/core/methods/contracts/method.ts';
import { planGroups } from '#lib/core/methods/contracts/groups.ts';
import { periodsTable } from '#lib/core/methods/contracts/periods.ts';
import { spellsOf } from '#lib/core/methods/contracts/spells.ts';
import { leftOutReasons, type ContractsResult } from '#lib/core/methods/contracts/types.ts';
import { datedContracts, type TestContract } from '../../support/contracts.ts';
import { dayOf, ledgerOf } from '../../support/ledger.ts';

const asOf = dayOf('2024-06-15');
const first = asOf - 1500;
const contract: fc.Arbitrary<TestContract> = fc
	.record({
		who: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null, freq: 9 }),
		start: fc.option(fc.integer({ min: first, max: asOf + 60 }), { nil: null, freq: 9 }),
		length: fc.option(fc.integer({ min: -30, max: 800 }), { nil: null, freq: 4 }),
		amount: fc.integer({ min: 0, max: 900 }),
		group: fc.integer({ min: 0, max: 2 })
	})
	.map(({ who, start, length, amount, group }) => [
		who,
		start,
		length === null || start === null ? null : start + length,
		amount,
		group
	]);
const tables = fc.array(contract, { minLength: 1, maxLength: 60 });
const units = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const);
const runs = { numRuns: 100 };
/** Each of these fits two models, twice. */
const fewRuns = { numRuns: 15 };

const frame = { asOf, from: null, weekStart: 1 };
const inputOf = (rows: readonly TestContract[]) => ({
	ledger: ledgerOf([]),
	frame,
	contracts: datedContracts(rows)
});
const run = (rows: readonly TestContract[], given: object = {}): ContractsResult =>
	contracts.run(inputOf(rows), v.parse(contracts.params, given)).result;

test('every row counts once: used, or left out for one reason', () => {
	fc.assert(
		fc.property(tables, (rows) => {
			const { rows: used, leftOut } = spellsOf(datedContracts(rows), asOf, 31);
			const out = leftOutReasons.reduce((sum, reason) => sum + leftOut[reason], 0);
			expect(used.length + out).toBe(rows.length);
		}),
		runs
	);
});

test('periods follow each other: start + new + back − ended = end, due = renewed + ended, and the last ends with those under contract', () => {
	fc.assert(
		fc.property(tables, units, fc.integer({ min: 0, max: 90 }), (rows, unit, grace) => {
			const found = spellsOf(datedContracts(rows), asOf, grace);
			const { columns, rows: count } = periodsTable(datedContracts(rows), found, frame, { unit, grace: 31 });
			for (let row = 0; row < count; row++) {
				const at = (name: 'start' | 'new' | 'back' | 'ended' | 'end' | 'due' | 'renewed' | 'lost') =>
					columns[name][row] as number;
				expect(at('start') + at('new') + at('back') - at('ended')).toBe(at('end'));
				expect(at('renewed') + at('ended')).toBe(at('due'));
				expect(at('lost')).toBeLessThanOrEqual(Math.min(at('start'), at('ended')));
				if (row > 0) expect(at('start')).toBe(columns.end[row - 1]);
			}
			const active = found.spells.filter(({ state }) => state !== 'ended').length;
			expect(columns.end[count - 1] ?? 0).toBe(active);
		}),
		runs
	);
});

test('the people behind a period and a group are those it counts', () => {
	fc.assert(
		fc.property(tables, units, (rows, unit) => {
			const own = datedContracts(rows);
			const found = spellsOf(own, asOf, 31);
			const periods = periodsTable(own, found, frame, { unit, grace: 31 });
			const plan = planGroups(found.spells, own.groups);
			const params = v.parse(contracts.params, { unit });
			const count = (table: string, row: number) =>
				contracts.members(inputOf(rows), params, table, row).length;
			const active = found.spells.filter(({ state }) => state !== 'ended');
			expect(count('groups', plan.kind.length - 1)).toBe(active.length);
			for (let row = 0; row < periods.rows; row++) {
				const ended = periods.columns.ended[row] as number;
				// A customer may have come back and ended again within the period.
				expect(count('periods', row)).toBeLessThanOrEqual(ended);
				expect(count('periods', row) > 0).toBe(ended > 0);
			}
		}),
		runs
	);
});

test('survival never rises, observed or projected; shares are shares; more discount is less value', () => {
	fc.assert(
		fc.property(tables, fc.constantFrom('month' as const, 'year' as const), (rows, age) => {
			const [low, high] = [0.05, 0.3].map((discount) => run(rows, { age, discount, ahead: 12 }));
			const { survival, ages } = (low as ContractsResult).tables;
			for (let row = 1; row < survival.rows; row++) {
				const { group, survival: s } = survival.columns;
				if (group[row] === group[row - 1]) expect(s[row]).toBeLessThanOrEqual(s[row - 1] as number);
			}
			for (const name of ['observed', 'sbg', 'bdw'] as const) {
				const own = ages.columns[name].filter((value) => !Number.isNaN(value));
				own.forEach((value, t) => {
					expect(value).toBeGreaterThanOrEqual(0);
					expect(value).toBeLessThanOrEqual((t === 0 ? 1 : (own[t - 1] as number)) + 1e-9);
				});
			}
			ages.columns.remaining.forEach((own, t) => {
				const later = (high as ContractsResult).tables.ages.columns.remaining[t] as number;
				if (!Number.isNaN(own) && !Number.isNaN(later)) expect(later).toBeLessThanOrEqual(own * (1 + 1e-9));
			});
		}),
		fewRuns
	);
});

test('the order of the rows does not matter', () => {
	fc.assert(
		fc.property(tables, (rows) => {
			const [a, b] = [rows, [...rows].reverse()].map((own) => spellsOf(datedContracts(own), asOf, 31));
			expect(b?.spells).toEqual(a?.spells);
			expect([...(b?.renewals ?? [])].sort()).toEqual([...(a?.renewals ?? [])].sort());
		}),
		runs
	);
});
