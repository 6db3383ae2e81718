import { describe, expect, it } from 'vitest';
import type { ColumnProfile, ImportRecipe } from '#lib/api/index.ts';
import { dictionaryOf } from '#lib/core/columns/dictionary.ts';
import { NO_DAY, type EntityTable } from '#lib/core/dataset/entity-table.ts';
import { profileEntityTable } from '#lib/core/profile/profile-entity-table.ts';
import { profileNumbers } from '#lib/core/profile/profile-numbers.ts';
import { profileTexts } from '#lib/core/profile/profile-texts.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import {
	orderProfiles,
	profileChart,
	profileRows,
	tableProfiles,
	type NamedProfile
} from '#lib/features/data/shape-profile.ts';
import { loadTopic } from '#lib/i18n/load-topic.ts';

const recipe = {
	columns: [
		{ index: 0, header: 'Sum', role: 'amount' },
		{ index: 1, header: '', role: 'customer' }
	]
} as unknown as ImportRecipe;
const wording = { messages: messagesFor('en'), locale: 'en' } as const;
const chinese = { messages: messagesFor('zh-CN'), locale: 'zh-CN' } as const;
const pounds = { scale: 2, currency: 'GBP' };

const amounts: ColumnProfile = {
	...{ role: 'amount', header: null, rows: 5, missing: 0 },
	values: profileNumbers([100, 200, 300, 400, 100_000], 'money')
};
const customers: ColumnProfile = {
	...{ role: 'customer', header: null, rows: 4, missing: 1 },
	values: profileTexts(Uint32Array.of(0, 1, 1), dictionaryOf(['ada', '=bob']))
};
const emptyColumn: ColumnProfile = { role: 'attribute', header: 'City', rows: 4, missing: 4, values: null };

const columns = orderProfiles([amounts, customers, emptyColumn], recipe, wording.messages, pounds);
const [amount, customer, empty] = columns as [NamedProfile, NamedProfile, NamedProfile];

describe('The profile on the data screen', () => {
	it('says per column what is missing, distinct, typical and far out', () => {
		expect(profileRows(columns, wording).map(({ cells }) => cells)).toEqual([
			['Sum', 'Amount', 'Money', '0', '5', '£1.00 to £1,000.00, median £3.00', '1'],
			['Customer id', 'Customer id', 'Text', '1 (25.0%)', '2', '=bob in 66.7% of the rows', '–'],
			['City', 'Attribute, keep', '–', '4 (100.0%)', '0', '–', '–']
		]);
	});

	it('draws amounts as upright bars, what lies far out apart, and writes them as a table too', () => {
		const chart = profileChart(amount, wording);
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
		expect(profileChart(customer, wording)).toMatchObject({
			upright: false,
			bars: [
				{ label: '=bob', value: 2, text: '2', sub: '66.7%' },
				{ label: 'ada', value: 1 }
			]
		});
		expect(profileChart(customer, chinese)?.finding).toBe('共 2 个取值，最常见的 2 个占 100.0% 的行。');
	});

	it('draws nothing of a column without a value', () => {
		expect(profileChart(empty, wording)).toBeNull();
	});

	it('tells of tables of other entities too; of prose only what is empty', async () => {
		const { texts } = await loadTopic('entities', 'en');
		const text = { bytes: new TextEncoder().encode('late'), offsets: Uint32Array.of(0, 4, 4) };
		const table: EntityTable = {
			...{ entity: 'ticket', rows: 2, currency: 'EUR' },
			columns: [
				{ header: 'Fee', role: 'amount', type: 'money', scale: 2, values: Float64Array.of(150, NaN) },
				{ header: '', role: 'comment', type: 'text', text },
				{ header: 'Day', role: 'opened', type: 'date', day: Int32Array.of(0, NO_DAY), instant: null }
			]
		};
		const profiles = tableProfiles(profileEntityTable(table), texts, wording.messages, 'EUR');
		expect(profileRows(profiles, wording).map(({ cells }) => cells)).toEqual([
			['Fee', 'Amount', 'Money', '1 (50.0%)', '1', '€1.50 to €1.50, median €1.50', 'not judged'],
			['Column 2', 'Text', 'Prose', '1 (50.0%)', '–', '–', '–'],
			['Day', 'Opened', 'Date', '1 (50.0%)', '1', '1970-01-01 to 1970-01-01, median 1970-01-01', 'not judged']
		]);
		expect(profiles.map((profile) => profileChart(profile, wording) === null)).toEqual([false, true, false]);
	});
});
