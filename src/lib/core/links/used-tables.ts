import type { LinkedAttribute } from '../dataset/link.ts';
import { answerColumns } from './linked-answers.ts';
import { contractColumns } from './linked-contracts.ts';
import { eventColumns } from './linked-events.ts';
import type { LinkedTable, LinkedUse } from './linked-reader.ts';
import { signColumns } from './linked-signs.ts';

/**
 * The tables that an answer depends on: that of its attribute, that of the events in the place of orders, that of answers, that of
 * contracts, those that name customers without orders, and for a method that reads them those that tell of customers.
 */
export function usedTables(
	tables: readonly LinkedTable[],
	attribute: LinkedAttribute | undefined,
	{ namesCustomers, readsSigns, source, answers, contracts }: LinkedUse
): readonly LinkedTable[] {
	const telling = new Set(readsSigns ? tellingTables(tables) : []);
	const events = source === null ? undefined : eventColumns(tables, source)?.linked;
	const saying = answers === null ? undefined : answerColumns(tables, answers)?.linked;
	const binding = contracts === null ? undefined : contractColumns(tables, contracts)?.linked;
	return tables.filter(
		(table) =>
			attribute?.table === table.manifest.id ||
			table === events ||
			table === saying ||
			table === binding ||
			telling.has(table) ||
			(namesCustomers && table.manifest.entity === 'customer')
	);
}

/** The tables that tell of customers by rows with a day: contact logs, campaigns, tickets, surveys. */
export function tellingTables(tables: readonly LinkedTable[]): readonly LinkedTable[] {
	return tables.filter(({ manifest, column }) => signColumns(manifest, column) !== null);
}
