import type { ChangedCell, ComparedTable } from '#lib/api/comparison-api.ts';
import type { DisclosedCell, DisclosedSection, DisclosedTable } from '#lib/api/disclosed-findings.ts';
import { isoDate } from '#lib/core/calendar/day.ts';
import { HIDDEN } from '../redact/redact-grids.ts';

type Numbered = Exclude<DisclosedCell, string | null>;
type Row = readonly DisclosedCell[];

export interface TableRules {
	/** What money of each state is multiplied by. */
	readonly factors: { readonly first: number; readonly second: number };
	/** Whether money can be compared. */
	readonly money: boolean;
	/** Whether small groups are hidden in one of the states. */
	readonly hiding: boolean;
}

/**
 * The tables of a method in two states, cell by cell. Tables are found by their titles, rows by their heads, columns by
 * theirs; a head that occurs more often in one state than in the other names nothing, and its rows are left out. A cell
 * that is hidden in one of the states is counted, and neither its number nor a difference is shown: what the other state
 * shows of it would give it away, were nothing to have changed.
 */
export function comparedTables(
	first: DisclosedSection,
	second: DisclosedSection,
	how: TableRules
): ComparedTable[] {
	const later = grouped(second.tables, ({ title }) => title);
	// In files of before a hidden cell of a grid is nothing, as is one that never was.
	const blank = { first: how.hiding && first.n === undefined, second: how.hiding && second.n === undefined };
	return [...grouped(first.tables, ({ title }) => title)].flatMap(([title, tables]) => {
		const others = later.get(title) ?? [];
		if (others.length !== tables.length) return [];
		return tables
			.map((table, i) => comparedTable(table, others[i] as DisclosedTable, how, blank))
			.filter(({ compared, hidden }) => compared + hidden > 0);
	});
}

function comparedTable(
	first: DisclosedTable,
	second: DisclosedTable,
	{ factors, money, hiding }: TableRules,
	blankIsHidden: { readonly first: boolean; readonly second: boolean }
): ComparedTable {
	const cells: ChangedCell[] = [];
	let [compared, hidden] = [0, 0];
	const columns = first.heads.flatMap((head, x) => {
		const y = second.heads.indexOf(head);
		return x === 0 || y < 1 || first.heads.indexOf(head) !== x ? [] : [{ head, x, y }];
	});
	const headOf = (row: Row): string => textOf(row[0] ?? null);
	const [before, now] = [grouped(first.rows, headOf), grouped(second.rows, headOf)];
	for (const row of new Set([...before.keys(), ...now.keys()])) {
		const [mine = [], theirs = []] = [before.get(row), now.get(row)];
		if (mine.length > 0 && theirs.length > 0 && mine.length !== theirs.length) continue;
		for (let i = 0; i < Math.max(mine.length, theirs.length); i++) {
			for (const { head, x, y } of columns) {
				const [a, b] = [mine[i]?.[x] ?? null, theirs[i]?.[y] ?? null];
				// Beyond what there is to tell, in both.
				if (a === null && b === null && !blankIsHidden.first && !blankIsHidden.second) continue;
				// Where groups are hidden, what one of the states says nothing of may be one of them.
				if (a === HIDDEN || b === HIDDEN || (hiding && (a === null || b === null))) {
					hidden++;
					continue;
				}
				const [one, other] = [numbered(a, factors.first), numbered(b, factors.second)];
				const as = (one ?? other)?.as;
				if (as === undefined || (one !== null && other !== null && one.as !== other.as)) continue;
				if (as === 'money' && !money) continue;
				compared++;
				const values = { first: one?.value ?? null, second: other?.value ?? null };
				if (!same(values.first, values.second)) cells.push({ row, column: head, as, ...values });
			}
		}
	}
	return { title: first.title, compared, hidden, changed: ranked(cells) };
}

function numbered(cell: DisclosedCell, factor: number): Numbered | null {
	if (cell === null || typeof cell === 'string') return null;
	return cell.as === 'money' ? { ...cell, value: cell.value * factor } : cell;
}

function textOf(cell: DisclosedCell): string {
	if (cell === null || typeof cell === 'string') return cell ?? '';
	// A date that heads a row is known by its day.
	return cell.as === 'day' ? isoDate(cell.value) : String(cell.value);
}

/** Sums of money come out the same on every machine; means may differ in their last bits. */
function same(a: number | null, b: number | null): boolean {
	if (a === null || b === null) return a === b;
	return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

/** By the change as a share of the largest number in the column. */
function ranked(cells: readonly ChangedCell[]): ChangedCell[] {
	const sizes = new Map<string, number>();
	for (const { column, first, second } of cells) {
		sizes.set(column, Math.max(sizes.get(column) ?? 0, Math.abs(first ?? 0), Math.abs(second ?? 0)));
	}
	const weight = ({ column, first, second, as }: ChangedCell) =>
		as === 'day' ? 0 : Math.abs((second ?? 0) - (first ?? 0)) / (sizes.get(column) || 1);
	return [...cells].sort((a, b) => weight(b) - weight(a));
}

function grouped<T>(things: readonly T[], nameOf: (thing: T) => string): Map<string, T[]> {
	const found = new Map<string, T[]>();
	for (const thing of things) {
		const name = nameOf(thing);
		const list = found.get(name);
		if (list === undefined) found.set(name, [thing]);
		else list.push(thing);
	}
	return found;
}
