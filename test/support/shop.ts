import * as v from 'valibot';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { churn } from '#lib/core/methods/churn/method.ts';
import type { ChurnResult } from '#lib/core/methods/churn/types.ts';
import { dictionaryOf, stringAt } from '#lib/core/columns/dictionary.ts';
import type { CustomerGroups } from '#lib/core/dataset/customer-groups.ts';
import { findings } from '#lib/core/methods/findings/method.ts';
import type { FindingsResult } from '#lib/core/methods/findings/types.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import type { LifecycleResult } from '#lib/core/methods/lifecycle/types.ts';
import { migration } from '#lib/core/methods/migration/method.ts';
import type { MigrationResult } from '#lib/core/methods/migration/types.ts';
import { origins } from '#lib/core/methods/origins/method.ts';
import { contracts } from '#lib/core/methods/contracts/method.ts';
import type { ContractsResult } from '#lib/core/methods/contracts/types.ts';
import { contribution } from '#lib/core/methods/contribution/method.ts';
import type { ContributionResult } from '#lib/core/methods/contribution/types.ts';
import type { OriginsResult } from '#lib/core/methods/origins/types.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import type { OverviewResult } from '#lib/core/methods/overview/types.ts';
import { retention } from '#lib/core/methods/retention/method.ts';
import type { RetentionResult } from '#lib/core/methods/retention/types.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import type { RfmResult } from '#lib/core/methods/rfm/types.ts';
import { value } from '#lib/core/methods/value/method.ts';
import type { ValueResult } from '#lib/core/methods/value/types.ts';
import type { Frame } from '#lib/core/methods/types.ts';
import { datedContracts, type TestContract } from './contracts.ts';
import { dayOf, ledgerOf, type TestRow } from './ledger.ts';

/**
 * A shop of 80 customers over fourteen months, the same each time: customer i first orders on day 5·i and comes back
 * i mod 7 times at a rhythm of their own; three more are known without an order.
 */
function rowsOfShop(): TestRow[] {
	const start = dayOf('2023-01-02');
	const last = dayOf('2024-02-20');
	const rows: TestRow[] = [];
	for (let i = 0; i < 80; i++) {
		for (let k = 0; k <= i % 7; k++) {
			const day = start + 5 * i + k * (9 + (i % 5) * 11);
			if (day <= last)
				rows.push([`c${String(i).padStart(2, '0')}`, day, 1000 + ((i * 37 + k * 91) % 97) * 150]);
		}
	}
	for (const name of ['p1', 'p2', 'p3']) rows.push([name, start, null]);
	return rows;
}

export const shop: Ledger = ledgerOf(rowsOfShop());
export const shopFrame: Frame = { asOf: shop.lastDay, from: null, weekStart: 1 };
/** Customers by the shop that they came to first: by turns, one in three online. */
export const shopGroups: CustomerGroups = {
	attribute: 'Channel',
	values: dictionaryOf(['Online', 'Shop', 'Telephone']),
	codes: Uint32Array.from({ length: shop.customers.size }, (_, who) => {
		return (Number(stringAt(shop.customers, who).slice(1)) * 2) % 3;
	})
};
const input = { ledger: shop, frame: shopFrame };

/** A contract of 60 customers a year or half a year long, two in three of which are renewed once or more. */
function contractRows(): TestContract[] {
	const rows: TestContract[] = [];
	for (let i = 0; i < 60; i++) {
		const length = i % 2 === 0 ? 365 : 182;
		const start = dayOf('2019-03-01') + 17 * i;
		const times = 1 + ((i * 7) % 6);
		for (let k = 0; k < times; k++) {
			const from = start + k * length;
			if (from <= shopFrame.asOf) rows.push([i, from, from + length, 1200 + 100 * (i % 5), i % 3]);
		}
	}
	return rows;
}
export const shopContracts = datedContracts(contractRows());

/** Real answers of the methods about that shop. */
export const answers = {
	overview: (params: object = {}): OverviewResult =>
		overview.run(input, v.parse(overview.params, params)).result,
	findings: (params: object = {}): FindingsResult =>
		findings.run(input, v.parse(findings.params, params)).result,
	rfm: (params: object = {}): RfmResult => rfm.run(input, v.parse(rfm.params, params)).result,
	lifecycle: (params: object = {}): LifecycleResult =>
		lifecycle.run(input, v.parse(lifecycle.params, params)).result,
	migration: (params: object = {}): MigrationResult =>
		migration.run(input, v.parse(migration.params, params)).result,
	retention: (params: object = {}): RetentionResult =>
		retention.run(input, v.parse(retention.params, params)).result,
	contribution: (params: object = {}): ContributionResult =>
		contribution.run(input, v.parse(contribution.params, params)).result,
	origins: (params: object = {}): OriginsResult =>
		origins.run({ ...input, groups: shopGroups }, v.parse(origins.params, params)).result,
	contracts: (params: object = {}): ContractsResult =>
		contracts.run({ ...input, contracts: shopContracts }, v.parse(contracts.params, params)).result,
	churn: (params: object = {}): ChurnResult => churn.run(input, v.parse(churn.params, params)).result,
	value: (params: object = {}): ValueResult => value.run(input, v.parse(value.params, params)).result
};
