import { NO_CODE, stringAt } from '../../columns/dictionary.ts';
import type { CustomerAnswers } from '../../dataset/customer-answers.ts';
import { NO_DAY } from '../../dataset/entity-table.ts';
import { lossCauses, type MappedReason } from '../../dataset/loss-reasons.ts';
import { wilson } from '../../math/wilson.ts';
import type { ChurnProfiles } from './profiles.ts';
import { causeIds, riskBands, type ChurnTables } from './types.ts';

const churned = riskBands.indexOf('churned');
const unmapped = causeIds.indexOf('unmapped');
const unsaid = causeIds.indexOf('unsaid');

/** Of a customer who is not lost. */
export const NOT_LOST = 255;
/** Values that are listed by themselves. */
const MOST_VALUES = 200;

/** Why each customer was lost, by customer index. */
export interface LossStanding {
	/** Index into `causeIds`; `NOT_LOST` for all others. */
	readonly cause: Uint8Array;
	/** The value of the latest answer of the lost, into the values of the answers; `NO_CODE` for none. */
	readonly value: Uint32Array;
	/** Lost customers whose answer is from before their last order. */
	readonly early: number;
}

/**
 * Why the lost left, as they said last: of each churned customer the latest answer on or before the as-of date counts, one
 * without a day as the earliest; and that as it was mapped. A value that nobody mapped is `unmapped`, and nothing is guessed.
 * One pass over the customers and their answers.
 */
export function lossStanding(
	answers: CustomerAnswers,
	{ band, daysSilent }: Pick<ChurnProfiles, 'band' | 'daysSilent'>,
	asOf: number,
	mapped: readonly MappedReason[]
): LossStanding {
	const causes = causesOf(answers, mapped);
	const cause = new Uint8Array(band.length).fill(NOT_LOST);
	const value = new Uint32Array(band.length).fill(NO_CODE);
	let early = 0;
	for (let who = 0; who < band.length; who++) {
		if (band[who] !== churned) continue;
		const at = latest(answers, who, asOf);
		const code = at < 0 ? NO_CODE : (answers.codes[at] as number);
		value[who] = code;
		cause[who] = code === NO_CODE ? unsaid : (causes[code] as number);
		if (code === NO_CODE) continue;
		const on = answers.day[at] as number;
		if (on !== NO_DAY && on < asOf - (daysSilent[who] as number)) early++;
	}
	return { cause, value, early };
}

/** Place of the latest answer of a customer up to a day; −1 without one. */
function latest({ offsets, day }: CustomerAnswers, who: number, asOf: number): number {
	const start = offsets[who] as number;
	let at = (offsets[who + 1] as number) - 1;
	while (at >= start && (day[at] as number) > asOf) at--;
	return at < start ? -1 : at;
}

/** Per value of the answers its cause. */
function causesOf({ values }: CustomerAnswers, mapped: readonly MappedReason[]): Uint8Array {
	const known = new Map(mapped.map(({ value, cause }) => [value, cause]));
	return Uint8Array.from({ length: values.size }, (_, code) => {
		const cause = known.get(stringAt(values, code)) ?? null;
		return cause === null ? unmapped : lossCauses.indexOf(cause);
	});
}

/** One row per cause, then those not mapped, then those who said nothing; no row without answers. */
export function causesTable(loss: LossStanding | null, stake: Float64Array): ChurnTables['causes'] {
	const rows = loss === null ? 0 : causeIds.length;
	const customers = new Uint32Array(rows);
	const money = new Float64Array(rows);
	loss?.cause.forEach((cause, who) => {
		if (cause === NOT_LOST) return;
		customers[cause] = (customers[cause] as number) + 1;
		money[cause] = (money[cause] as number) + (stake[who] as number);
	});
	const said = customers.subarray(0, unsaid).reduce((sum, n) => sum + n, 0);
	const lost = money.subarray(0, unsaid).reduce((sum, own) => sum + own, 0);
	const interval = (end: 'low' | 'high') =>
		Float64Array.from(customers, (n, row) => (row === unsaid ? Number.NaN : wilson(n, said)[end]));
	const part = (own: number, all: number, row: number) =>
		row === unsaid || all === 0 ? Number.NaN : own / all;
	return {
		rows,
		columns: {
			cause: Uint8Array.from({ length: rows }, (_, row) => row),
			customers,
			share: Float64Array.from(customers, (n, row) => part(n, said, row)),
			low: interval('low'),
			high: interval('high'),
			stake: money,
			stakeShare: Float64Array.from(money, (own, row) => part(own, lost, row))
		},
		types: {
			cause: 'code',
			customers: 'count',
			share: 'share',
			low: 'share',
			high: 'share',
			stake: 'money',
			stakeShare: 'share'
		}
	};
}

/** The values behind the rows of `lossValues`: those that most of the lost said last first, then by all answers, then as listed. */
export function listedValues(answers: CustomerAnswers, loss: LossStanding): Uint32Array {
	const { lost, said } = countValues(answers, loss);
	return Uint32Array.from(said.keys())
		.filter((code) => (said[code] as number) > 0)
		.sort(
			(a, b) =>
				(lost[b] as number) - (lost[a] as number) || (said[b] as number) - (said[a] as number) || a - b
		)
		.slice(0, MOST_VALUES);
}

/** What the reasons are called, what they mean, and how many said so. */
export function lossValuesTable(
	answers: CustomerAnswers | null,
	loss: LossStanding | null,
	stake: Float64Array,
	mapped: readonly MappedReason[]
): ChurnTables['lossValues'] {
	const listed = answers === null || loss === null ? new Uint32Array(0) : listedValues(answers, loss);
	const counts = answers === null || loss === null ? null : countValues(answers, loss);
	const money = new Float64Array(answers?.values.size ?? 0);
	loss?.value.forEach((code, who) => {
		if (code !== NO_CODE) money[code] = (money[code] as number) + (stake[who] as number);
	});
	const causes = answers === null ? null : causesOf(answers, mapped);
	const texts = Array.from(listed, (code) => (answers === null ? '' : stringAt(answers.values, code)));
	const names = new Map(mapped.map(({ value, name }) => [value, name]));
	return {
		rows: listed.length,
		columns: {
			value: texts,
			name: texts.map((text) => names.get(text) ?? text),
			cause: Uint8Array.from(listed, (code) => causes?.[code] ?? unmapped),
			answers: Uint32Array.from(listed, (code) => counts?.said[code] ?? 0),
			customers: Uint32Array.from(listed, (code) => counts?.lost[code] ?? 0),
			stake: Float64Array.from(listed, (code) => money[code] as number)
		},
		types: {
			...{ value: 'text', name: 'text', cause: 'code' },
			...{ answers: 'count', customers: 'count', stake: 'money' }
		}
	};
}

/** Per value: all answers of known customers, and the lost whose latest it is. */
function countValues({ values, codes }: CustomerAnswers, { value }: LossStanding) {
	const said = new Uint32Array(values.size);
	const lost = new Uint32Array(values.size);
	for (const code of codes) said[code] = (said[code] as number) + 1;
	for (const code of value) if (code !== NO_CODE) lost[code] = (lost[code] as number) + 1;
	return { said, lost };
}
