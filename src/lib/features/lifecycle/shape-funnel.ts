import { stageIds, type LifecycleResult } from '#lib/api/index.ts';
import type { FunnelStep } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { formatCount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import type { Wording } from './wording.ts';

export interface FunnelShape {
	readonly steps: FunnelStep[];
	readonly table: TableTwin;
	readonly finding: string;
	readonly mark: (row: number) => string;
}

type StepId = 'potential' | 'new' | 'growing' | 'mature' | 'lost' | 'won-back';
const isStep = (id: string | undefined): id is StepId => id !== undefined && id !== 'declining';

/** How far customers ever came, how many went on, and how long it took them. */
export function shapeFunnel(result: LifecycleResult, { messages, locale }: Wording): FunnelShape {
	const words = messages.lifecycle.funnel;
	const { columns, rows } = result.tables.funnel;
	const steps: FunnelStep[] = [];
	const table: TableTwin['rows'][number][] = [];
	for (let row = 0; row < rows; row++) {
		const stage = stageIds[columns.stage[row] ?? 0];
		const id: StepId = isStep(stage) ? stage : 'mature';
		const label = id === 'mature' ? words.steps.mature({ n: result.params.matureOrders }) : words.steps[id]();
		const customers = columns.customers[row] ?? 0;
		const rate = columns.conversion[row] ?? NaN;
		const [low, high] = [columns.low[row] ?? NaN, columns.high[row] ?? NaN];
		const stopped = columns.stopped[row] ?? 0;
		const median = formatNumber(columns.medianDays[row] ?? NaN, locale, 0);
		const p90 = formatNumber(columns.p90Days[row] ?? NaN, locale, 0);
		const aside = id === 'lost' || id === 'won-back';
		const hasTime = !Number.isNaN(columns.medianDays[row] ?? NaN);
		// Where nobody is known without an order, the first step is not one.
		const trivial = row === 0 || (row === 1 && stopped === 0);
		const conversion =
			trivial || Number.isNaN(rate)
				? ''
				: aside
					? words.conversion[id]({ rate })
					: words.conversion.forward({ rate });
		// A step that everyone takes on the day they are first seen has no time worth telling.
		const slow = hasTime && (columns.p90Days[row] ?? 0) > 0 && !trivial;
		const note = slow ? words.time({ median }) : '';
		const extra = [
			slow ? words.longTime({ p90 }) : '',
			!trivial && !aside && stopped > 0 ? words.stopped({ n: stopped }) : ''
		]
			.filter((part) => part !== '')
			.join(' · ');
		steps.push({
			label,
			value: customers,
			text: formatCount(customers, locale),
			conversion,
			note,
			extra,
			color: `var(--stage-${id})`,
			lines: [
				label,
				messages.common.customers({ n: customers }),
				conversion,
				conversion === ''
					? ''
					: messages.overview.interval95({ interval: formatShareInterval(low, high, locale) }),
				note,
				extra
			].filter((line) => line !== ''),
			aside
		});
		table.push({
			id: String(row),
			cells: [
				label,
				formatCount(customers, locale),
				formatShare(rate, locale),
				formatShare(low, locale),
				formatShare(high, locale),
				formatCount(stopped, locale),
				median,
				p90
			]
		});
	}
	const second = columns.conversion[2] ?? NaN;
	return {
		steps,
		table: {
			columns: [
				{ id: 'step', label: words.step() },
				{ id: 'customers', label: words.customers(), align: 'end' },
				{ id: 'rate', label: words.rate(), align: 'end' },
				{ id: 'low', label: messages.charts.low(), align: 'end' },
				{ id: 'high', label: messages.charts.high(), align: 'end' },
				{ id: 'stopped', label: words.dropped(), align: 'end' },
				{ id: 'median', label: words.median(), align: 'end' },
				{ id: 'p90', label: words.p90(), align: 'end' }
			],
			rows: table
		},
		finding:
			second > 0
				? words.finding({ share: second, days: formatNumber(columns.medianDays[2] ?? NaN, locale, 0) })
				: words.findingNone(),
		mark: (row) => words.mark({ step: steps[row]?.label ?? '' })
	};
}
