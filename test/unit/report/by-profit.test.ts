import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { contribution } from '#lib/core/methods/contribution/method.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import { value } from '#lib/core/methods/value/method.ts';
import { segmentsFinding } from '#lib/features/segments/finding.ts';
import { shapeMatrix } from '#lib/features/segments/shape-matrix.ts';
import { valueCards } from '#lib/features/value/shape-cards.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { profitFinding } from '#lib/i18n/profit-finding.ts';
import { wordsByProfit } from '#lib/i18n/profit-words.ts';
import { measureSources } from '#lib/report/benchmark/measure-sources.ts';
import { describeRfm } from '#lib/report/model/rfm.ts';
import { describeValue } from '#lib/report/model/value.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { shop, shopFrame as frame } from '../../support/shop.ts';

const money = { scale: 2, currency: 'EUR' };
/** The shop with a profit of each order: so much of its amount, a loss where negative. */
const input = (share: (amount: number) => number) => ({
	ledger: { ...shop, profit: shop.amount.map((amount) => Math.round(share(amount) * amount)) },
	frame
});
const gains = input((amount) => (amount > 9000 ? 0.4 : -0.1));
const losses = input(() => -0.2);
const scoring = v.parse(rfm.params, { basis: 'profit' });

describe.each(['en', 'zh-CN'] as const)('By profit, in %s', (locale) => {
	const voice = voiceFor(locale, money);
	const wording = { messages: messagesFor(locale), locale, money };
	const none = wording.messages.byProfit.none();

	test("no word of revenue is in a report's RFM matrix, whose scale begins with losses", () => {
		const { result } = rfm.run(gains, scoring);
		const matrix = describeRfm(result, voice).blocks.find(({ id }) => id === 'matrix');
		expect(matrix?.kind).toBe('matrix');
		expect(
			JSON.stringify({ ...matrix, id: '' }, (key, own: unknown) => (key === 'cells' ? [] : own))
		).not.toMatch(/revenue|spen[dt]|销售额|消费额/i);
		expect(result.tables.matrix.columns.revenue.some((own) => own < 0)).toBe(true);
		expect(JSON.stringify(matrix)).toContain('≤ €0');
		expect(shapeMatrix(result, wording).low).toBe('≤ €0');
	});

	test('no share is named of a total that is a loss', () => {
		const { result } = rfm.run(losses, scoring);
		expect(result.warnings.map(({ code }) => code)).toContain('profit-none');
		expect(segmentsFinding(result, wording).lead).toBe(none);
		expect(describeRfm(result, voice).findings[0]?.strong).toBe(none);
		const types = rfm.run(losses, { ...scoring, bins: 4 }).result;
		expect(segmentsFinding(types, wording).lead).toBe(none);
		expect(describeRfm(types, voice).findings[0]?.strong).toBe(none);

		const worth = value.run(losses, v.parse(value.params, { basis: 'profit' })).result;
		const tiers = describeValue(worth, voice, money.scale).blocks.find(({ id }) => id === 'tiers');
		expect(tiers).toHaveProperty('finding', expect.not.stringContaining('–'));
		const spoken = { ...wording, messages: wordsByProfit(wording.messages, 'profit') };
		expect(valueCards(worth, spoken).find(({ id }) => id === 'tierA')?.sub).toBe(none);
	});

	test('a later period of which no profit is known is called so', () => {
		const { result } = contribution.run(gains, v.parse(contribution.params, {}));
		const text = (profit: number) => profitFinding({ ...result.scalars, profit }, wording.messages, String);
		expect(text(12)).toContain('12');
		expect(text(NaN)).toBe(wording.messages.byProfit.growth.findingNone());
	});
});

test('the share of a segment rests on what is counted; what does not say so counts revenue', () => {
	const rests = measureSources.find(({ id }) => id === 'segmentShare')?.rests;
	const { basis: _basis, ...revenue } = scoring;
	expect(rests?.({ ...scoring })).not.toEqual(rests?.(revenue));
	expect(rests?.(revenue)).toEqual(rests?.({ ...revenue, basis: null }));
});
