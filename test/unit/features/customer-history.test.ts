import { describe, expect, test } from 'vitest';
import { shapeHistory } from '#lib/features/customers/shape-history.ts';
import { loadTopic } from '#lib/i18n/load-topic.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { segmentsOf } from '#lib/i18n/segment-names.ts';

const t = messagesFor('en');
const { texts } = await loadTopic('customerCard', 'en');
const history = {
	day: Int32Array.of(19_722, 19_753, 19_782),
	r: Uint8Array.of(0, 0, 5),
	f: Uint8Array.of(0, 0, 1),
	m: Uint8Array.of(0, 0, 3),
	segment: Uint8Array.of(255, 255, 3),
	type: Uint8Array.of(255, 255, 5),
	stage: Uint8Array.of(255, 0, 1)
};
const shape = shapeHistory(history, 5, segmentsOf(null, t.terms.segments), t, texts.history);

describe('The history of a customer as it is shown', () => {
	test('begins where the customer is first known, and says of each date what there is', () => {
		expect(shape.dates.map(({ lines }) => lines)).toEqual([
			['2024-01-31', 'not scored', 'Stage: Potential'],
			['2024-02-29', 'R5 F1 M3', 'Segment: New', 'Value type: General, to develop', 'Stage: New']
		]);
		expect(shape.lines.map(({ values }) => values)).toEqual([
			[NaN, 5],
			[NaN, 1],
			[NaN, 3]
		]);
	});

	test('has the same in its table', () => {
		expect(shape.table.rows.map(({ cells }) => cells)).toEqual([
			['2024-01-31', '–', '–', '–', 'not scored', 'not scored', 'Potential'],
			['2024-02-29', '5', '1', '3', 'New', 'General, to develop', 'New']
		]);
	});
});
