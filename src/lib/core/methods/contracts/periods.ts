import { periodOf } from '../../calendar/period.ts';
import { periodTable } from '../../calendar/period-table.ts';
import type { CustomerContracts } from '../../dataset/customer-contracts.ts';
import { NO_DAY } from '../../dataset/entity-table.ts';
import { wilson } from '../../math/wilson.ts';
import type { Frame } from '../types.ts';
import type { ContractSpells } from './spells.ts';
import type { ContractsParams, ContractsTables } from './types.ts';

/**
 * Movements by calendar period: spells at its start, new, back, ended and at its end; contracts due, renewed; and the money of them.
 * Start + new + back − ended = end, which is the next start; due = renewed + ended. A period is incomplete until what ended in it can no
 * longer be renewed. One pass over spells and contracts.
 *
 * @example
 * const none = { spells: [], renewals: [], rows: new Uint32Array(0), leftOut: {} };
 * periodsTable(null, none, { asOf: 100, from: null, weekStart: 1 }, { unit: 'month', grace: 31 }).rows // => 0
 */
export function periodsTable(
	contracts: CustomerContracts | null,
	{ spells, renewals, rows }: ContractSpells,
	frame: Frame,
	{ unit, grace }: Pick<ContractsParams, 'unit' | 'grace'>
): ContractsTables['periods'] {
	const starts = spells.length === 0 ? null : (contracts?.start ?? null);
	const dated = contracts !== null && starts !== null;
	const earliest = dated ? spells.reduce((least, { start }) => Math.min(least, start), frame.asOf) : 0;
	const calendar = dated ? periodTable(earliest, frame.asOf, unit, frame) : null;
	const count = calendar?.count ?? 0;
	const counts = () => new Uint32Array(count);
	const of = (day: number): number => calendar?.of[day - earliest] ?? 0;
	const add = (to: Uint32Array | Float64Array, at: number, value = 1) => {
		to[at] = (to[at] as number) + value;
	};
	const all = {
		...{ start: counts(), new: counts(), back: counts(), due: counts(), renewed: counts() },
		...{ ended: counts(), lost: counts(), end: counts() }
	};
	const moneyEnded = new Float64Array(count);
	const moneyChange = new Float64Array(count);
	if (dated) {
		for (const { start, end, state, first: isFirst, amount } of spells) {
			add(isFirst ? all.new : all.back, of(start));
			if (state !== 'ended' || end === null) continue;
			const at = of(end);
			add(all.ended, at);
			add(moneyEnded, at, amount);
			if (of(start) < at) add(all.lost, at);
		}
		for (const day of renewals) add(all.renewed, of(day));
		for (const row of rows) {
			const amount = contracts.amount?.[row] || 0;
			const end = contracts.end[row] as number;
			add(moneyChange, of(starts[row] as number), amount);
			if (end !== NO_DAY && end <= frame.asOf) add(moneyChange, of(end), -amount);
		}
	}
	const moneyStart = new Float64Array(count);
	let running = 0;
	let money = 0;
	for (let p = 0; p < count; p++) {
		all.start[p] = running;
		moneyStart[p] = money;
		running += (all.new[p] as number) + (all.back[p] as number) - (all.ended[p] as number);
		money += moneyChange[p] as number;
		all.end[p] = running;
		all.due[p] = (all.renewed[p] as number) + (all.ended[p] as number);
	}
	const before = (day: number): number => periodOf(day, unit, frame) - periodOf(earliest, unit, frame);
	const from = frame.from === null ? 0 : Math.max(0, Math.min(count, before(frame.from)));
	const ofRate = Array.from(all.start, (start, p) => wilson(all.lost[p] as number, start));
	const noMoney = contracts === null || contracts.amount === null;
	const cut = <T extends Uint32Array | Float64Array>(column: T): T => column.slice(from) as T;
	return {
		rows: count - from,
		columns: {
			period: Int32Array.from({ length: count - from }, (_, p) => calendar?.starts[from + p] ?? 0),
			...{ start: cut(all.start), new: cut(all.new), back: cut(all.back), due: cut(all.due) },
			...{ renewed: cut(all.renewed), ended: cut(all.ended), lost: cut(all.lost) },
			rate: cut(Float64Array.from(all.start, (start, p) => (all.lost[p] as number) / start)),
			low: cut(Float64Array.from(ofRate, ({ low }) => low)),
			high: cut(Float64Array.from(ofRate, ({ high }) => high)),
			end: cut(all.end),
			moneyStart: cut(noMoney ? moneyStart.fill(NaN) : moneyStart),
			moneyEnded: cut(noMoney ? moneyEnded.fill(NaN) : moneyEnded),
			incomplete: Uint8Array.from({ length: count - from }, (_, p) =>
				(calendar?.starts[from + p + 1] ?? 0) - 1 + grace > frame.asOf ? 1 : 0
			)
		},
		types: {
			...({ period: 'day', start: 'count', new: 'count', back: 'count', due: 'count' } as const),
			...({ renewed: 'count', ended: 'count', lost: 'count', rate: 'share', low: 'share' } as const),
			...({ high: 'share', end: 'count', moneyStart: 'money', moneyEnded: 'money' } as const),
			incomplete: 'flag'
		}
	};
}
