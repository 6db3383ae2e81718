import type { ColumnRef } from '#lib/core/dataset/cleaning-step.ts';
import { resultText } from '#lib/core/formula/evaluate.ts';
import { parseFormula } from '#lib/core/formula/parse.ts';
import { CellReader } from './cell-reader.ts';
import { Outcome, problem, put, type KindOfStep, type StepContext, type StepOf } from './row-step.ts';

type Derive = StepOf<'derive'>;

/** The step with every column of its formula tied to where it stands, so that a rename does not lose it. */
export function tied(step: Derive, columnAt: (header: string) => ColumnRef | null): Derive {
	const parsed = parseFormula(step.formula);
	if (!parsed.ok) return step;
	const uses = parsed.columns.flatMap((name) => {
		const known = step.uses.find((use) => use.name === name);
		if (known !== undefined) return [known];
		const column = columnAt(name);
		return column === null ? [] : [{ name, column }];
	});
	return { ...step, uses };
}

function positionsOf(step: Derive, { positionOf, positionByHeader }: StepContext, names: readonly string[]) {
	return new Map(
		names.map((name) => {
			const use = step.uses.find((known) => known.name === name);
			return [name, use === undefined ? positionByHeader(name) : positionOf(use.column)];
		})
	);
}

/** A column by a formula; a row for which it has no value gets an empty cell and a remark. */
export const derive: KindOfStep<Derive> = {
	problem(step, context) {
		const parsed = parseFormula(step.formula);
		if (!parsed.ok) {
			const { code, at, name } = parsed.error;
			return problem(code, { at: at + 1, ...(name !== undefined && { name }) });
		}
		for (const [name, position] of positionsOf(step, context, parsed.columns))
			if (position < 0) return problem('formula-unknown-column', { name });
		return step.name.trim() === '' ? problem('name-missing') : null;
	},
	prepare(step, context) {
		const parsed = parseFormula(step.formula);
		if (!parsed.ok) throw new Error(parsed.error.code);
		const positions = positionsOf(step, context, parsed.columns);
		const { made } = context;
		const reader = new CellReader(step, context);
		let row: readonly string[] = [];
		const reading = {
			cell: (name: string) => row[positions.get(name) as number] ?? '',
			number: (text: string) => reader.number(text),
			date: (text: string) => reader.date(text)
		};
		return {
			about: made,
			apply(cells) {
				row = cells;
				const text = resultText(parsed.tree, reading);
				return text === null ? Outcome.NO_VALUE : put(cells, made, text);
			}
		};
	}
};
