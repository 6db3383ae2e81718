import { describe, expect, it } from 'vitest';
import type { WorkspaceSettings } from '#lib/api/index.ts';
import { SettingsForm } from '#lib/state/settings-form.svelte.ts';
import { defaultAsOf, defaultParams, defaultReading } from '#lib/state/workspace-defaults.ts';

const old: WorkspaceSettings = { weekStart: 1, refunds: 'net' };

describe('settings of a workspace', () => {
	it('of one made before there were more change nothing, opened and saved', () => {
		expect(new SettingsForm(old).change).toEqual(old);
		expect(defaultAsOf(old.asOf, { firstDay: 0, lastDay: 9 })).toBeNull();
		expect([defaultParams('value', { settings: old }), defaultReading(old)]).toEqual([{}, { rows: {} }]);
	});

	it('come back from the form as they went in', () => {
		const all: WorkspaceSettings = {
			weekStart: 7,
			yearStart: 4,
			zone: 'Asia/Shanghai',
			refunds: 'gross',
			asOf: { kind: 'day', day: 19_000 },
			currency: 'CNY',
			rows: { cancelled: 'exclude', zeroAmount: 'keep', noCustomer: 'walk-in' },
			tiers: { a: 0.8, b: 0.955 }
		};
		expect(new SettingsForm(all).change).toEqual(all);
		expect(defaultParams('value', { settings: all })).toEqual({ tierA: 0.8, tierB: 0.955 });
		expect(defaultParams('rfm', { settings: all })).toEqual({});
		expect(defaultReading(all)).toEqual({ rows: all.rows, zone: 'Asia/Shanghai' });
	});

	it('are not whole without the day they speak of, or with tiers out of order', () => {
		const form = new SettingsForm(old);
		form.asOf = 'day';
		expect(form.isWhole).toBe(false);
		form.day = 5;
		expect(form.isWhole).toBe(true);
		form.tierA = 90;
		expect([form.tiersWrong, form.isWhole]).toEqual([true, false]);
	});

	// Brute force over every latest day of two years, a leap year among them.
	it('find the end of the last whole month', () => {
		const isMonthEnd = (day: number) => new Date((day + 1) * 86_400_000).getUTCDate() === 1;
		const firstDay = 19_700;
		for (let lastDay = firstDay + 31; lastDay < firstDay + 731; lastDay++) {
			let expected = lastDay;
			while (!isMonthEnd(expected)) expected--;
			expect(defaultAsOf({ kind: 'month-end' }, { firstDay, lastDay })).toBe(expected);
		}
		expect(defaultAsOf({ kind: 'month-end' }, { firstDay: 19_724, lastDay: 19_730 })).toBeNull();
	});
});
