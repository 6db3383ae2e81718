import { getDotPath, safeParse } from 'valibot';
import { answersInOrders, type CustomerAnswers } from '../dataset/customer-answers.ts';
import { groupsAtEntry } from '../dataset/customer-groups.ts';
import type { OrderLines } from '../dataset/order-lines.ts';
import type { OrderTable } from '../dataset/order-table.ts';
import type { ProvenanceInput } from '../dataset/sources.ts';
import { CoreError } from '../errors.ts';
import { cutLedger } from '../ledger/cut-ledger.ts';
import type { MergedIds } from '../identity/types.ts';
import type { Ledger } from '../ledger/types.ts';
import { linkedInput, type LinkedTables } from '../links/linked-tables.ts';
import { provenanceHash, type Sha256 } from '../result/provenance.ts';
import { methodById } from './registry.ts';
import type { Frame, MethodOutcome } from './types.ts';

/** What a method was asked, completely: parameters with their defaults, a resolved frame. */
export interface AskedMethod {
	readonly method: string;
	readonly params: unknown;
	readonly frame: Frame;
}

/** The rows of files, and by which they are known. */
export interface RecomputeFrom {
	readonly table: OrderTable;
	/** Of the table, under the refund rule, uncut. */
	readonly full: Ledger;
	readonly inputs: readonly ProvenanceInput[];
	/** Customers of the table that are several ids in the data. */
	readonly sameCustomers?: readonly MergedIds[];
	/** Customers go by codes in the place of their ids. */
	readonly coded?: true | undefined;
	readonly linked?: LinkedTables;
	/** Whether linked tables name customers that the orders do not have. */
	readonly namesCustomers?: boolean;
}

/**
 * Answers a question about a table of orders from nothing: groups, method, and the hash over all that the answer
 * depends on. The method is this version's own, whatever version was asked before.
 *
 * @throws CoreError `method-unknown`; `params-invalid` also for an attribute that the table has not.
 */
export async function recompute(
	{ table, full, inputs, sameCustomers = [], coded, linked, namesCustomers = false }: RecomputeFrom,
	{ method: id, params, frame }: AskedMethod,
	sha256: Sha256
): Promise<MethodOutcome & { readonly provenance: string }> {
	const method = methodById(id);
	const parsed = safeParse(method.params, params);
	if (!parsed.success) {
		throw new CoreError('params-invalid', { method: id, param: getDotPath(parsed.issues[0]) ?? '' });
	}
	const own = table.attributes.map(({ header }) => header);
	const beside = (linked?.attributes ?? []).map(({ name }) => name);
	const by = method.groupsBy?.(parsed.output, [...own, ...beside]) ?? null;
	const attribute = table.attributes.find(({ header }) => header === by);
	const other = linked?.attribute(by, own);
	if (by !== null && attribute === undefined && other === undefined) {
		throw new CoreError('params-invalid', { method: id, param: 'by' });
	}
	const groups =
		attribute !== undefined
			? groupsAtEntry(table, attribute, full)
			: other !== undefined && linked !== undefined
				? await linked.groups(other, table.customers)
				: null;
	const readsSigns = method.readsSigns === true;
	const signs = readsSigns ? ((await linked?.signs(table.customers)) ?? null) : null;
	const lines = linesOf(table, method.linesBy?.(parsed.output) ?? null, id);
	const source = method.ledgerOf?.(parsed.output) ?? null;
	const events = source === null ? null : ((await linked?.events(source, full, sameCustomers)) ?? null);
	if (source !== null && events === null)
		throw new CoreError('params-invalid', { method: id, param: 'source' });
	const ledger = cutLedger(events?.ledger ?? full, frame.asOf);
	const said = method.answersBy?.(parsed.output) ?? null;
	const answers =
		said === null
			? null
			: said.table === null
				? ownAnswers(table, said.column)
				: ((await linked?.answers(said, table.customers, sameCustomers)) ?? null);
	const bound = method.contractsOf?.(parsed.output) ?? null;
	const contracts = bound === null ? null : ((await linked?.contracts(bound, full, sameCustomers)) ?? null);
	const input = { ledger, frame, groups, signs, lines, events: events?.facts ?? null, answers, contracts };
	const outcome = method.run(input, parsed.output);
	const { version } = method.definition;
	const provenance = await provenanceHash(
		{
			inputs,
			linked: (
				linked?.usedBy(other, {
					...{ namesCustomers, readsSigns, source, answers: said, contracts: bound }
				}) ?? []
			).map(linkedInput),
			...(sameCustomers.length > 0 && { sameCustomers }),
			...(coded && { coded }),
			refunds: full.refunds,
			method: id,
			version,
			params: outcome.result.params,
			frame
		},
		sha256
	);
	return { ...outcome, provenance };
}

/** What the orders themselves say in a column; null where they have none of that name. */
function ownAnswers(table: OrderTable, header: string): CustomerAnswers | null {
	const column = table.attributes.find((own) => own.header === header);
	return column === undefined ? null : answersInOrders(table, column);
}

/** The rows of the orders by one of their columns; null where none is asked for. */
function linesOf(
	{ attributes, customer, day, kind }: OrderTable,
	header: string | null,
	method: string
): OrderLines | null {
	if (header === null) return null;
	const column = attributes.find((own) => own.header === header);
	if (column === undefined) throw new CoreError('params-invalid', { method, param: 'kindBy' });
	return { attribute: header, customer, day, kind, codes: column.codes };
}
