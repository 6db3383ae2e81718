import type { MethodInput } from '../types.ts';
import { aliveEstimate, type AliveEstimate } from '../value/alive.ts';
import { churnProfiles, type ChurnProfiles } from './profiles.ts';
import type { ChurnCuts } from './silences.ts';
import type { ChurnParams } from './types.ts';
import { aliveBandsOf, reasonsWith, toldOf, type Told } from './warnings.ts';

/** Everything that churn says of each customer: by the rule, by the model, and by what linked tables tell. */
export interface ChurnStanding extends ChurnProfiles {
	readonly told: Told;
	/** P(alive); NaN without an estimate. */
	readonly alive: Float64Array;
	readonly way: AliveEstimate['way'];
	readonly aliveBand: Uint8Array;
}

/** Puts all that is known of each customer beside each other. */
export function churnStanding(input: MethodInput, cuts: ChurnCuts, params: ChurnParams): ChurnStanding {
	const { ledger, frame } = input;
	const { size } = ledger.customers;
	const profiles = churnProfiles(ledger, frame.asOf, cuts, params);
	const told = toldOf(input.signs ?? null, size, frame.asOf, params.signDays);
	const { alive, way }: AliveEstimate =
		params.model === 'none'
			? { alive: new Float64Array(size).fill(Number.NaN), way: 'none' }
			: aliveEstimate(input, params.model);
	const aliveBand = aliveBandsOf(profiles, { alive }, params);
	return { ...profiles, told, alive, way, aliveBand, reasons: reasonsWith(profiles, told, aliveBand) };
}
