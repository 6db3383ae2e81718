import type { DisclosedCell, DisclosedSection, DisclosedTable } from '#lib/api/disclosed-findings.ts';
import type { Difference } from '#lib/api/verification.ts';
import { HIDDEN } from '../redact/redact-grids.ts';
import type { Tally } from './tally.ts';

const told = (cell: DisclosedCell | undefined): Difference['saved'] => {
	if (cell === undefined || cell === null) return null;
	return typeof cell === 'string' ? cell : cell.value;
};

/**
 * Compares what a snapshot without small groups shows with the same tables as they are when nothing is hidden. Tables
 * and rows are found by their heads, as some may be left out; a table or row that is not found differs as a whole.
 */
export function compareFindings(saved: DisclosedSection, found: DisclosedSection, tally: Tally): void {
	const { method } = saved;
	for (const text of saved.findings) {
		const same = found.findings.includes(text) ? text : null;
		tally.compare({ method, table: 'findings', row: 0, head: '', column: '' }, text, same);
	}
	const tables = byName(found.tables, ({ title }) => title);
	const isOlder = saved.n === undefined;
	for (const table of saved.tables) compareTables({ method, isOlder }, table, tables(table.title), tally);
}

/** In files of before a hidden cell of a grid is nothing, as is one that never was. */
function compareTables(
	{ method, isOlder }: { readonly method: string; readonly isOlder: boolean },
	saved: DisclosedTable,
	found: DisclosedTable | undefined,
	tally: Tally
): void {
	const headOf = (row: readonly DisclosedCell[]) => String(told(row[0]) ?? '');
	const rows = byName(found?.rows ?? [], headOf);
	for (const [i, row] of saved.rows.entries()) {
		const head = headOf(row);
		const other = rows(head);
		for (const [x, cell] of row.entries()) {
			if (x > 0 && (cell === HIDDEN || (isOlder && cell === null))) {
				tally.hidden++;
				continue;
			}
			// Beyond what there is to tell.
			if (x > 0 && cell === null && (other?.[x] ?? null) === null) continue;
			const column = saved.heads[x] ?? '';
			tally.compare({ method, table: saved.title, row: i + 1, head, column }, told(cell), told(other?.[x]));
		}
	}
}

/** Takes things by name; of several of one name, one after the other. */
function byName<T>(things: readonly T[], nameOf: (thing: T) => string): (name: string) => T | undefined {
	const held = new Map<string, T[]>();
	for (const thing of things) {
		const name = nameOf(thing);
		const list = held.get(name);
		if (list === undefined) held.set(name, [thing]);
		else list.push(thing);
	}
	return (name) => held.get(name)?.shift();
}
