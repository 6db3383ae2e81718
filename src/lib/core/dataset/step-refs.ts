import type { CleaningStep, ColumnRef } from './cleaning-step.ts';

/**
 * A step with every column that it names replaced.
 *
 * @example
 * withRefs({ id: 'a', kind: 'fill', column: 2, from: 'above', value: '' }, (column) => column + 1).column // => 3
 */
export function withRefs(step: CleaningStep, map: (column: ColumnRef) => ColumnRef): CleaningStep {
	switch (step.kind) {
		case 'map-values':
		case 'split':
			return { ...step, column: map(step.column) };
		case 'fill':
			return {
				...step,
				column: map(step.column),
				...(step.more !== undefined && { more: step.more.map(map) }),
				...(step.within !== undefined && { within: map(step.within) })
			};
		case 'trim':
		case 'join':
		case 'drop-duplicates':
		case 'unpivot':
			return { ...step, columns: step.columns.map(map) };
		case 'derive':
			return { ...step, uses: step.uses.map((use) => ({ ...use, column: map(use.column) })) };
		case 'filter':
			return {
				...step,
				conditions: step.conditions.map((condition) => ({ ...condition, column: map(condition.column) }))
			};
		case 'convert-currency':
			return {
				...step,
				amount: map(step.amount),
				currency: map(step.currency),
				date: step.date === null ? null : map(step.date)
			};
	}
}

/**
 * The columns that a step names, each once.
 *
 * @example
 * refsOf({ id: 'a', kind: 'join', columns: [2, 0, 2], separator: ' ', name: 'B' }) // => [2, 0]
 */
export function refsOf(step: CleaningStep): readonly ColumnRef[] {
	const refs = new Set<ColumnRef>();
	withRefs(step, (column) => {
		refs.add(column);
		return column;
	});
	return [...refs];
}
