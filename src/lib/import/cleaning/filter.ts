import type { FilterCondition, FilterTest } from '#lib/core/dataset/cleaning-step.ts';
import { compared, rationalOf, type Rational } from '#lib/core/formula/rational.ts';
import { DateStatus, newDateReading, readDate } from '../values/read-date.ts';
import { CellReader } from './cell-reader.ts';
import { Outcome, problem, type KindOfStep, type StepOf } from './row-step.ts';

type Check = (cell: string) => boolean;

/** Whether an order of two values, −1, 0 or 1, is what a test asks for. */
const numberTests: Partial<Record<FilterTest, (order: number) => boolean>> = {
	'number-equals': (order) => order === 0,
	less: (order) => order < 0,
	'at-most': (order) => order <= 0,
	more: (order) => order > 0,
	'at-least': (order) => order >= 0
};
const dateTests: Partial<Record<FilterTest, (order: number) => boolean>> = {
	before: (order) => order < 0,
	until: (order) => order <= 0,
	after: (order) => order > 0,
	from: (order) => order >= 0
};

function dayOf(text: string): number | null {
	const reading = newDateReading();
	return readDate(text.trim(), 'ymd', reading) === DateStatus.OK ? reading.day : null;
}

function checkOf({ test, value }: FilterCondition, reader: CellReader): Check {
	const numbers = numberTests[test];
	if (numbers !== undefined) {
		const limit = rationalOf(value.trim()) as Rational;
		return (cell) => {
			const number = reader.number(cell);
			return number !== null && numbers(compared(number, limit));
		};
	}
	const dates = dateTests[test];
	if (dates !== undefined) {
		const limit = dayOf(value) as number;
		return (cell) => {
			const day = reader.date(cell);
			return day !== null && dates(Math.sign(day - limit));
		};
	}
	const wanted = value.trim();
	switch (test) {
		case 'equals':
			return (cell) => cell.trim() === wanted;
		case 'differs':
			return (cell) => cell.trim() !== wanted;
		case 'contains':
			return (cell) => cell.includes(wanted);
		case 'lacks':
			return (cell) => !cell.includes(wanted);
		case 'starts':
			return (cell) => cell.trimStart().startsWith(wanted);
		case 'empty':
			return (cell) => cell.trim() === '';
		default:
			return (cell) => cell.trim() !== '';
	}
}

/** Rows that stay and rows that are set aside, by conditions. */
export const filter: KindOfStep<StepOf<'filter'>> = {
	problem({ conditions }) {
		if (conditions.length === 0) return problem('conditions-none');
		for (const { test, value } of conditions) {
			if (numberTests[test] !== undefined && rationalOf(value.trim()) === null)
				return problem('value-no-number');
			if (dateTests[test] !== undefined && dayOf(value) === null) return problem('value-no-date');
		}
		return null;
	},
	prepare(step, context) {
		const { positionOf } = context;
		const reader = new CellReader(step, context);
		const checks = step.conditions.map((condition) => ({
			column: positionOf(condition.column),
			holds: checkOf(condition, reader)
		}));
		const all = step.match === 'all';
		const keeps = step.fate === 'keep';
		return {
			apply(cells) {
				const holds = ({ column, holds }: (typeof checks)[number]): boolean => holds(cells[column] as string);
				const fits = all ? checks.every(holds) : checks.some(holds);
				return fits === keeps ? Outcome.SAME : Outcome.ASIDE;
			}
		};
	}
};
