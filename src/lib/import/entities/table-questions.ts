import type { EntityRole } from '#lib/core/dataset/entities.ts';
import { entitySpecs } from '#lib/core/dataset/entity-specs.ts';
import { equalRowsIn } from '#lib/core/dataset/equal-rows.ts';
import type { EntityGuess } from '#lib/core/dataset/inspection.ts';
import { isGrid, type TableRecipe } from '#lib/core/dataset/recipe.ts';
import { filledOnce } from '../column-questions.ts';
import type { Finding } from '../finding.ts';
import { monthsInColumns } from '../months-in-columns.ts';
import { formatQuestions, lostIds, openDates, SURE } from '../questions.ts';
import type { SampleTable } from '../sample-table.ts';
import { STRAY_SHARE } from '../values/date-order.ts';
import type { UnderstoodTableColumn } from './understand-table.ts';

interface Seen {
	readonly table: SampleTable;
	readonly columns: readonly UnderstoodTableColumn[];
	readonly recipe: TableRecipe;
	readonly entities: readonly EntityGuess[];
	readonly mixedCurrencies: boolean;
}

/** A second kind that scores nearer than this to the first is worth a question. */
const NEAR = 0.8;

/** What stops the import of a table and what to ask, most serious first. */
export function tableFindings(seen: Seen): { blockers: Finding[]; questions: Finding[] } {
	return { blockers: blockersOf(seen), questions: questionsOf(seen) };
}

function blockersOf({ columns, recipe, table, mixedCurrencies }: Seen): Finding[] {
	const blockers: Finding[] = [];
	const { entity } = recipe;
	if (columns.length < 2) {
		const params = isGrid(table.source) ? {} : { delimiter: table.source.delimiter };
		blockers.push({ code: 'table-single-column', params });
	}
	const seen = new Set<EntityRole>();
	for (const { plan } of columns) {
		if (plan.role === 'attribute' || plan.role === 'ignore') continue;
		if (seen.has(plan.role)) blockers.push({ code: 'mapping-role-twice', params: { role: plan.role } });
		seen.add(plan.role);
	}
	for (const oneOf of entitySpecs[entity].needs) {
		if (!oneOf.some((role) => seen.has(role)))
			blockers.push({ code: 'mapping-lacks', params: { entity, roles: oneOf.join(',') } });
	}
	for (const { plan, order, profile } of columns) {
		if (plan.type !== 'date' || plan.role === 'ignore' || !order.mixed) continue;
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
	if (mixedCurrencies) blockers.push({ code: 'currency-mixed', params: {} });
	return blockers;
}

function questionsOf({ table, columns, recipe, entities }: Seen): Finding[] {
	const questions: Finding[] = monthsInColumns(columns, recipe);
	const used = columns.filter(({ plan }) => plan.role !== 'ignore');
	for (const { plan, order, style, profile } of used) {
		const where = { column: plan.index + 1, header: plan.header };
		if (plan.type === 'date' && plan.dateOrder === undefined && !order.mixed)
			questions.push(openDates(where, order, profile));
		const counts = plan.type === 'number' || plan.type === 'money';
		if (counts && plan.numberStyle === undefined && style.choices.length > 1)
			questions.push({
				code: 'amount-style-ambiguous',
				params: { ...where, example: profile.numbers.example }
			});
	}
	const [first, second] = entities;
	if (first?.entity === recipe.entity && second !== undefined && second.score > NEAR * first.score)
		questions.push({ code: 'entity-unsure', params: { entity: first.entity, other: second.entity } });
	for (const { plan, guess } of used) {
		if (plan.role === 'attribute' || guess.confidence >= SURE) continue;
		questions.push({
			code: 'low-confidence',
			params: { column: plan.index + 1, header: plan.header, role: plan.role }
		});
	}
	questions.push(...formatQuestions(table, recipe.source, table.headers.length));
	const texts = used.filter(({ plan: { type } }) => type !== 'number' && type !== 'money' && type !== 'text');
	questions.push(...filledOnce(table, recipe, texts));
	// Recipes from before the default followed the id, and choices that were made when there was one.
	const byDefault = equalRowsIn(
		recipe.entity,
		columns.map(({ plan }) => plan.role)
	);
	if (recipe.choices.duplicates === 'drop' && byDefault === 'keep')
		questions.push({ code: 'equal-rows-dropped', params: {} });
	for (const { plan, profile } of used) {
		const where = { column: plan.index + 1, header: plan.header };
		if (plan.type === 'key') questions.push(...lostIds(where, profile.cells));
		if (plan.type !== 'date') continue;
		if (plan.dateOrder === 'month') questions.push({ code: 'date-months', params: where });
		if (plan.dateOrder === 'unix') questions.push({ code: 'date-unix', params: where });
		if (plan.dateOrder?.startsWith('serial') === true) questions.push({ code: 'date-serial', params: where });
		if (profile.dates.shortYears > STRAY_SHARE * profile.dates.dates)
			questions.push({ code: 'date-short-year', params: where });
	}
	return questions;
}
