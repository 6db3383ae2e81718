import { NO_CODE, type Dictionary } from '../columns/dictionary.ts';
import { customerAnswers, type CustomerAnswers } from '../dataset/customer-answers.ts';
import { NO_DAY } from '../dataset/entity-table.ts';
import { eventDay } from '../dataset/event-day.ts';
import { reasonColumns, type AnswerSource } from '../dataset/loss-reasons.ts';
import type { MergedIds } from '../identity/types.ts';
import { coded, customersOfKeys, type LinkedReader, type LinkedTable } from './linked-reader.ts';

/** The linked table that a source of answers means, and the places of its columns; null where there is none. */
export function answerColumns(
	tables: readonly LinkedTable[],
	{ table, column }: AnswerSource
): {
	readonly linked: LinkedTable;
	readonly key: number;
	readonly day: number | null;
	readonly value: number;
} | null {
	for (const linked of tables) {
		const { manifest, column: key } = linked;
		if (manifest.name !== table || !reasonColumns(manifest.columns, key).includes(column)) continue;
		const value = manifest.columns.findIndex(({ header }) => header === column);
		// What is known of customers is known whenever they came: the day that they joined is none of a reason.
		const day = manifest.entity === 'customer' ? null : eventDay(manifest.columns);
		return { linked, key, day, value };
	}
	return null;
}

/** What customers said in the column that a source means; null where no linked table has it. */
export async function answersOf(
	{ tables, load, match }: LinkedReader,
	source: AnswerSource,
	customers: Dictionary,
	merged: readonly MergedIds[]
): Promise<CustomerAnswers | null> {
	const found = answerColumns(tables, source);
	if (found === null) return null;
	const { linked, key, day, value } = found;
	const wanted = [...new Set([key, value, day ?? key])].sort((a, b) => a - b);
	const table = await load(linked.manifest.id, wanted);
	const at = (place: number) => table.columns[wanted.indexOf(place)];
	const keys = coded(at(key));
	const said = coded(at(value));
	const whoOf = await customersOfKeys(keys.dictionary, customers, merged, match);
	const days = day === null ? undefined : at(day);
	const rows = {
		customer: keys.codes.map((entry) => (entry === NO_CODE ? NO_CODE : (whoOf[entry] as number))),
		day: days?.type === 'date' ? days.day : new Int32Array(table.rows).fill(NO_DAY),
		codes: said.codes
	};
	return customerAnswers(customers.size, rows, said.dictionary);
}
