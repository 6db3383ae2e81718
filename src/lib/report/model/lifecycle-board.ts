import { boardRates, type LifecycleResult } from '#lib/core/methods/lifecycle/types.ts';
import { end, numberAt, plain, quiet, rowIndices, said, start } from './columns.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

const measures = [
	['win', 'newCustomers', 'count'],
	['win', 'newFrequency', 'number'],
	['win', 'newValue', 'moneyShort'],
	['nurture', 'participation', 'share'],
	['nurture', 'frequency', 'number'],
	['nurture', 'crossSell', 'share'],
	['keep', 'renewal', 'share'],
	['keep', 'value', 'moneyShort'],
	['keep', 'complaints', 'number'],
	['back', 'lost', 'count'],
	['back', 'lostRate', 'share'],
	['back', 'wonBack', 'count'],
	['back', 'winBackRate', 'share']
] as const;

/** What each stage did in the last whole period and the one before; measures that nothing tells of are left out. */
export function boardBlock(
	{ tables: { board, boardRates: rates }, params, frame }: LifecycleResult,
	voice: Voice
): Block[] {
	const whole = rowIndices(board).filter((row) => numberAt(board, 'incomplete', row) !== 1);
	const shown = whole.slice(-2).reverse();
	const last = shown[0];
	if (last === undefined) return [];
	const words = voice.messages.stageModels.board;
	const label = (row: number) => voice.period(numberAt(board, 'period', row), params.unit, frame);
	/** The interval of a share in the newest period shown. */
	const interval = (id: string): Cell => {
		const code = (boardRates as readonly string[]).indexOf(id);
		const [low, high] = (['low', 'high'] as const).map((name) =>
			code < 0 ? NaN : (rates.columns[name][last * boardRates.length + code] ?? NaN)
		) as [number, number];
		return quiet(Number.isNaN(low) ? '' : voice.shares(low, high));
	};
	const told = measures.filter(([, id]) => shown.some((row) => !Number.isNaN(numberAt(board, id, row))));
	return [
		{
			id: 'board',
			kind: 'table',
			title: words.title(),
			finding: shown.length < 2 ? '' : words.finding({ period: label(last) }),
			table: {
				caption: voice.words.table({ title: words.title() }),
				columns: [
					start(voice.messages.lifecycle.stages.stage()),
					start(voice.words.columns.measure()),
					end(label(last)),
					end(voice.messages.charts.interval()),
					...shown.slice(1).map((row) => end(label(row)))
				],
				rows: told.map(([phase, id, kind]): Cell[] => [
					plain(words.phases[phase]()),
					quiet(words.measures[id]()),
					said(voice, kind, numberAt(board, id, last), 2),
					interval(id),
					...shown.slice(1).map((row) => said(voice, kind, numberAt(board, id, row), 2))
				])
			}
		}
	];
}
