import { NO_BAND } from './profiles.ts';
import type { ChurnStanding } from './standing.ts';
import { aliveBands, riskBands, type ChurnTables } from './types.ts';

/** Rule against model, empty pairs included: where the two agree about a customer, and where not. */
export function agreementTable({ band, aliveBand, stake }: ChurnStanding): ChurnTables['agreement'] {
	const width = aliveBands.length;
	const rows = riskBands.length * width;
	const customers = new Uint32Array(rows);
	const money = new Float64Array(rows);
	const ofBand = new Uint32Array(riskBands.length);
	for (let who = 0; who < band.length; who++) {
		const own = band[who] as number;
		if (own === NO_BAND) continue;
		const row = own * width + (aliveBand[who] as number);
		customers[row] = (customers[row] as number) + 1;
		money[row] = (money[row] as number) + (stake[who] as number);
		ofBand[own] = (ofBand[own] as number) + 1;
	}
	return {
		rows,
		columns: {
			band: Uint8Array.from(customers, (_, row) => Math.floor(row / width)),
			alive: Uint8Array.from(customers, (_, row) => row % width),
			customers,
			share: Float64Array.from(customers, (n, row) => {
				const all = ofBand[Math.floor(row / width)] as number;
				return all === 0 ? Number.NaN : n / all;
			}),
			stake: money
		},
		types: { band: 'code', alive: 'code', customers: 'count', share: 'share', stake: 'money' }
	};
}
