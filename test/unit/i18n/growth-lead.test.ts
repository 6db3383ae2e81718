import { describe, expect, it } from 'vitest';
import { growthLead } from '#lib/i18n/growth-lead.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { answers } from '../../support/shop.ts';

const words = messagesFor('en').contribution;
const result = answers.contribution();
const of = (scalars: object, known: number | null) =>
	growthLead(
		{
			scalars: {
				...result.scalars,
				revenue: 300,
				revenueBefore: 100,
				change: 200,
				changeRate: 2,
				...scalars
			},
			warnings:
				known === null ? [] : [{ code: 'contribution-before-incomplete', params: { known, days: 365 } }]
		},
		words,
		(units) => `£${units}`
	);

describe('The lead of growth', () => {
	it('tells the change and its rate against a whole period, and against one that lacks a few days', () => {
		expect(of({}, null)).toBe('Revenue grew by £200 (200.0%) to £300.');
		expect(of({}, 350)).toBe('Revenue grew by £200 (200.0%) to £300.');
		expect(of({ change: -50, changeRate: -0.5, revenue: 50 }, null)).toContain('fell by £50 (50.0%)');
	});

	it('tells no growth against a period of which the data hold but a part, nor against nothing', () => {
		expect(of({}, 9)).not.toMatch(/grew|%/);
		expect(of({}, 9)).toContain('£300');
		expect(of({ revenueBefore: 0 }, null)).toContain('none in the earlier period');
	});
});
