import { describe, expect, it } from 'vitest';
import type { Inspection } from '#lib/core/dataset/inspection.ts';
import { openDates, openStyles } from '#lib/features/importing/open-readings.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { look } from '../../support/import.ts';

const t = messagesFor('en');

describe('a column that can be read in two ways', () => {
	it('is asked about with a real value read each way, and each answer decides it', async () => {
		const text = [
			'Order;Customer;Date;Amount',
			...Array.from({ length: 12 }, (_, i) => `${i};C${i % 3};0${(i % 9) + 1}/05/2024;1.${i + 100}`)
		].join('\n');
		const inspection: Inspection = await look(text);
		const column = (role: string) => {
			const guess = inspection.columns.find((one) => one.role === role);
			if (guess === undefined) throw new Error(`no ${role}`);
			return guess;
		};
		const dates = openDates(column('date'), t);
		expect(dates.map(({ hint }) => hint)).toEqual(['01/05/2024 is 2024-05-01', '01/05/2024 is 2024-01-05']);
		const styles = openStyles(column('amount'), t, 'en');
		expect(styles.map(({ hint }) => hint)).toEqual(['1.100 is 1,100', '1.100 is 1.1']);
		let { recipe } = inspection;
		for (const answer of [dates[0], styles[0]]) recipe = answer?.chosen(recipe) as typeof recipe;
		expect(recipe.columns.map(({ dateOrder, numberStyle }) => dateOrder ?? numberStyle)).toEqual([
			undefined,
			undefined,
			'dmy',
			{ decimal: ',', group: '.' }
		]);
		const decided: Inspection = await look(text, recipe);
		expect(decided.questions.map(({ code }) => code)).not.toContain('date-order-ambiguous');
		expect(decided.questions.map(({ code }) => code)).not.toContain('amount-style-ambiguous');
	});
});
