import { rivalIds, type ValueResult } from '#lib/core/methods/value/types.ts';
import type { Table } from '#lib/core/result/table.ts';
import { formatInterval } from '#lib/i18n/format-interval.ts';
import { verdictWords } from '#lib/i18n/verdict-words.ts';
import { end, numberAt, plain, quiet, rowIndices, said, start } from './columns.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

/** How the model did on the time that it was not fitted to, beside simple forecasts. */
export function holdout({ tables, scalars: s }: ValueResult, voice: Voice): Block[] {
	const { calibration, rivals } = tables;
	if (calibration.rows === 0) return [];
	const words = voice.messages.value.calibration;
	const other = voice.messages.value.rivals;
	const two = (table: Table, column: string, row: number) =>
		said(voice, 'number', numberAt(table, column, row), 2);
	return [
		{
			id: 'calibration',
			kind: 'table',
			title: words.title(),
			finding: words.finding({ actual: s.holdoutOrders, expected: Math.round(s.holdoutExpected) }),
			table: {
				caption: voice.words.table({ title: words.title() }),
				columns: [
					start(words.repeats()),
					end(words.customers()),
					end(words.actual()),
					end(other.names.model()),
					end(other.names['last-period']()),
					end(other.names.mean()),
					end(other.names['cohort-curve']())
				],
				rows: rowIndices(calibration).map((row) => [
					plain(
						row === calibration.rows - 1
							? voice.words.rangeFrom({ from: voice.count(row) })
							: voice.count(row)
					),
					said(voice, 'count', numberAt(calibration, 'customers', row)),
					...['actual', 'model', 'lastPeriod', 'mean', 'cohortCurve'].map((column) =>
						two(calibration, column, row)
					)
				])
			}
		},
		{
			id: 'rivals',
			kind: 'table',
			title: other.title(),
			// The verdict itself leads the section.
			finding: verdictWords(s, voice.messages, voice.locale).slice(1).join(''),
			table: {
				caption: voice.words.table({ title: other.title() }),
				columns: [
					start(other.forecast()),
					end(other.rmse()),
					end(voice.messages.charts.interval()),
					end(other.mae()),
					end(voice.messages.charts.interval()),
					end(other.total())
				],
				rows: rowIndices(rivals).map((row) => [
					plain(other.names[rivalIds[row] ?? 'model']()),
					...(['rmse', 'mae'] as const).flatMap((kind) => [
						said(voice, 'number', numberAt(rivals, kind, row), 3),
						quiet(
							formatInterval(
								numberAt(rivals, `${kind}Low`, row),
								numberAt(rivals, `${kind}High`, row),
								(value) => voice.number(value, 3)
							)
						)
					]),
					said(voice, 'number', Math.round(numberAt(rivals, 'total', row)), 0)
				])
			}
		}
	];
}
