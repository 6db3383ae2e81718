import type { EntityKind, TableEntity } from '#lib/core/dataset/entities.ts';
import type { AnyInspection, EntityGuess, TableInspection } from '#lib/core/dataset/inspection.ts';
import {
	isBaskets,
	isTableRecipe,
	type AnyRecipe,
	type ReadAs,
	type SourceFormat,
	type TableRecipe
} from '#lib/core/dataset/recipe.ts';
import { equalRowsIn } from '#lib/core/dataset/equal-rows.ts';
import { cleanedTable } from '../cleaned-table.ts';
import { currencyOf } from '../currency-of.ts';
import { profileSample } from '../infer.ts';
import { factsOf, inspectOrders, PREVIEW_ROWS, type Sampled } from '../inspect.ts';
import { guessRoles } from '../map.ts';
import { sampleOf } from '../sample-of.ts';
import { basketGuesses, guessEntity } from './guess-entity.ts';
import { previewTableRows } from './preview-table.ts';
import { tableFindings } from './table-questions.ts';
import { tableGuessOf, understandTable } from './understand-table.ts';

/** What a file is to be looked at by: a recipe, a kind that was chosen for it, or nothing. */
export type LookBy = AnyRecipe | ReadAs | null;

const isReadAs = (by: AnyRecipe | ReadAs): by is ReadAs => !('version' in by);

/** Whether all is to be guessed anew, in the place that a recipe without columns names. */
const isPlace = (by: LookBy): boolean => by === null || (!isReadAs(by) && by.columns.length === 0);

/**
 * Reads the start, middle and end of a file and says what it is: orders or a table of another entity, and what each
 * column means. As `inspect`, with any recipe; where a kind is given, columns are guessed for that.
 *
 * @throws CoreError those of `inspect`
 */
export async function inspectFile(
	source: Blob & { readonly name?: string },
	name: string,
	by: LookBy
): Promise<AnyInspection> {
	const given: SourceFormat | null = by?.source ?? null;
	const sampled = await sampleOf(source, given, isPlace(by));
	const { table } = sampled;
	const profiles = profileSample(table);
	const file: Sampled = { sampled, profiles, name, size: source.size };
	const named = table.source.header;
	const guesses = isBaskets(table.source)
		? basketGuesses
		: guessEntity(profiles, guessRoles(profiles, named), named, name);
	const recipe = by === null || isReadAs(by) || by.columns.length === 0 ? null : by;
	const entity = entityOf(by, guesses);
	const entities = withChosen(guesses, entity, by !== null && !isPlace(by));
	if (entity === 'order') {
		const orders = recipe !== null && !isTableRecipe(recipe) ? recipe : null;
		return { ...(await inspectOrders(file, orders)), entities };
	}
	const own = recipe !== null && isTableRecipe(recipe) ? recipe : null;
	return inspectTable(file, entity, own, entities);
}

/** What was asked for; else what scores best. A place in a file says nothing of what is there. */
function entityOf(by: LookBy, guesses: readonly EntityGuess[]): EntityKind {
	if (by === null || isPlace(by)) return guesses[0]?.entity ?? 'order';
	return isReadAs(by) || isTableRecipe(by) ? by.entity : 'order';
}

/** The guesses with the kind that the file is read as among them. */
function withChosen(
	guesses: readonly EntityGuess[],
	entity: EntityKind,
	chosen: boolean
): readonly EntityGuess[] {
	const found = guesses.find((guess) => guess.entity === entity);
	const mark = chosen ? [{ code: 'chosen' as const, params: {} }] : [];
	if (found === undefined) return [...guesses, { entity, score: 0, reasons: mark }];
	return guesses.map((guess) =>
		guess === found ? { ...guess, reasons: [...guess.reasons, ...mark] } : guess
	);
}

async function inspectTable(
	file: Sampled,
	entity: TableEntity,
	given: TableRecipe | null,
	entities: readonly EntityGuess[]
): Promise<TableInspection> {
	const { table } = file.sampled;
	const cleaned = await cleanedTable(table, file.profiles, given);
	const { steps, profiles, rows } = cleaned;
	const columns = understandTable(profiles, table, entity, given, cleaned.made);
	const money = columns.filter(({ plan }) => plan.type === 'money' && plan.role !== 'ignore');
	const currency = currencyOf(money, cleaned, given);
	const recipe: TableRecipe = {
		version: 1,
		entity,
		source: table.source,
		columns: columns.map(({ plan }) => plan),
		...(steps.length > 0 && { steps }),
		statusRules: [],
		choices: given?.choices ?? {
			duplicates: equalRowsIn(
				entity,
				columns.map(({ plan }) => plan.role)
			),
			cancelled: 'keep',
			cancelPrefix: '',
			zeroAmount: 'keep',
			noCustomer: 'set-aside'
		},
		currency: currency.code,
		...(given?.zone !== undefined && { zone: given.zone })
	};
	const mixedCurrencies = money.length > 0 && currency.mixed;
	const found = tableFindings({ table, columns, recipe, entities, mixedCurrencies });
	return {
		...factsOf(file),
		blockers: [...cleaned.blockers, ...found.blockers],
		questions: found.questions,
		columns: columns.map(tableGuessOf),
		recipe,
		preview: previewTableRows(rows.slice(0, PREVIEW_ROWS), recipe),
		...cleaned.told,
		statuses: [],
		entities
	};
}
