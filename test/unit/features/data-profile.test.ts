import { describe, expect, it } from 'vitest';
import type { ColumnProfile, ImportRecipe } from '#lib/api/index.ts';
import { dictionaryOf } from '#lib/core/columns/dictionary.ts';
import { profileNumbers } from '#lib/core/profile/profile-numbers.ts';
import { profileTexts } from '#lib/core/profile/profile-texts.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { profileChart, profileRows } from '#lib/features/data/shape-profile.ts';

const recipe = {
	columns: [
		{ index: 0, header: 'Sum', role: 'amount' },
		{ index: 1, header: '', role: 'customer' }
	]
} as unknown as ImportRecipe;
const wording = { messages: messagesFor('en'), locale: 'en', money: { scale: 2, currency: 'GBP' } } as const;
const chinese = { ...wording, messages: messagesFor('zh-CN'), locale: 'zh-CN' } as const;

const amount: ColumnProfile = {
	...{ role: 'amount', header: null, rows: 5, missing: 0 },
	values: profileNumbers([100, 200, 300, 400, 100_000], 'money')
};
const customer: ColumnProfile = {
	...{ role: 'customer', header: null, rows: 4, missing: 1 },
	values: profileTexts(Uint32Array.of(0, 1, 1), dictionaryOf(['ada', '=bob']))
};
const empty: ColumnProfile = { role: 'attribute', header: 'City', rows: 4, missing: 4, values: null };

describe('The profile on the data screen', () => {
	it('says per column what is missing, distinct, typical and far out', () => {
		expect(profileRows([amount, customer, empty], recipe, wording).map(({ cells }) => cells)).toEqual([
			['Sum', 'Amount', 'Money', '0', '5', '£1.00 to £1,000.00, median £3.00', '1'],
			['Customer id', 'Customer id', 'Text', '1 (25.0%)', '2', '66.7% =bob', '–'],
			['City', 'Attribute, keep', '–', '4 (100.0%)', '0', '–', '–']
		]);
	});

	it('draws amounts as upright bars, what lies far out apart, and writes them as a table too', () => {
		const chart = profileChart(amount, recipe, wording);
		expect(chart).toMatchObject({
			title: 'Values of Sum',
			finding: 'The median is £3.00; 1 row (20.0%) lies far out.',
			upright: true
		});
		expect(chart?.bars.at(-1)).toMatchObject({ label: '>', value: 1 });
		expect(chart?.bars.reduce((sum, { value }) => sum + value, 0)).toBe(5);
		expect(chart?.table.rows).toHaveLength(chart?.bars.length ?? 0);
	});

	it('names the most frequent texts in lying bars, in either language', () => {
		expect(profileChart(customer, recipe, wording)).toMatchObject({
			upright: false,
			bars: [
				{ label: '=bob', value: 2, text: '2', sub: '66.7%' },
				{ label: 'ada', value: 1 }
			]
		});
		expect(profileChart(customer, recipe, chinese)?.finding).toBe(
			'共 2 个取值，最常见的 2 个占 100.0% 的行。'
		);
	});

	it('draws nothing of a column without a value', () => {
		expect(profileChart(empty, recipe, wording)).toBeNull();
	});
});
