import type { Analysis } from '#lib/api/analysis-api.ts';
import type { DisclosedCell, DisclosedSection, DisclosedTable } from '#lib/api/disclosed-findings.ts';
import { HIDDEN } from '../redact/redact-grids.ts';
import { end, plain, quiet, said, start } from './columns.ts';
import { describeParameters } from './parameters.ts';
import type { Block, Cell, Section, TableModel } from './types.ts';
import type { Voice } from './voice.ts';

/** What was asked and when, as far as a file without small groups tells: an analysis whose result has no numbers. */
export function askedOf({ method, version, params, frame, provenance, n = NaN }: DisclosedSection): Analysis {
	return {
		result: {
			...{ method, version, params, frame, n, status: 'ok', missing: [], warnings: [] },
			...{ scalars: {}, tables: {} }
		},
		provenance
	};
}

/**
 * What a file without small groups tells of one analysis, as what stands in a section of a report: its sentences, and its
 * tables with the same cells hidden. It has no pictures, as there are no numbers to draw but those of the tables.
 */
export function toldContent(
	told: DisclosedSection,
	voice: Voice
): Pick<Section, 'findings' | 'warnings' | 'blocks' | 'notice' | 'parameters'> {
	return {
		findings: told.findings.map((text) => ({ strong: '', rest: text })),
		warnings: told.warnings,
		blocks: told.tables.map((table, i) => blockOf(table, i, told.n === undefined, voice)),
		notice: [...new Set(told.remarks)].join(' '),
		parameters: told.parameters ?? describeParameters(told.params, voice)
	};
}

/** @param isOlder in files of before a hidden cell of a grid is nothing, as is one that never was */
function blockOf(told: DisclosedTable, at: number, isOlder: boolean, voice: Voice): Block {
	const { title, piece = `table-${at + 1}`, finding = '', note, total = false, cellsFrom } = told;
	const rows = told.rows.map((row) => row.map((cell, x) => cellOf(cell, isOlder && x > 0, voice)));
	const isNumeric = (x: number) =>
		x > 0 && told.rows.some((row) => typeof row[x] === 'object' && row[x] !== null);
	const table: TableModel = {
		caption: voice.words.table({ title }),
		columns: told.heads.map((label, x) => (isNumeric(x) ? end(label) : start(label))),
		rows: total ? rows.slice(0, -1) : rows,
		...(total && { total: rows.at(-1) ?? [] }),
		...(note !== '' && { note }),
		...(cellsFrom !== undefined && { cellsFrom })
	};
	return { id: piece, kind: 'table', title, finding, table };
}

function cellOf(cell: DisclosedCell, emptyIsHidden: boolean, voice: Voice): Cell {
	if (cell === HIDDEN || (cell === null && emptyIsHidden)) return quiet(HIDDEN);
	if (cell === null) return plain('');
	if (typeof cell === 'string') return plain(cell);
	const { value, as } = cell;
	return said(voice, as, value, decimals(value));
}

/** Two, and of small numbers as many as show two digits of them. */
function decimals(value: number): number {
	if (Number.isInteger(value)) return 0;
	return Math.min(6, Math.max(2, 1 - Math.floor(Math.log10(Math.abs(value)))));
}
