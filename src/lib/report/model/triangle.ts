import type { RetentionResult } from '#lib/core/methods/retention/types.ts';
import { largest, numberAt, rowIndices } from './columns.ts';
import { heatStep } from './heat.ts';
import type { Block, TriangleModel } from './types.ts';
import type { Voice } from './voice.ts';

/** As many periods as fit across a sheet; more continue in a table of their own. */
const PERIODS_A_TABLE = 13;

/** The cohorts' rates, of customers and of money where it is known: one row each. */
export function triangles(result: RetentionResult, voice: Voice): Block[] {
	const { matrix } = result.tables;
	if (matrix.rows === 0) return [];
	const { retention: words } = voice.words;
	const knowsMoney = rowIndices(matrix).some((row) => !Number.isNaN(numberAt(matrix, 'moneyRate', row)));
	return [
		triangleOf(result, 'rate', words.triangleTitle(), words.triangleFinding(), voice),
		...(knowsMoney ? [triangleOf(result, 'moneyRate', words.moneyTitle(), words.moneyFinding(), voice)] : [])
	];
}

/** One column of the matrix as a triangle; wide ones are cut into tables of as many periods as fit a sheet. */
function triangleOf(
	{ tables: { cohorts, matrix }, params, frame }: RetentionResult,
	column: 'rate' | 'moneyRate',
	title: string,
	finding: string,
	voice: Voice
): Block {
	const { words } = voice;
	const cells = new Map<string, number>();
	for (const row of rowIndices(matrix)) {
		cells.set(`${numberAt(matrix, 'cohort', row)}:${numberAt(matrix, 'n', row)}`, row);
	}
	const later = rowIndices(matrix).filter((row) => numberAt(matrix, 'n', row) > 0);
	const max = largest(later.map((row) => numberAt(matrix, column, row)));
	const last = largest(rowIndices(matrix).map((row) => numberAt(matrix, 'n', row)));

	const part = (from: number, to: number): TriangleModel => {
		const ns = Array.from({ length: to - from + 1 }, (_, i) => from + i);
		const rows = rowIndices(cohorts).flatMap((index) => {
			const cohort = numberAt(cohorts, 'cohort', index);
			const found = ns.map((n) => cells.get(`${cohort}:${n}`));
			if (found.every((row) => row === undefined)) return [];
			const ownCut = numberAt(cohorts, 'incomplete', index) === 1;
			return [
				{
					cohort: voice.period(cohort, params.unit, frame) + (ownCut ? ` ${words.incompleteMark()}` : ''),
					size: voice.count(numberAt(cohorts, 'size', index)),
					customers: numberAt(cohorts, 'size', index),
					cells: found.map((row, i) => {
						if (row === undefined) return null;
						const rate = numberAt(matrix, column, row);
						const cut = numberAt(matrix, 'incomplete', row) === 1;
						// N = 0 is every customer by definition and takes no part in the scale.
						const step = ns[i] === 0 ? 0 : heatStep(rate, max);
						const people = numberAt(matrix, 'active', row);
						return { text: voice.share(rate), rate, people, step, cut };
					})
				}
			];
		});
		const several = last >= PERIODS_A_TABLE;
		return {
			caption: words.table({ title }) + (several ? ` · ${words.retention.part({ from, to })}` : ''),
			cohortHead: words.columns.cohort(),
			sizeHead: words.columns.size(),
			periods: ns.map(String),
			rows,
			note: rows.some((row) => row.cells.some((cell) => cell?.cut === true)) ? words.incompleteCells() : null,
			fold: from === 0 ? null : words.retention.part({ from, to })
		};
	};
	const parts: TriangleModel[] = [];
	for (let from = 0; from <= last; from += PERIODS_A_TABLE) {
		parts.push(part(from, Math.min(last, from + PERIODS_A_TABLE - 1)));
	}
	return {
		id: column === 'rate' ? 'triangle' : 'moneyTriangle',
		kind: 'triangle',
		title,
		finding,
		triangles: parts
	};
}
