import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { dayNumber } from '#lib/core/calendar/day.ts';
import { churn } from '#lib/core/methods/churn/method.ts';
import { describeChurn } from '#lib/report/model/churn.ts';
import type { Block, ReportModel } from '#lib/report/model/types.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { HiddenMemory } from '#lib/report/redact/hidden-memory.ts';
import { HIDDEN, hideSmallGroups } from '#lib/report/redact/redact-model.ts';
import { ledgerOf } from '../../../support/ledger.ts';

const voice = voiceFor('en', { scale: 2, currency: 'GBP' });

/** Of thirty customers who order every month, and some who do so once. */
function periodsOf(months: number, asThen = false): Block {
	const fresh = [40, 14, 3, 13, 11, 12];
	const ledger = ledgerOf(
		Array.from({ length: months }, (_, m) =>
			Array.from({ length: 30 + (fresh[m] ?? 0) }, (__, k): [string, number, number] => [
				k < 30 ? `c${k}` : `m${m}-${k}`,
				dayNumber(2011, m + 1, 28),
				500
			])
		).flat()
	);
	const input = { ledger, frame: { asOf: dayNumber(2011, months, 28), from: null, weekStart: 1 } };
	const { result } = churn.run(input, parse(churn.params, { unit: 'month' }));
	const block = describeChurn(result, voice).blocks.find(({ id }) => id === 'periods');
	if (block?.kind !== 'table') throw new Error('No periods.');
	const rows = block.table.rows.map((row) =>
		// As it was before periods had names.
		row.map((cell, x) => (x === 0 && asThen ? { text: cell.key ?? '' } : cell))
	);
	return { ...block, table: { ...block.table, rows } };
}

function hiddenHeads(block: Block, memory: HiddenMemory): string[] {
	const section = { title: 'Churn', parameters: [], findings: [], warnings: [], notice: '', blocks: [block] };
	const model = { sections: [section] } as unknown as ReportModel;
	const [told] = hideSmallGroups(model, 5, voice, memory).sections[0]?.blocks ?? [];
	if (told?.kind !== 'table') return ['all'];
	return told.table.rows.flatMap(([head, first]) => (first?.text === HIDDEN ? [head?.text ?? ''] : []));
}

test('what files hid when periods were told by their first day stays hidden', () => {
	const then = new HiddenMemory();
	const hidden = hiddenHeads(periodsOf(5, true), then);
	expect(hidden).toContain('2011-03-01');
	expect(hidden).toHaveLength(2);
	// What was shown then protects nothing now: the same rows are hidden, under their names.
	const now = hiddenHeads(periodsOf(5), new HiddenMemory(then.fresh));
	expect(now).toEqual(hidden.map((day) => day.replace(/-01(?= |$)/, '')));
	const again = new HiddenMemory(then.fresh);
	hiddenHeads(periodsOf(5), again);
	expect(again.fresh).toEqual([]);
});
