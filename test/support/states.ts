import * as v from 'valibot';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { standingsAt } from '#lib/core/comparison/standings-at.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import { isKnown } from '#lib/core/ledger/count-prospects.ts';
import { cutLedger } from '#lib/core/ledger/cut-ledger.ts';
import type { Ledger } from '#lib/core/ledger/types.ts';
import { churn } from '#lib/core/methods/churn/method.ts';
import { lifecycle } from '#lib/core/methods/lifecycle/method.ts';
import type { LifecycleCustomers } from '#lib/core/methods/lifecycle/types.ts';
import { overview } from '#lib/core/methods/overview/method.ts';
import { retention } from '#lib/core/methods/retention/method.ts';
import { rfm } from '#lib/core/methods/rfm/method.ts';
import type { RfmCustomers } from '#lib/core/methods/rfm/types.ts';
import { selectCustomers } from '#lib/core/methods/select-customers.ts';
import type { Analysis, OpenSnapshot } from '#lib/api/index.ts';
import type { StateContent } from '#lib/report/comparison/compare-states.ts';
import { overallProvenance } from '#lib/report/provenance.ts';
import { sha256Hex } from '#lib/report/sha256.ts';

/** What is asked of a state: the day, and parameters by method. */
export interface StateChoices {
	readonly asOf: number;
	readonly from?: number | null;
	readonly params?: Readonly<Record<string, object>>;
}

/** A state of a ledger on a day, as a kept snapshot has it; customers are called by their keys. */
export function stateOn(full: Ledger, manifest: DatasetManifest, choices: StateChoices): StateContent {
	const { asOf, from = null, params = {} } = choices;
	const ledger = cutLedger(full, asOf);
	const input = { ledger, frame: { asOf, from, weekStart: 1 } };
	const of = (id: string) => params[id] ?? {};
	const scored = rfm.run(input, v.parse(rfm.params, of('rfm')));
	const staged = lifecycle.run(input, v.parse(lifecycle.params, of('lifecycle')));
	const analyses: Analysis[] = [
		overview.run(input, v.parse(overview.params, of('overview'))).result,
		scored.result,
		staged.result,
		retention.run(input, v.parse(retention.params, of('retention'))).result,
		churn.run(input, v.parse(churn.params, of('churn'))).result
	].map((result) => ({ result, provenance: sha256Hex(JSON.stringify([result.method, choices])) }));
	const who = selectCustomers(ledger.customers.size, (customer) => isKnown(ledger, customer, asOf));
	const codes = Array.from(who, (customer) => stringAt(ledger.customers, customer));
	const snapshot: OpenSnapshot = {
		...{ title: `Day ${asOf}`, preparedFor: '', notes: '', createdAt: 0, appVersion: '0', refunds: 'net' },
		dataset: manifest,
		definitions: [overview, rfm, lifecycle, retention, churn].map(({ definition }) => definition),
		analyses,
		disclosed: null,
		standings: standingsAt(
			input,
			who,
			codes,
			scored.customers as RfmCustomers | null,
			staged.customers as LifecycleCustomers | null
		),
		provenance: overallProvenance(analyses)
	};
	return { kind: 'snapshot', snapshot };
}
