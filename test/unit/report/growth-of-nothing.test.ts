import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { dayNumber } from '#lib/core/calendar/day.ts';
import { contribution } from '#lib/core/methods/contribution/method.ts';
import { describeContribution } from '#lib/report/model/contribution.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { ledgerOf } from '../../support/ledger.ts';

test('a report of growth says that there was no revenue before, not that it hung on 0 customers', () => {
	const first = dayNumber(2011, 3, 1);
	const ledger = ledgerOf([
		['a', first, 500],
		['b', first + 5, 700]
	]);
	const frame = { asOf: first + 20, from: null, weekStart: 1 };
	const { result } = contribution.run({ ledger, frame }, parse(contribution.params, { days: 30 }));
	const voice = voiceFor('en', { scale: 2, currency: 'GBP' });
	const block = describeContribution(result, voice).blocks.find(({ id }) => id === 'top');
	expect(block).toMatchObject({
		finding: expect.stringContaining('no revenue in the earlier period') as string
	});
	expect(block).not.toMatchObject({ finding: expect.stringContaining('before: 0') as string });
});
