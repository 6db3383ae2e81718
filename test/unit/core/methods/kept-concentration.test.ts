import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { dayNumber } from '#lib/core/calendar/day.ts';
import { contribution } from '#lib/core/methods/contribution/method.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { value } from '#lib/core/methods/value/method.ts';
import type { Keep } from '#lib/core/methods/types.ts';
import { ledgerOf } from '../../../support/ledger.ts';

const first = dayNumber(2011, 1, 1);
const rows = Array.from({ length: 80 }, (_, c): [string, number, number][] => [
	[`c${c}`, first + (c % 60), 100 + c * c],
	[`c${c}`, first + 90 + (c % 80), 300 + c]
]).flat();
const input = { ledger: ledgerOf(rows), frame: { asOf: first + 170, from: null, weekStart: 1 } };

/** What was made, by name. */
function keeper(): { readonly keep: Keep; readonly made: string[] } {
	const kept = new Map<string, object>();
	const made: string[] = [];
	const keep = <T extends object>(name: string, make: () => T): T => {
		if (!kept.has(name)) {
			kept.set(name, make());
			if (name.includes('concentration')) made.push(name);
		}
		return kept.get(name) as T;
	};
	return { keep, made };
}

test('intervals of concentration are made once for parameters that do not change them, and are the same', () => {
	const { keep, made } = keeper();
	for (const model of ['bg-nbd', 'mbg-nbd'] as const) {
		const params = parse(value.params, { model });
		const { scalars } = value.run({ ...input, keep }, params).result;
		expect(scalars.giniLow).toBeGreaterThan(0);
		expect(scalars).toEqual(value.run(input, params).result.scalars);
	}
	for (const unit of ['month', 'week'] as const) {
		const params = parse(overview.params, { unit });
		const { scalars } = overview.run({ ...input, keep }, params).result;
		expect(scalars).toEqual(overview.run(input, params).result.scalars);
	}
	expect(made).toHaveLength(2);
	for (const days of [80, 90]) {
		const params = parse(contribution.params, { days });
		for (let again = 0; again < 2; again++) {
			const { scalars } = contribution.run({ ...input, keep }, params).result;
			expect(scalars).toEqual(contribution.run(input, params).result.scalars);
		}
	}
	// Two periods for each length.
	expect(made).toHaveLength(2 + 4);
});
