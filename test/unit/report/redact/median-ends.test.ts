import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { dayNumber } from '#lib/core/calendar/day.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { describeOverview } from '#lib/report/model/overview.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { ledgerOf } from '../../../support/ledger.ts';

/** What a report says of the purchase interval of so many customers, each with a gap of their own. */
function said(repeats: number, hideBelow: number | null): string {
	const first = dayNumber(2011, 1, 1);
	const ledger = ledgerOf(
		Array.from({ length: 100 }, (_, c): [string, number, number] => [`c${c}`, first, 500]).concat(
			Array.from({ length: repeats }, (_, c) => [`c${c}`, first + 8 + c, 500])
		)
	);
	const frame = { asOf: dayNumber(2011, 2, 28), from: null, weekStart: 1 };
	const { result } = overview.run({ ledger, frame }, parse(overview.params, {}));
	const voice = voiceFor('en', { scale: 2, currency: 'GBP' }, hideBelow);
	const block = describeOverview(result, voice, 2).blocks.find(({ id }) => id === 'intervals');
	return block !== undefined && 'finding' in block ? block.finding : '';
}

test('the interval of a median, whose ends are single customers, is left out where small groups are hidden', () => {
	expect(said(8, null)).toContain('95% interval');
	expect(said(8, 5)).not.toContain('95% interval');
	expect(said(8, 5)).not.toBe('');
	expect(said(18, 5)).toContain('95% interval');
});
