import { NO_CODE } from '../../columns/dictionary.ts';
import type { CustomerGroups } from '../../dataset/customer-groups.ts';
import { kruskalWallis } from '../../math/compare/kruskal-wallis.ts';
import { observedSpan } from '../observed-span.ts';
import { fewCustomers, remark } from '../remarks.ts';
import type { Method, MethodInput, Warning } from '../types.ts';
import { withoutRows } from '../without-rows.ts';
import { curveTable } from './curve-table.ts';
import { originsDefinition } from './definition.ts';
import { groupsTable } from './groups-table.ts';
import { originsMembers, type OriginsParts } from './members.ts';
import { originsParams } from './params.ts';
import { planGroups } from './plan.ts';
import { testSecondOrders } from './second-orders.ts';
import { stepsTable } from './steps-table.ts';
import { suggestAttribute } from './suggest-attribute.ts';
import { groupKinds, type OriginsParams, type OriginsResult, type OriginsTables } from './types.ts';
import { walkGroups } from './walk.ts';

/** Which channels, regions or first products bring customers who come back and spend. */
export const origins: Method<OriginsParams, OriginsResult> = {
	definition: originsDefinition,
	params: originsParams,
	groupsBy: ({ by }, attributes) => by ?? suggestAttribute(attributes),
	run(input, params) {
		const parts = partsOf(input, params);
		const { plan, sums } = parts;
		const all = sums.rows - 1;
		const tables: OriginsTables = {
			attribute: {
				rows: 1,
				columns: { header: [input.groups?.attribute ?? ''] },
				types: { header: 'text' }
			},
			groups: groupsTable(plan, sums),
			steps: stepsTable(sums),
			curve: curveTable(sums)
		};
		const customers = sums.customers[all] as number;
		const test = testSecondOrders(sums, plan.kind);
		// Of the groups of one value each, as in the test of second orders.
		const spending = kruskalWallis(
			sums.spent.filter((_, row) => plan.kind[row] === groupKinds.indexOf('value'))
		);
		const missing = missingOf(input, customers);
		const enough = missing.length === 0;
		const { repeatRate, valueWithin } = tables.groups.columns;
		const result: OriginsResult = {
			method: 'origins',
			version: originsDefinition.version,
			params,
			frame: input.frame,
			status: enough ? 'ok' : 'not-enough-data',
			missing,
			n: customers,
			warnings: enough ? warningsOf(parts, tables) : [],
			scalars: {
				customers,
				known: sums.known[all] as number,
				values: plan.values,
				empty: plan.empty,
				repeatRate: repeatRate[all] as number,
				followed: sums.followed[all] as number,
				valueWithin: valueWithin[all] as number,
				logRank: test.chiSquare,
				degrees: test.degrees,
				p: test.p,
				valueTest: spending.chiSquare,
				valueDegrees: spending.degrees,
				valueP: spending.p
			},
			tables: enough ? tables : withoutRows(tables)
		};
		return { result, customers: null };
	},
	members(input, params, table, row) {
		return originsMembers(partsOf(input, params), table, row);
	}
};

function partsOf({ ledger, frame, groups }: MethodInput, params: OriginsParams): OriginsParts {
	const { asOf } = frame;
	const span = { from: frame.from ?? -Infinity, asOf };
	const plan = planGroups(ledger, groups ?? ungrouped(ledger.customers.size), span, params);
	return { ledger, plan, sums: walkGroups(ledger, plan, asOf, params), asOf, params };
}

/** Nobody has a value: what stands in where there is no attribute. */
function ungrouped(size: number): CustomerGroups {
	return {
		attribute: '',
		values: { size: 0, bytes: new Uint8Array(0), offsets: new Uint32Array(1) },
		codes: new Uint32Array(size).fill(NO_CODE)
	};
}

function missingOf(input: MethodInput, customers: number): Warning[] {
	if (observedSpan(input) === null) return [remark('no-orders')];
	if (customers === 0) return [remark('origins-nobody-came')];
	if (input.groups === null || input.groups === undefined) return [remark('origins-no-attribute')];
	return [];
}

function warningsOf({ plan, sums, params }: OriginsParts, { groups, curve }: OriginsTables): Warning[] {
	const warnings: Warning[] = [];
	const customers = sums.customers[sums.rows - 1] as number;
	if (customers < fewCustomers)
		warnings.push(remark('few-customers', { n: customers, minimum: fewCustomers }));
	if (plan.values < 2) warnings.push(remark('origins-one-group', { n: plan.values }));
	const value = groupKinds.indexOf('value');
	let small = 0;
	let shown = 0;
	for (let row = 0; row < groups.rows; row++) {
		if (groups.columns.kind[row] !== value) continue;
		shown++;
		if ((sums.customers[row] as number) < fewCustomers) small++;
	}
	if (small > 0 && customers >= fewCustomers)
		warnings.push(remark('origins-small-groups', { n: small, all: shown, minimum: fewCustomers }));
	// Half of all values used once or so: an id or a free text, not a group.
	if (plan.values > 50 && plan.values > customers / 2)
		warnings.push(remark('origins-many-values', { n: plan.values }));
	if (plan.empty > 0) warnings.push(remark('origins-empty', { n: plan.empty }));
	if (sums.followed[sums.rows - 1] === 0)
		warnings.push(remark('origins-none-followed', { days: params.valueDays }));
	if (curve.rows === 0) warnings.push(remark('retention-no-complete-return'));
	return warnings;
}
