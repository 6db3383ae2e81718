import { growthSteps, type ContributionResult } from '#lib/api/index.ts';
import type { WaterfallBar } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatMoney, formatMoneyShort, formatNumber } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

export interface WaterfallShape {
	readonly bars: WaterfallBar[];
	readonly table: TableTwin;
	readonly mark: (row: number) => string;
}

/** From the revenue before to the revenue now, over what each factor's change did. */
export function shapeSteps({ tables: { steps } }: ContributionResult, wording: Wording): WaterfallShape {
	const { messages, locale, money } = wording;
	const words = messages.contribution.steps;
	const { columns } = steps;
	const mark = (row: number) => words[growthSteps[row] ?? 'start']();
	const factor = (row: number, value: number): string => {
		if (Number.isNaN(value)) return '–';
		return growthSteps[row] === 'basket'
			? formatMoney(value, locale, money)
			: formatNumber(value, locale, growthSteps[row] === 'customers' ? 0 : 2);
	};
	const bars: WaterfallBar[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < steps.rows; row++) {
		const level = row === 0 || row === steps.rows - 1;
		const change = columns.change[row] ?? 0;
		const [before, now] = [columns.before[row] ?? NaN, columns.now[row] ?? NaN];
		const text = level ? formatMoneyShort(change, locale, money) : signedMoney(change, wording);
		bars.push({
			label: mark(row),
			from: columns.from[row] ?? 0,
			to: columns.to[row] ?? 0,
			text,
			color: level ? 'var(--mark)' : changeColor(change),
			lines: [mark(row), text, ...(level ? [] : [`${factor(row, before)} → ${factor(row, now)}`])]
		});
		table.push({
			id: String(row),
			cells: [
				mark(row),
				level ? formatMoney(change, locale, money) : signedMoney(change, wording, true),
				factor(row, before),
				factor(row, now)
			]
		});
	}
	return {
		bars,
		table: {
			columns: [
				{ id: 'step', label: words.step() },
				{ id: 'effect', label: words.effect(), align: 'end' },
				{ id: 'before', label: words.before(), align: 'end' },
				{ id: 'now', label: words.now(), align: 'end' }
			],
			rows: table
		},
		mark
	};
}

/** Up and down by colour; the sign before the number says it too. */
export function changeColor(change: number): string {
	return change < 0 ? 'var(--growth-dormant)' : 'var(--growth-new)';
}

/** Money with its sign, short or in full: "+€1.2k", "−€300". */
export function signedMoney(units: number, { locale, money }: Wording, full = false): string {
	const sign = units > 0 ? '+' : units < 0 ? '−' : '';
	return `${sign}${(full ? formatMoney : formatMoneyShort)(Math.abs(units), locale, money)}`;
}
