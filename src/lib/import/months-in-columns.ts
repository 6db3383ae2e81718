import type { AnyRecipe, ColumnPlan } from '#lib/core/dataset/recipe.ts';
import type { Finding } from './finding.ts';
import type { ColumnProfile } from './infer.ts';
import { isNothing } from './values/is-nothing.ts';
import { monthOfHeader } from './values/month-header.ts';

/** Fewer columns of months that are numbers are no table of them. */
const FEWEST = 3;

/** Of what a column holds. */
const NEARLY_ALL = 0.9;

/** A column whose header names a month. */
interface MonthColumn {
	readonly index: number;
	readonly header: string;
	readonly year: number | null;
	readonly month: number;
}

/** Columns whose headers name months: all with their years, or all without. */
export function monthColumns(
	columns: readonly Pick<ColumnProfile, 'index' | 'header'>[]
): readonly MonthColumn[] {
	const found = columns.flatMap(({ index, header }): MonthColumn[] => {
		const month = monthOfHeader(header);
		return month === null ? [] : [{ index, header, ...month }];
	});
	const dated = found.filter(({ year }) => year !== null);
	return dated.length > 0 ? dated : found;
}

/** Whether what a column holds is numbers, or nothing; 1.5 and 20240105 are, though they may look like dates. */
function isOfNumbers({ numeric, filled, cells }: ColumnProfile): boolean {
	const dashes = cells.filter((cell) => isNothing(cell) && cell.trim() !== '').length;
	return numeric * filled >= NEARLY_ALL * (filled - dashes);
}

/**
 * A table with a column for each month: each row is a customer, and its sales are to be rows of their own. Once some of the months are
 * numbers all are taken, whatever stands in them: what is no amount is then rejected, and not left out with the money around it.
 */
export function monthsInColumns(
	columns: readonly { readonly profile: ColumnProfile; readonly plan: ColumnPlan<string> }[],
	{ steps = [] }: AnyRecipe
): Finding[] {
	if (steps.some(({ kind }) => kind === 'unpivot')) return [];
	const source = columns.filter(({ plan }) => plan.made === undefined);
	const months = monthColumns(source.map(({ profile }) => profile));
	const years = new Set(months.map(({ year }) => year));
	const distinct = new Set(months.map(({ year, month }) => `${year ?? ''} ${month}`));
	const [first, last] = [months[0], months.at(-1)];
	const ofNumbers = months.filter(({ index }) =>
		source.some(({ profile }) => profile.index === index && isOfNumbers(profile))
	);
	if (ofNumbers.length < FEWEST || first === undefined || last === undefined) return [];
	// Jan 01, Jan 02 and so on are days; no month is there twice.
	if (distinct.size < months.length || years.size > Math.max(2, months.length / 4)) return [];
	return [
		{
			code: 'months-in-columns',
			params: {
				columns: months.map(({ index }) => index + 1).join(','),
				n: months.length,
				first: first.header,
				last: last.header,
				yearless: first.year === null ? 1 : 0
			}
		}
	];
}
