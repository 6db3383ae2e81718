import type { RetentionResult } from '#lib/core/methods/retention/types.ts';
import { largest, numberAt, rowIndices } from './columns.ts';
import { heatStep } from './heat.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

/** Of each cohort, who came back within each bracket. */
export function bracketTriangle({ tables, params, frame }: RetentionResult, voice: Voice): Block[] {
	const { bracketCells: cells, brackets, cohorts } = tables;
	if (cells.rows === 0) return [];
	const words = voice.messages.retention;
	const rowOf = new Map(
		rowIndices(cells).map((row) => [
			`${numberAt(cells, 'cohort', row)}:${numberAt(cells, 'bracket', row)}`,
			row
		])
	);
	const max = largest(rowIndices(cells).map((row) => numberAt(cells, 'rate', row)));
	const name = params.bracketUnit === 'day' ? words.brackets.days : words.brackets.periods[params.unit];
	const title = words.brackets.cohortsTitle();
	return [
		{
			id: 'bracketCohorts',
			kind: 'triangle',
			title,
			finding: words.brackets.cohortsFinding(),
			triangles: [
				{
					caption: voice.words.table({ title }),
					cohortHead: voice.words.columns.cohort(),
					sizeHead: voice.words.columns.size(),
					periods: rowIndices(brackets).map((row) =>
						name({ range: `${numberAt(brackets, 'from', row)}–${numberAt(brackets, 'to', row)}` })
					),
					rows: rowIndices(cohorts).map((index) => {
						const cohort = numberAt(cohorts, 'cohort', index);
						const ownCut = numberAt(cohorts, 'incomplete', index) === 1;
						const size = numberAt(cohorts, 'size', index);
						return {
							cohort:
								voice.period(cohort, params.unit, frame) + (ownCut ? ` ${voice.words.incompleteMark()}` : ''),
							size: voice.count(size),
							customers: size,
							cells: rowIndices(brackets).map((bracket) => {
								const row = rowOf.get(`${cohort}:${bracket}`);
								if (row === undefined) return null;
								const rate = numberAt(cells, 'rate', row);
								return {
									text: voice.share(rate),
									rate,
									people: numberAt(cells, 'active', row),
									step: heatStep(rate, max),
									cut: numberAt(cells, 'incomplete', row) === 1
								};
							})
						};
					}),
					note: null,
					fold: null
				}
			]
		}
	];
}
