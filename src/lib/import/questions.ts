import {
	isBaskets,
	isGrid,
	isNumberRole,
	type ImportRecipe,
	type SourceFormat
} from '#lib/core/dataset/recipe.ts';
import { isBareCost } from './bare-cost.ts';
import { filledOnce, otherAmounts, unnamedStatus } from './column-questions.ts';
import { orderLines } from './continued-rows.ts';
import { daysWithoutYear } from './days-without-year.ts';
import type { Finding } from './finding.ts';
import { unconvertedProfit } from './currency-of.ts';
import { monthsInColumns } from './months-in-columns.ts';
import type { SampleTable } from './sample-table.ts';
import { unruledStatuses, valuesSaid, type StatusGuess } from './status-rules.ts';
import type { UnderstoodColumn } from './understood-column.ts';
import { isUnsure } from './sniff/encoding.ts';
import { sideBySide } from './sniff/side-by-side.ts';
import { unreadable } from './unreadable-rows.ts';
import { STRAY_SHARE } from './values/date-order.ts';

/** All questions that an inspection can ask; their texts are `importing.questions` in i18n. */
export const questionCodes = [
	'date-order-ambiguous',
	'months-or-days',
	'seconds-or-codes',
	'amount-style-ambiguous',
	'low-confidence',
	'encoding-unsure',
	'header-unsure',
	'dialect-unsure',
	'second-table',
	'second-table-kept',
	'tables-side-by-side',
	'rows-apart',
	'rows-unreadable',
	'status-unknown',
	'status-by-values',
	'cancel-prefix',
	'date-months',
	'date-serial',
	'date-unix',
	'date-short-year',
	'ids-in-exponent',
	'no-order-column',
	'cost-of-what',
	'entity-unsure',
	'equal-rows-dropped',
	'months-in-columns',
	'filled-once',
	'filled-together',
	'order-filled',
	'order-lines',
	'amount-or',
	'sheets-alike',
	'sheets-together',
	'baskets'
] as const;
export type QuestionCode = (typeof questionCodes)[number];

interface Seen {
	readonly table: SampleTable;
	readonly columns: readonly UnderstoodColumn[];
	readonly recipe: ImportRecipe;
	readonly statuses: StatusGuess;
	readonly mixedCurrencies: boolean;
	/** The rows looked at, after the cleaning steps. */
	readonly rows: readonly (readonly string[])[];
}

/** Below this the review asks whether the guess is right. */
export const SURE = 0.6;

/** What stops the import and what to ask, most serious first. */
export function findings(seen: Seen): { blockers: Finding[]; questions: Finding[] } {
	return { blockers: blockersOf(seen), questions: questionsOf(seen) };
}

function blockersOf({ columns, mixedCurrencies, table, recipe }: Seen): Finding[] {
	const blockers: Finding[] = [];
	const of = (role: string) => columns.filter((column) => column.plan.role === role);
	if (columns.length < 2) {
		const params = isGrid(table.source) ? {} : { delimiter: table.source.delimiter };
		blockers.push({ code: 'table-single-column', params });
	}
	if (of('customer').length === 0) blockers.push({ code: 'mapping-no-customer', params: {} });
	if (of('date').length === 0)
		blockers.push(
			daysWithoutYear(columns.map(({ profile }) => profile)) ?? { code: 'mapping-no-date', params: {} }
		);
	if (of('amount').length === 0 && (of('quantity').length === 0 || of('price').length === 0)) {
		blockers.push({ code: 'mapping-no-amount', params: {} });
	}
	const seen = new Set<string>();
	for (const { plan } of columns) {
		if (plan.role === 'attribute' || plan.role === 'ignore' || plan.role === 'product') continue;
		if (seen.has(plan.role)) blockers.push({ code: 'mapping-role-twice', params: { role: plan.role } });
		seen.add(plan.role);
	}
	for (const { plan, order, profile } of of('date')) {
		if (!order.mixed) continue;
		blockers.push({
			code: 'date-order-mixed',
			params: {
				column: plan.index + 1,
				header: plan.header,
				dayFirst: profile.dates.dayFirstExample,
				monthFirst: profile.dates.monthFirstExample
			}
		});
	}
	const header = unconvertedProfit(recipe);
	if (header !== null) blockers.push({ code: 'mapping-profit-currency', params: { header } });
	if (mixedCurrencies) blockers.push({ code: 'currency-mixed', params: {} });
	return blockers;
}

function questionsOf({ table, columns, recipe, statuses, rows }: Seen): Finding[] {
	const questions: Finding[] = monthsInColumns(columns, recipe);
	for (const { plan, order, style, profile } of columns) {
		const where = { column: plan.index + 1, header: plan.header };
		if (plan.role === 'date' && plan.dateOrder === undefined && !order.mixed)
			questions.push(openDates(where, order, profile));
		if (isNumberRole(plan.role) && plan.numberStyle === undefined && style.choices.length > 1) {
			questions.push({
				code: 'amount-style-ambiguous',
				params: { ...where, example: profile.numbers.example }
			});
		}
	}
	for (const { plan, guess } of columns) {
		if (plan.role === 'attribute' || plan.role === 'ignore' || guess.confidence >= SURE) continue;
		questions.push({
			code: 'low-confidence',
			params: { column: plan.index + 1, header: plan.header, role: plan.role }
		});
	}
	questions.push(...formatQuestions(table, recipe.source, columns.length), ...unreadable(rows, recipe));
	const texts = columns.filter(({ plan }) => plan.role !== 'ignore' && !isNumberRole(plan.role));
	const lines = orderLines(table.rows, columns, recipe);
	const inOrders = lines.flatMap(({ params }) => String(params['columns']).split(','));
	const alone = texts.filter(({ plan }) => !inOrders.includes(String(plan.index + 1)));
	// Which column is the total comes before what it is the total of.
	questions.push(...otherAmounts(columns), ...lines, ...filledOnce(table, recipe, alone));
	questions.push(...unnamedStatus(columns, recipe));
	for (const { plan, profile } of columns) {
		const where = { column: plan.index + 1, header: plan.header };
		if (plan.role === 'date' && plan.dateOrder === 'month')
			questions.push({ code: 'date-months', params: where });
		if (plan.role === 'date' && plan.dateOrder === 'unix')
			questions.push({ code: 'date-unix', params: where });
		if (plan.role === 'date' && plan.dateOrder?.startsWith('serial') === true) {
			questions.push({ code: 'date-serial', params: where });
		}
		if (plan.role === 'date' && profile.dates.shortYears > STRAY_SHARE * profile.dates.dates) {
			questions.push({ code: 'date-short-year', params: where });
		}
		if (plan.role === 'customer' || plan.role === 'order') questions.push(...lostIds(where, profile.cells));
	}
	const unruled = unruledStatuses(statuses, recipe);
	if (unruled.length > 0)
		questions.push({ code: 'status-unknown', params: { n: unruled.length, values: valuesSaid(unruled) } });
	if (recipe.choices.cancelPrefix !== '') {
		questions.push({ code: 'cancel-prefix', params: { prefix: recipe.choices.cancelPrefix } });
	}
	if (!columns.some(({ plan }) => plan.role === 'order'))
		questions.push({ code: 'no-order-column', params: {} });
	const roles = new Set(columns.map(({ plan }) => plan.role));
	const cost = columns.find(({ plan }) => isBareCost(plan.header));
	if (
		cost !== undefined &&
		roles.has('price') &&
		roles.has('quantity') &&
		!roles.has('cost') &&
		!roles.has('profit')
	) {
		const { index, header } = cost.plan;
		questions.push({ code: 'cost-of-what', params: { column: index + 1, header, role: 'cost' } });
	}
	return questions;
}

/** In which order dates stand, or whether they are dates or months at all. */
export function openDates(
	where: Finding['params'],
	{ choices }: UnderstoodColumn['order'],
	{ dates, examples }: UnderstoodColumn['profile']
): Finding {
	if (choices.includes('unix'))
		return { code: 'seconds-or-codes', params: { ...where, example: examples[0] ?? '' } };
	return choices.includes('month')
		? { code: 'months-or-days', params: { ...where, example: examples[0] ?? '' } }
		: { code: 'date-order-ambiguous', params: { ...where, example: dates.example } };
}

/** Ids that Excel has turned into numbers of few digits: 1.23457E+17. */
export function lostIds(where: Finding['params'], cells: readonly string[]): Finding[] {
	const rows = cells.filter((cell) => /^\d(?:\.\d+)?[eE]\+?\d+$/.test(cell.trim())).length;
	return rows === 0 ? [] : [{ code: 'ids-in-exponent', params: { ...where, rows } }];
}

/** What to ask about how a file was cut into a table, whatever it is about. */
export function formatQuestions(table: SampleTable, source: SourceFormat, columns: number): Finding[] {
	const questions: Finding[] = isBaskets(source) ? [{ code: 'baskets', params: {} }] : [];
	const [first, second] = table.encodings;
	if (
		first !== undefined &&
		second !== undefined &&
		isUnsure(table.encodings) &&
		!isGrid(source) &&
		first.value === source.encoding
	) {
		questions.push({ code: 'encoding-unsure', params: { encoding: first.value, other: second.value } });
	}
	if (isBaskets(source)) return questions;
	if (Math.abs(table.headerScore) < 0.5 && source.header === table.headerScore > 0) {
		questions.push({ code: 'header-unsure', params: {} });
	} else if (table.unsure.includes('header')) questions.push({ code: 'header-unsure', params: {} });
	if (!isGrid(source) && table.unsure.includes('dialect') && columns > 1) {
		questions.push({ code: 'dialect-unsure', params: { delimiter: source.delimiter } });
	}
	const endLine = isGrid(source) ? undefined : source.endLine;
	if (table.unsure.includes('end') && endLine !== undefined) {
		questions.push({ code: 'second-table', params: { line: endLine } });
	}
	if (endLine === undefined && table.secondTable !== null) {
		questions.push({ code: 'second-table-kept', params: { line: table.secondTable } });
	}
	const others = table.alike?.length ?? 0;
	if (isGrid(source) && source.more !== undefined)
		questions.push({ code: 'sheets-together', params: { n: source.more.length + 1 } });
	else if (others > 0) questions.push({ code: 'sheets-alike', params: { n: others } });
	const beside = sideBySide(table.headers, table.rows);
	if (beside !== null) {
		const header = table.headers[beside - 1] ?? '';
		questions.push({ code: 'tables-side-by-side', params: { column: beside, header } });
	}
	const apart = table.reasons.find(({ code }) => code === 'rows-apart');
	if (apart !== undefined) questions.push({ code: 'rows-apart', params: apart.params });
	return questions;
}
