import { gather } from '../../columns/order-index.ts';
import { radixOrder } from '../../columns/radix-order.ts';
import { WholeNumberCounts } from '../../math/whole-number-counts.ts';
import { selectCustomers } from '../select-customers.ts';
import { NO_BAND, type ChurnProfiles } from './profiles.ts';
import type { ChurnStanding } from './standing.ts';
import { riskBands, warningReasons, type ChurnCustomers, type ChurnTables } from './types.ts';

/** One row per band, empty ones included; shares are of all customers with an order, and of all that is at stake. */
export function bandsTable({ band, stake, daysSilent }: ChurnProfiles): ChurnTables['bands'] {
	const rows = riskBands.length;
	const customers = new Uint32Array(rows);
	const money = new Float64Array(rows);
	const days = riskBands.map(() => new WholeNumberCounts());
	for (let customer = 0; customer < band.length; customer++) {
		const own = band[customer] as number;
		if (own === NO_BAND) continue;
		customers[own] = (customers[own] as number) + 1;
		money[own] = (money[own] as number) + (stake[customer] as number);
		days[own]?.add(daysSilent[customer] as number);
	}
	const all = customers.reduce((sum, n) => sum + n, 0);
	const total = money.reduce((sum, own) => sum + own, 0);
	return {
		rows,
		columns: {
			band: Uint8Array.from(riskBands, (_, row) => row),
			customers,
			share: Float64Array.from(customers, (n) => (all === 0 ? Number.NaN : n / all)),
			stake: money,
			stakeShare: Float64Array.from(money, (own) => (total === 0 ? Number.NaN : own / total)),
			medianDays: Float64Array.from(days, (counts) => counts.quantile(0.5))
		},
		types: {
			band: 'code',
			customers: 'count',
			share: 'share',
			stake: 'money',
			stakeShare: 'share',
			medianDays: 'days'
		}
	};
}

/** One row per reason; a customer with several stands in each. */
export function reasonsTable({ reasons, stake }: ChurnProfiles): ChurnTables['reasons'] {
	const customers = new Uint32Array(warningReasons.length);
	const money = new Float64Array(warningReasons.length);
	for (let customer = 0; customer < reasons.length; customer++) {
		const own = reasons[customer] as number;
		for (let reason = 0; own >> reason > 0; reason++) {
			if (((own >> reason) & 1) === 0) continue;
			customers[reason] = (customers[reason] as number) + 1;
			money[reason] = (money[reason] as number) + (stake[customer] as number);
		}
	}
	return {
		rows: warningReasons.length,
		columns: { reason: Uint8Array.from(warningReasons, (_, row) => row), customers, stake: money },
		types: { reason: 'code', customers: 'count', stake: 'money' }
	};
}

/** The customers with a reason, most at stake first, equal ones by index. Linear: a radix sort. */
export function warnedCustomers({ reasons, stake }: ChurnProfiles): Uint32Array {
	const found = selectCustomers(reasons.length, (customer) => reasons[customer] !== 0);
	return radixOrder(
		found,
		stake.map((money) => -money)
	);
}

/**
 * Everyone with a reason, as one row that opens them.
 *
 * @example
 * warnedTable(2, 900).columns.customers // => [2]
 */
export function warnedTable(customers: number, stake: number): ChurnTables['warned'] {
	return {
		rows: 1,
		columns: { customers: Uint32Array.of(customers), stake: Float64Array.of(stake) },
		types: { customers: 'count', stake: 'money' }
	};
}

/** The first of them, with the evidence. */
export function earlyWarningTable(
	profiles: ChurnStanding,
	warned: Uint32Array,
	listed: number
): ChurnTables['earlyWarning'] {
	const customer = warned.slice(0, listed);
	const pick = (values: Float64Array): Float64Array =>
		Float64Array.from(customer, (who) => values[who] as number);
	const flag = (reason: (typeof warningReasons)[number]): Uint8Array => {
		const bit = warningReasons.indexOf(reason);
		return Uint8Array.from(customer, (who) => ((profiles.reasons[who] as number) >> bit) & 1);
	};
	return {
		rows: customer.length,
		columns: {
			customer,
			band: gather(profiles.band, customer),
			stake: pick(profiles.stake),
			daysSilent: gather(profiles.daysSilent, customer),
			usualGap: pick(profiles.usualGap),
			valueRatio: pick(profiles.valueRatio),
			gapRatio: pick(profiles.gapRatio),
			itemsRatio: pick(profiles.itemsRatio),
			complaints: pick(profiles.told.complaints),
			answer: pick(profiles.told.answer),
			pAlive: pick(profiles.alive),
			overdue: flag('overdue'),
			value: flag('value'),
			frequency: flag('frequency'),
			items: flag('items'),
			complaint: flag('complaint'),
			satisfaction: flag('satisfaction'),
			alive: flag('alive')
		},
		types: {
			customer: 'code',
			band: 'code',
			stake: 'money',
			daysSilent: 'days',
			usualGap: 'days',
			valueRatio: 'number',
			gapRatio: 'number',
			itemsRatio: 'number',
			complaints: 'number',
			answer: 'number',
			pAlive: 'share',
			overdue: 'flag',
			value: 'flag',
			frequency: 'flag',
			items: 'flag',
			complaint: 'flag',
			satisfaction: 'flag',
			alive: 'flag'
		}
	};
}

/** What is said of each customer with an order. */
export function churnCustomers(profiles: ChurnStanding): ChurnCustomers {
	const customer = selectCustomers(profiles.band.length, (who) => profiles.band[who] !== NO_BAND);
	return {
		rows: customer.length,
		columns: {
			customer,
			band: gather(profiles.band, customer),
			daysSilent: gather(profiles.daysSilent, customer),
			stake: gather(profiles.stake, customer),
			alive: gather(profiles.alive, customer),
			reasons: gather(profiles.reasons, customer)
		},
		types: {
			customer: 'code',
			band: 'code',
			daysSilent: 'days',
			stake: 'money',
			alive: 'share',
			reasons: 'code'
		}
	};
}
