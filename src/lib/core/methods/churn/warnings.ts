import { signKinds, type CustomerSigns } from '../../dataset/customer-signs.ts';
import type { AliveEstimate } from '../value/alive.ts';
import { NO_BAND, type ChurnProfiles } from './profiles.ts';
import { riskBands, warningReasons, type ChurnParams } from './types.ts';

/** Answers of 0 to 6 are those of detractors; a satisfaction of 2 or less on 1–5 comes to 2.5 or less. */
export const lowAnswer = 6;
const lowSatisfaction = 2.5;

/** What linked tables and a model tell of each customer, by customer index; NaN where nothing is known. */
export interface Told {
	readonly complaints: Float64Array;
	/** On 0–10; of a ticket its satisfaction laid on that scale. */
	readonly answer: Float64Array;
	/** 1 where the answer is a low one. */
	readonly unhappy: Uint8Array;
	readonly complaintsTold: boolean;
	readonly answersTold: boolean;
}

/**
 * Complaints of the last `days` days, and the last answer to a survey or about a ticket in them. Rows without a day are
 * passed over. Linear in the rows.
 */
export function toldOf(signs: CustomerSigns | null, customers: number, asOf: number, days: number): Told {
	const complaintsTold = signs?.told.includes('complaint') ?? false;
	const answer = new Float64Array(customers).fill(Number.NaN);
	const unhappy = new Uint8Array(customers);
	const complaints = new Float64Array(customers).fill(complaintsTold ? 0 : Number.NaN);
	let answersTold = signs?.told.includes('answer') ?? false;
	for (let who = 0; signs !== null && who < customers; who++) {
		const end = signs.offsets[who + 1] as number;
		for (let row = signs.offsets[who] as number; row < end; row++) {
			const day = signs.day[row] as number;
			if (day > asOf) break;
			if (day <= asOf - days) continue;
			const kind = signKinds[signs.kind[row] as number];
			const value = signs.value[row] as number;
			if (kind === 'complaint') complaints[who] = (complaints[who] as number) + 1;
			if (Number.isNaN(value)) continue;
			const own = kind === 'answer' ? value : (10 * (value - 1)) / 4;
			answer[who] = own;
			unhappy[who] = own <= (kind === 'answer' ? lowAnswer : lowSatisfaction) ? 1 : 0;
			answersTold = true;
		}
	}
	return { complaints, answer, unhappy, complaintsTold, answersTold };
}

/** Per customer the code of `aliveBands`; `NO_BAND` for those without an order. */
export function aliveBandsOf(
	{ band }: Pick<ChurnProfiles, 'band'>,
	{ alive }: Pick<AliveEstimate, 'alive'>,
	{ aliveLow, aliveHigh }: Pick<ChurnParams, 'aliveLow' | 'aliveHigh'>
): Uint8Array {
	return band.map((own, who) => {
		if (own === NO_BAND) return NO_BAND;
		const percent = 100 * (alive[who] as number);
		if (Number.isNaN(percent)) return 3;
		return percent < aliveLow ? 2 : percent < aliveHigh ? 1 : 0;
	});
}

/**
 * The reasons of the orders, and those that linked tables and the model add; the churned have none, for whom a warning
 * comes too late.
 */
export function reasonsWith(
	{ band, reasons }: Pick<ChurnProfiles, 'band' | 'reasons'>,
	{ complaints, unhappy }: Pick<Told, 'complaints' | 'unhappy'>,
	aliveBand: Uint8Array
): Uint8Array {
	const bit = (reason: (typeof warningReasons)[number]): number => 1 << warningReasons.indexOf(reason);
	const churned = riskBands.indexOf('churned');
	return reasons.map((own, who) => {
		if (band[who] === NO_BAND || band[who] === churned) return own;
		let all = own;
		if ((complaints[who] as number) > 0) all |= bit('complaint');
		if (unhappy[who] === 1) all |= bit('satisfaction');
		if (aliveBand[who] === 2) all |= bit('alive');
		return all;
	});
}
