import { NO_CODE } from '../columns/dictionary.ts';
import { saidStatuses } from '../dataset/contract-states.ts';
import {
	contractTable,
	isTenure,
	likelyGroup,
	startColumn,
	type ContractSource,
	type CustomerContracts
} from '../dataset/customer-contracts.ts';
import { NO_DAY, type EntityColumn, type EntityTable } from '../dataset/entity-table.ts';
import type { MergedIds } from '../identity/types.ts';
import type { Ledger } from '../ledger/types.ts';
import { coded, customersOfKeys, type LinkedReader, type LinkedTable } from './linked-reader.ts';

/** Places of the columns of a table that contracts are read from; −1 for those that it has not. */
interface ContractColumns {
	readonly key: number;
	readonly start: number;
	readonly end: number;
	readonly tenure: number;
	readonly status: number;
	readonly amount: number;
	readonly group: number;
}

/** The linked table that a source means, and the places of its columns; null where there is none. */
export function contractColumns(
	tables: readonly LinkedTable[],
	{ table, by }: Pick<ContractSource, 'table' | 'by'>
): { readonly linked: LinkedTable; readonly columns: ContractColumns } | null {
	// A membership says more of a customer than of a contract: it comes last.
	const inOrder = [...tables].sort(
		(a, b) => Number(a.manifest.entity === 'membership') - Number(b.manifest.entity === 'membership')
	);
	for (const linked of inOrder) {
		const { columns, name } = linked.manifest;
		const found = contractTable(linked.manifest);
		if (found === null || (table !== null && table !== name)) continue;
		if (by !== null && !found.groups.includes(by)) continue;
		const header = by ?? likelyGroup(columns, found.groups);
		const place = (wanted: string, type: string) =>
			columns.findIndex((column) => column.role === wanted && column.type === type);
		return {
			linked,
			columns: {
				key: linked.column,
				start: startColumn(columns),
				end: place('end', 'date'),
				tenure: columns.findIndex(isTenure),
				status: place('status', 'category'),
				amount: place('amount', 'money'),
				group: header === null ? -1 : columns.findIndex((column) => column.header === header)
			}
		};
	}
	return null;
}

/** The rows that a source means as contracts; null where no linked table is that. Its columns are read and let go again. */
export async function contractsOf(
	{ tables, load, match }: LinkedReader,
	source: ContractSource,
	orders: Pick<Ledger, 'customers' | 'scale'>,
	merged: readonly MergedIds[]
): Promise<CustomerContracts | null> {
	const found = contractColumns(tables, source);
	if (found === null) return null;
	const { linked, columns } = found;
	const wanted = [...new Set(Object.values(columns).filter((at: number) => at >= 0))].sort((a, b) => a - b);
	const table = await load(linked.manifest.id, wanted);
	const at = (place: number): EntityColumn | undefined =>
		place < 0 ? undefined : table.columns[wanted.indexOf(place)];
	const keys = coded(at(columns.key));
	const whoOf = await customersOfKeys(keys.dictionary, orders.customers, merged, match);
	const customer = keys.codes.map((entry) => (entry === NO_CODE ? NO_CODE : (whoOf[entry] as number)));
	const start = at(columns.start);
	const end = at(columns.end);
	const tenure = at(columns.tenure);
	const group = at(columns.group);
	const groups = group === undefined ? null : coded(group);
	return {
		table: linked.manifest.name,
		by: group?.header ?? '',
		customer,
		start: start?.type === 'date' ? start.day : null,
		end: end?.type === 'date' ? end.day : new Int32Array(table.rows).fill(NO_DAY),
		tenure: tenure?.type === 'number' ? tenure.values : new Float64Array(table.rows).fill(Number.NaN),
		...statuses(table, at(columns.status), source.statuses),
		...amounts(table, at(columns.amount), orders.scale),
		groups: groups === null ? null : { values: groups.dictionary, codes: groups.codes }
	};
}

function statuses(
	{ rows }: EntityTable,
	column: EntityColumn | undefined,
	decisions: ContractSource['statuses']
): Pick<CustomerContracts, 'status' | 'said'> {
	if (column?.type !== 'category') return { status: new Uint8Array(rows), said: null };
	const { dictionary, codes, header } = column;
	const said = saidStatuses(header, dictionary, codes, decisions);
	return { status: Uint8Array.from(codes, (code) => said.states[code] ?? 0), said };
}

/** Amounts in the smallest unit of the orders' money; finer ones keep their fractions. */
function amounts(
	{ currency }: EntityTable,
	column: EntityColumn | undefined,
	scale: number
): Pick<CustomerContracts, 'amount' | 'currency'> {
	if (column?.type !== 'money') return { amount: null, currency: null };
	const factor = 10 ** (scale - column.scale);
	return { amount: column.values.map((value) => value * factor), currency };
}
