import type { MethodResult } from '#lib/core/methods/types.ts';
import type { Table } from '#lib/core/result/table.ts';
import type { Tally } from './tally.ts';

/** No value; −0 is written as 0. */
const told = (value: number | string | undefined): number | string | null =>
	value === undefined || Number.isNaN(value) ? null : value === 0 ? 0 : value;

/**
 * Compares every number and text of a saved result with a fresh one: whole numbers exactly, others as `Tally` does. What this version says beyond the
 * saved result (a later version may) is not looked at. Names of groups may follow a column's rule: they are set apart; so are places
 * of customers where these went by codes, and causes of losses where the meaning of the reasons was left out with their names. Contracts
 * whose statuses somebody decided are not compared where those go by other names: nothing says any more which of them meant an end.
 */
export function compareResults(saved: MethodResult, found: MethodResult, tally: Tally, coded = false): void {
	const { method } = saved;
	if (method === 'contracts' && statusesRenamed(saved, found)) {
		tally.hidden++;
		return;
	}
	const single = (column: string) => ({ method, table: 'scalars', row: 0, head: '', column });
	tally.compare(single('status'), saved.status, found.status);
	tally.compare(single('n'), saved.n, found.n);
	for (const [name, value] of Object.entries(saved.scalars)) {
		tally.compare(single(name), told(value), told(found.scalars[name]));
	}
	const withoutMeaning = method === 'churn' && reasonsRenamed(saved, found);
	for (const [name, table] of Object.entries(saved.tables)) {
		compareTables({ method, table: name }, table, found.tables[name], tally, { coded, withoutMeaning });
	}
}

function compareTables(
	at: { readonly method: string; readonly table: string },
	saved: Table,
	found: Table | undefined,
	tally: Tally,
	{ coded, withoutMeaning }: { readonly coded: boolean; readonly withoutMeaning: boolean }
): void {
	tally.compare({ ...at, row: 0, head: '', column: 'rows' }, saved.rows, found?.rows ?? null);
	for (const [column, values] of Object.entries(saved.columns)) {
		const others = found?.columns[column];
		const renamed =
			((at.method === 'origins' || at.method === 'contracts') && column === 'label') ||
			(at.method === 'contracts' && at.table === 'statuses' && column === 'value') ||
			(coded && column === 'customer') ||
			(withoutMeaning && (at.table === 'causes' || at.table === 'lossValues'));
		for (let row = 0; row < saved.rows; row++) {
			const [mine, theirs] = [told(values[row]), told(others?.[row])];
			if (renamed && mine !== theirs) tally.hidden++;
			else tally.compare({ ...at, row: row + 1, head: '', column }, mine, theirs);
		}
	}
}

/** Whether decided statuses go by other names than the data have for them. */
function statusesRenamed(saved: MethodResult, found: MethodResult): boolean {
	const { value, decided } = saved.tables['statuses']?.columns ?? {};
	const known = new Set<unknown>(found.tables['statuses']?.columns['value']);
	const isDecided = (_: unknown, row: number): boolean => decided?.[row] === 1;
	return [...(value ?? [])].filter(isDecided).some((own) => !known.has(own));
}

/** Whether reasons go by other names than the data have for them: then nothing says what they were taken to mean. */
function reasonsRenamed(saved: MethodResult, found: MethodResult): boolean {
	const valuesOf = ({ tables }: MethodResult) => tables['lossValues']?.columns['value'] ?? [];
	const known = new Set<unknown>(valuesOf(found));
	const mine: readonly unknown[] = [...valuesOf(saved)];
	return mine.length > 0 && mine.every((value) => !known.has(value));
}
