import { growthStates, type LifecycleResult } from '#lib/core/methods/lifecycle/types.ts';
import { end, largest, numberAt, plain, rowIndices, said, saidQuietly, start } from './columns.ts';
import { roundTicks } from './ticks.ts';
import type { Block, Cell, Finding } from './types.ts';
import type { Voice } from './voice.ts';

const upward = ['returning', 'resurrected', 'new'] as const;

/** The last complete period, and the complete one in which the largest share of customers fell silent. */
export function growthFindings(
	{ tables: { growth }, params, frame }: LifecycleResult,
	voice: Voice
): Finding[] {
	const { words } = voice;
	const complete = rowIndices(growth).filter((row) => numberAt(growth, 'incomplete', row) !== 1);
	const label = (row: number) => voice.period(numberAt(growth, 'period', row), params.unit, frame);
	const findings: Finding[] = [];
	// The worst only stands out among several, and of customers enough to speak of.
	const silent = complete
		.filter((row) => row > 0 && numberAt(growth, 'active', row - 1) >= 30)
		.map((row) => ({ row, share: numberAt(growth, 'dormant', row) / numberAt(growth, 'active', row - 1) }));
	const worst = silent.reduce<{ row: number; share: number } | null>(
		(found, next) => (found === null || next.share > found.share ? next : found),
		null
	);
	if (worst !== null && silent.length >= 4) {
		const strong = words.lifecycle.worst({
			period: label(worst.row),
			unit: voice.messages.terms.units[params.unit]().toLowerCase(),
			n: numberAt(growth, 'dormant', worst.row),
			of: numberAt(growth, 'active', worst.row - 1),
			share: worst.share
		});
		findings.push({ strong, rest: '' });
	}
	const last = complete.at(-1);
	if (last !== undefined && last > 0) {
		const rest = words.lifecycle.pulse({
			period: label(last),
			gained: numberAt(growth, 'new', last) + numberAt(growth, 'resurrected', last),
			lost: numberAt(growth, 'dormant', last),
			pulse: voice.number(numberAt(growth, 'pulse', last), 2)
		});
		findings.push({ strong: '', rest });
	}
	return findings;
}

/** Active customers above the line by where they came from, those fallen silent below it. */
export function growthFigure({ tables: { growth }, params, frame }: LifecycleResult, voice: Voice): Block[] {
	if (growth.rows === 0) return [];
	const { words } = voice;
	const rows = rowIndices(growth);
	const unit = voice.messages.terms.units[params.unit]().toLowerCase();
	const label = (row: number) => voice.period(numberAt(growth, 'period', row), params.unit, frame);
	const cut = (row: number) => numberAt(growth, 'incomplete', row) === 1;
	const names = voice.messages.terms.growth;
	const title = words.lifecycle.growthTitle({ unit });
	const up = largest(rows.map((row) => numberAt(growth, 'active', row)));
	const down = largest(rows.map((row) => numberAt(growth, 'dormant', row)));
	const ticks = roundTicks(Math.max(up, down), 4);
	const step = (ticks[1] as number) - (ticks[0] as number);
	const below = Array.from({ length: Math.ceil(down / step) }, (_, i) => -(i + 1) * step);
	return [
		{
			id: 'growth',
			kind: 'figure',
			title,
			finding: '',
			reading: words.lifecycle.growthReading({ unit }),
			picture: {
				kind: 'columns',
				model: {
					series: [
						...upward.map((state) => ({
							label: names[state](),
							tone: `growth-${growthStates.indexOf(state)}` as const,
							down: false
						})),
						{ label: names.dormant(), tone: 'growth-3', down: true }
					],
					points: rows.map((row) => ({
						label: label(row),
						values: [...upward, 'dormant' as const].map((state) => numberAt(growth, state, row)),
						incomplete: cut(row)
					})),
					ticks: [...below.reverse(), ...ticks.filter((at) => at - step < up)].map((at) => ({
						at,
						text: voice.countShort(Math.abs(at))
					})),
					as: 'count'
				}
			},
			table: {
				caption: words.table({ title }),
				columns: [
					start(words.columns.period()),
					end(names.new()),
					end(names.returning()),
					end(names.resurrected()),
					end(words.columns.active()),
					end(names.dormant()),
					end(words.columns.pulse())
				],
				rows: rows.map((row): Cell[] => [
					plain(label(row) + (cut(row) ? ` ${words.incompleteMark()}` : '')),
					...(['new', 'returning', 'resurrected', 'active', 'dormant'] as const).map((state) =>
						said(voice, 'count', numberAt(growth, state, row))
					),
					saidQuietly(voice, 'number', numberAt(growth, 'pulse', row), 2)
				])
			},
			note: rows.some(cut) ? words.incomplete() : null
		}
	];
}
