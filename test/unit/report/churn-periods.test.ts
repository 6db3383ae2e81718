import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { dayNumber } from '#lib/core/calendar/day.ts';
import { churn } from '#lib/core/methods/churn/method.ts';
import { describeChurn } from '#lib/report/model/churn.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { ledgerOf } from '../../support/ledger.ts';

const ledger = ledgerOf([
	['a', dayNumber(2011, 1, 5), 500],
	['b', dayNumber(2011, 1, 9), 700],
	['a', dayNumber(2011, 2, 20), 300],
	['b', dayNumber(2011, 3, 30), 900]
]);
const input = { ledger, frame: { asOf: dayNumber(2011, 3, 30), from: null, weekStart: 1 } };

test.each([
	['en', 'month', ['2011-01', '2011-02', '2011-03 †']],
	['zh-CN', 'month', ['2011-01', '2011-02', '2011-03 †']],
	['en', 'quarter', ['2011 Q1 †']]
] as const)('periods of churn have names, not first days: %s, by %s', (locale, unit, names) => {
	const { result } = churn.run(input, parse(churn.params, { unit }));
	const { blocks } = describeChurn(result, voiceFor(locale, { scale: 2, currency: 'GBP' }));
	const heads = (id: string) =>
		blocks.flatMap((block) =>
			block.id === id && block.kind === 'table' ? block.table.rows.map(([head]) => head?.text) : []
		);
	expect(heads('periods')).toEqual(names);
	expect(heads('revenue')).toEqual(names.slice(1));
});
