import type { DisclosedCell, DisclosedSection, DisclosedTable } from '#lib/api/disclosed-findings.ts';
import type { Difference } from '#lib/api/verification.ts';
import { formatDay, formatPeriod, type PeriodUnit } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import { HIDDEN } from '../redact/redact-grids.ts';
import type { Tally } from './tally.ts';

const told = (cell: DisclosedCell | undefined): Difference['saved'] => {
	if (cell === undefined || cell === null) return null;
	return typeof cell === 'string' ? cell : cell.value;
};

/**
 * Compares what a snapshot without small groups shows with the same tables as they are when nothing is hidden. Tables
 * and rows are found by their heads, as some may be left out; a table or row that is not found differs as a whole. Intervals
 * are the same however their two ends are joined, and a period is the same by its name or its first day, as both were
 * written otherwise once.
 *
 * @param locale in which both are written
 */
export function compareFindings(
	saved: DisclosedSection,
	found: DisclosedSection,
	tally: Tally,
	locale: Locale
): void {
	const { method } = saved;
	const sentences = new Set(found.findings.map(plainDashes));
	for (const text of saved.findings) {
		const same = sentences.has(plainDashes(text)) ? text : null;
		tally.compare({ method, table: 'findings', row: 0, head: '', column: '' }, text, same);
	}
	const tables = byName(found.tables, ({ title }) => title);
	const isOlder = saved.n === undefined;
	const nameOf = periodNames(saved, locale);
	for (const table of saved.tables) {
		compareTables({ method, isOlder, nameOf }, table, tables(table.title), tally);
	}
}

/** The two ends of an interval, however they are joined: `12.1% – 15.0%` is `12.1–15.0%`, and `– – –` none. */
const plainDashes = (text: string): string => text.replace(/(?:%? ?– ?)+/g, '–');

/** Calls a head that is a day, or begins with one, by the period that begins on it; others stay. */
function periodNames({ params, frame }: DisclosedSection, locale: Locale): (head: DisclosedCell) => string {
	const { unit } = params as { readonly unit?: PeriodUnit };
	return (head) => {
		const isDay = head !== null && typeof head === 'object' && head.as === 'day';
		const text = isDay ? formatDay(head.value) : String(told(head) ?? '');
		if (unit === undefined) return text;
		return text.replace(/^\d{4}-\d{2}-\d{2}(?= |$)/, (iso) => {
			const day = Date.parse(iso) / 86_400_000;
			const [before, name] = [day - 1, day].map((at) => formatPeriod(at, unit, locale, frame.yearStart));
			return name === undefined || name === before ? iso : name;
		});
	};
}

/** In files of before a hidden cell of a grid is nothing, as is one that never was. */
function compareTables(
	{
		method,
		isOlder,
		nameOf
	}: {
		readonly method: string;
		readonly isOlder: boolean;
		readonly nameOf: (head: DisclosedCell) => string;
	},
	saved: DisclosedTable,
	found: DisclosedTable | undefined,
	tally: Tally
): void {
	const headOf = (row: readonly DisclosedCell[]) => nameOf(row[0] ?? null);
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
			const [was, is] = [told(cell), told(other?.[x])];
			const isSame = x === 0 ? other !== undefined : sameTexts(was, is);
			tally.compare({ method, table: saved.title, row: i + 1, head, column }, was, isSame ? was : is);
		}
	}
}

const sameTexts = (was: Difference['saved'], is: Difference['saved']): boolean =>
	typeof was === 'string' && typeof is === 'string' && plainDashes(was) === plainDashes(is);

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
