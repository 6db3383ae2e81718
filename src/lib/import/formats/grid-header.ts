import { headerScore } from '../sniff/header.ts';
import { GROUP_MARK } from '../synonyms.ts';
import type { GridSheet, Merge } from './grid.ts';

/** Rows among which a header is looked for. */
const SEARCHED = 40;
/** Rows below a header that speak for or against it. */
const COMPARED = 51;

/** A table's rows without the blank ones, with the line of each. */
export interface GridRows {
	readonly rows: readonly (readonly string[])[];
	readonly lines: readonly number[];
}

const filledIn = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;

/**
 * The lines above the header: titles, notes and the row that groups columns. The header is the first row that is about
 * as full as the rows below and that names columns.
 */
export function linesAbove({ rows, lines }: GridRows, sheet: GridSheet): number {
	const counts = rows.slice(0, 400).map(filledIn);
	const typical = [...counts].sort((a, b) => b - a)[counts.length >>> 1] ?? 0;
	const enough = Math.max(2, Math.ceil(typical * 0.6));
	for (let i = 0; i < Math.min(SEARCHED, rows.length); i++) {
		const below = joinedHeader(rows, lines, i + 1, sheet) === null ? i : i + 1;
		if (filledIn(joinedHeader(rows, lines, below, sheet) ?? (rows[below] as readonly string[])) < enough)
			continue;
		if (headerScore(rows.slice(below, below + COMPARED)) <= 0) {
			// The first full row is data: there is no header to look for further down.
			if ((counts[i] as number) >= enough) return above(lines, i);
			continue;
		}
		return above(lines, below);
	}
	return 0;
}

/** Where nothing but blank lines lies above there is nothing to skip. */
const above = (lines: readonly number[], row: number): number => (row === 0 ? 0 : (lines[row] as number) - 1);

/**
 * The header at row `at` with the row above it taken in, where that one groups its columns: `2024 / Amount`. Null where
 * it does not. A group is a cell merged over several columns, but not over all of them (a title is); without merged
 * cells, a sparse row above names that would otherwise come twice.
 */
export function joinedHeader(
	rows: readonly (readonly string[])[],
	lines: readonly number[],
	at: number,
	sheet: GridSheet
): string[] | null {
	const names = rows[at];
	const groups = rows[at - 1];
	if (names === undefined || groups === undefined) return null;
	const line = lines[at - 1] as number;
	if (lines[at] !== line + 1) return null;
	const width = Math.max(names.length, groups.length);
	const merged = sheet.merges.filter(
		(merge) => merge.line === line && merge.lines === 1 && merge.columns > 1 && hasText(groups, merge.column)
	);
	const spread =
		merged.length > 0 ? mergedGroups(groups, names, merged, width) : sparseGroups(groups, names, width);
	if (spread === null) return null;
	return spread.map((group, column) => {
		const name = (names[column] ?? '').trim();
		if (group === '' || name === '') return group + name;
		return `${group}${GROUP_MARK}${name}`;
	});
}

const hasText = (row: readonly string[], column: number) => (row[column] ?? '').trim() !== '';

function mergedGroups(
	groups: readonly string[],
	names: readonly string[],
	merged: readonly Merge[],
	width: number
): string[] | null {
	const spread = Array.from({ length: width }, (_, column) => (groups[column] ?? '').trim());
	for (const { column, columns } of merged) {
		if (columns >= width) return null;
		const to = Math.min(width, column + columns);
		for (let i = column; i < to; i++) {
			// Below a group every column has a name of its own.
			if (!hasText(names, i)) return null;
			spread[i] = (groups[column] ?? '').trim();
		}
	}
	return spread;
}

function sparseGroups(groups: readonly string[], names: readonly string[], width: number): string[] | null {
	const texts = names.map((name) => name.trim());
	const full = texts.length === width && texts.every((name) => name !== '');
	const twice = new Set(texts).size < texts.length;
	const filled = filledIn(groups);
	if (!full || !twice || filled < 2 || filled >= width) return null;
	let group = '';
	const spread = Array.from({ length: width }, (_, column) => {
		if (hasText(groups, column)) group = (groups[column] ?? '').trim();
		return group;
	});
	const joined = spread.map((name, column) => `${name}${GROUP_MARK}${texts[column] ?? ''}`);
	return new Set(joined).size === joined.length ? spread : null;
}
