import type { ColumnGuess, Inspection } from '#lib/core/dataset/inspection.ts';
import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import { sourceColumns, type MadeColumn } from '#lib/core/dataset/made-columns.ts';
import {
	isMoneyRole,
	isNumberRole,
	type ColumnPlan,
	type ImportRecipe,
	type StatusRule
} from '#lib/core/dataset/recipe.ts';
import { guessCancelPrefix } from './cancel-prefix.ts';
import { cleanedTable } from './cleaned-table.ts';
import { choicesOf } from './column-choices.ts';
import { currencyOf } from './currency-of.ts';
import { profileSample, type ColumnProfile } from './infer.ts';
import { guessRoles, type RoleGuess } from './map.ts';
import { previewRows } from './preview.ts';
import { findings } from './questions.ts';
import { sampleOf, type SampledSource } from './sample-of.ts';
import type { SampleTable } from './sample-table.ts';
import { guessStatusRules, type StatusGuess } from './status-rules.ts';
import type { UnderstoodColumn } from './understood-column.ts';
import { decideOrder } from './values/date-order.ts';
import { decideStyle, type StyleDecision } from './values/number-style.ts';
import { hasOffset } from './values/clock-time.ts';

/** Numbers by type are written with a point, whatever they look like. */
export const POINT: StyleDecision = {
	style: { decimal: '.', group: ',' },
	choices: [{ decimal: '.', group: ',' }]
};

/** Rows shown in the review. */
export const PREVIEW_ROWS = 50;

/**
 * Reads the start, middle and end of a file and says what it is: encoding, delimiter, header, what each column means,
 * which choices are open. With a recipe, cuts the file by its source format and keeps its choices for the columns that
 * still exist (by place and header, else by header). With a recipe without columns, looks at the file of the archive and
 * the sheet that it names as if for the first time.
 *
 * Where the values of a needed column can be read in two ways, the plan's `dateOrder` or `numberStyle` is left out
 * and a question asks for it: `importOrders` refuses such a recipe rather than guess.
 *
 * @throws CoreError `file-empty`, `file-header-only`, `file-binary`, `file-too-large`, `file-corrupt-gzip`,
 *   `file-unreadable`; of files that are no text: `archive-…`, `workbook-…`, `grid-…`, `json-malformed`, `parquet-…`,
 *   `table-not-found`.
 */
export async function inspect(
	source: Blob & { readonly name?: string },
	name: string,
	given: ImportRecipe | null
): Promise<Inspection> {
	// A recipe without columns only points to a place in the file: all else is to be guessed.
	const recipe = given?.columns.length === 0 ? null : given;
	const sampled = await sampleOf(source, given?.source ?? null, recipe === null);
	const profiles = profileSample(sampled.table);
	return inspectOrders({ sampled, profiles, name, size: source.size }, recipe);
}

/** A file of which a sample was read. */
export interface Sampled {
	readonly sampled: SampledSource;
	/** Of its columns as they are in the file. */
	readonly profiles: readonly ColumnProfile[];
	readonly name: string;
	readonly size: number;
}

/** What a file is if it is orders; with a recipe, its choices are kept. */
export async function inspectOrders(file: Sampled, recipe: ImportRecipe | null): Promise<Inspection> {
	const { table } = file.sampled;
	const cleaned = await cleanedTable(table, file.profiles, recipe);
	const { steps, profiles, rows } = cleaned;
	const columns = understand(profiles, table, recipe, cleaned.made);
	const status = columns.find((column) => column.plan.role === 'status');
	const statuses = guessStatusRules(status?.profile.cells ?? []);
	const money = columns.filter(({ plan }) => isMoneyRole(plan.role));
	const currency = currencyOf(money, cleaned, recipe);
	const made: ImportRecipe = {
		version: 1,
		source: table.source,
		columns: columns.map((column) => column.plan),
		...(steps.length > 0 && { steps }),
		statusRules: mergedRules(statuses, recipe?.statusRules ?? []),
		...(recipe?.noStatus === true && { noStatus: true }),
		choices: recipe?.choices ?? {
			duplicates: 'keep',
			cancelled: 'exclude',
			cancelPrefix: prefixOf(columns),
			zeroAmount: 'exclude',
			noCustomer: 'set-aside'
		},
		currency: currency.code,
		...(recipe?.zone !== undefined && { zone: recipe.zone })
	};
	const found = findings({ table, columns, recipe: made, statuses, mixedCurrencies: currency.mixed, rows });
	return {
		...factsOf(file),
		columns: columns.map(guessOf),
		recipe: made,
		preview: previewRows(rows.slice(0, PREVIEW_ROWS), made),
		...cleaned.told,
		statuses: statuses.counts,
		blockers: [...cleaned.blockers, ...found.blockers],
		questions: found.questions
	};
}

/** What is known of a file whatever its table is about. */
export function factsOf({ sampled, name, size }: Sampled) {
	const { table, members, sheets } = sampled;
	return {
		file: { name, size, compressed: table.sample.kind.compressed },
		members,
		sheets,
		encodings: table.encodings,
		delimiters: table.delimiters,
		rows: rowsIn(table),
		reasons: table.reasons
	};
}

function understand(
	profiles: readonly ColumnProfile[],
	table: SampleTable,
	recipe: ImportRecipe | null,
	made: readonly MadeColumn[]
): UnderstoodColumn[] {
	const guesses = guessRoles(profiles, table.source.header);
	const width = table.headers.length;
	const kept = recipe === null ? null : keptPlans(profiles.slice(0, width), sourceColumns(recipe.columns));
	return profiles.map((profile, i) => {
		const own = made[i - width];
		const old = own === undefined ? kept?.[i] : planOfMade(own, recipe);
		const guess: RoleGuess =
			old === undefined
				? recipe === null
					? (guesses[i] as RoleGuess)
					: { role: 'ignore', confidence: 0.8, reason: 'rest' }
				: { role: old.role, confidence: 1, reason: 'chosen' };
		const order = decideOrder(profile.dates);
		const typed =
			table.typedColumns?.has(profile.index) === true ||
			(own !== undefined && isReckoned(own.step, table.typedColumns));
		const style = typed ? POINT : decideStyle(profile.numbers);
		const dateOrder = old?.dateOrder ?? order.order;
		const numberStyle = old?.numberStyle ?? style.style;
		const { role } = guess;
		const counts = isNumberRole(role);
		const plan: ColumnPlan = {
			index: profile.index,
			header: profile.header,
			...(old?.keptAs !== undefined && { keptAs: old.keptAs }),
			role,
			kind: profile.kind,
			...(own !== undefined && { made: own.made }),
			...(role === 'date' && dateOrder !== undefined && { dateOrder }),
			...(counts && numberStyle !== undefined && { numberStyle })
		};
		return { profile, guess, order, style, plan };
	});
}

/** The plan of a column that a step makes; what is new is kept to cut by. */
const planOfMade = ({ made, header, index }: MadeColumn, recipe: ImportRecipe | null): ColumnPlan =>
	recipe?.columns.find((plan) => plan.made === made) ?? { index, header, role: 'attribute', made };

/** Whether a step writes numbers with a point: its own, or those of columns in which every value is a number by type. */
export const isReckoned = (step: CleaningStep, typed: SampleTable['typedColumns']): boolean =>
	step.kind === 'derive' ||
	step.kind === 'convert-currency' ||
	(step.kind === 'unpivot' &&
		step.columns.every((column) => typeof column === 'number' && typed?.has(column) === true));

/** The plan of a given recipe for each column: same place and header, else the only one of that header, else place. */
export function keptPlans<Plan extends ColumnPlan<string>>(
	profiles: readonly ColumnProfile[],
	plans: readonly Plan[]
): (Plan | undefined)[] {
	const sameWidth = plans.length === profiles.length;
	return profiles.map((profile) => {
		const there = plans.find((plan) => plan.index === profile.index);
		if (there?.header === profile.header) return there;
		const named = plans.filter((plan) => plan.header === profile.header);
		if (named.length === 1) return named[0];
		// The header switched on or off renames all columns and moves none.
		const renamed =
			sameWidth && (profile.header === `#${profile.index + 1}` || there?.header === `#${profile.index + 1}`);
		return renamed ? there : undefined;
	});
}

function guessOf(column: UnderstoodColumn): ColumnGuess {
	const { profile, guess, order, style, plan } = column;
	return {
		index: profile.index,
		header: profile.header,
		role: plan.role,
		confidence: Math.round(guess.confidence * 100) / 100,
		reason: guess.reason,
		kind: profile.kind,
		distinct: profile.distinct,
		empty: profile.cells.length - profile.filled,
		examples: profile.examples,
		...(plan.role === 'date' && profile.cells.some(hasOffset) && { zoned: true }),
		...choicesOf({
			cells: profile.cells,
			dateOrders: order.choices,
			undated: order.order === undefined && !order.mixed,
			numberStyles: style.choices,
			isMoney: isMoneyRole(plan.role)
		})
	};
}

/** Rules already chosen stay; statuses that are new get a guessed one. */
function mergedRules(guess: StatusGuess, chosen: readonly StatusRule[]): StatusRule[] {
	const known = new Set(chosen.map((rule) => rule.value));
	return [...chosen, ...guess.rules.filter((rule) => !known.has(rule.value))];
}

function prefixOf(columns: readonly UnderstoodColumn[]): string {
	const cellsOf = (role: ColumnPlan['role']) =>
		columns.find((column) => column.plan.role === role)?.profile.cells;
	const orders = cellsOf('order');
	if (orders === undefined) return '';
	const measure = cellsOf('amount') ?? cellsOf('quantity');
	if (measure === undefined) return '';
	return guessCancelPrefix(
		orders,
		measure.map((cell) => /^[^\d]*[-(−]/.test(cell) || cell.trimEnd().endsWith('-'))
	);
}

function rowsIn(table: SampleTable): Inspection['rows'] {
	if (table.rowsKnown !== undefined) return table.rowsKnown;
	if (table.sample.whole) return { count: table.rowCount, exact: true };
	const perRow = table.bytesOfRows / Math.max(1, table.rowCount);
	return { count: Math.round(table.sample.kind.contentBytes / perRow), exact: false };
}
