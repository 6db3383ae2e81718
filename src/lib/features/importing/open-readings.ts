import {
	isGrid,
	isTableRecipe,
	type AnyInspection,
	type AnyRecipe,
	type ColumnGuess,
	type DateOrder,
	type NumberStyle,
	type Readings
} from '#lib/api/index.ts';
import { formatDay, formatNumber } from '#lib/i18n/format.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import { withDateOrder, withNumberStyle, withRole, withStatuses } from '#lib/state/recipe-edit.ts';
import { withMonthsAsRows } from '#lib/state/months-as-rows.ts';
import { withLineAmounts, withTotalsOnce, type OrderLines } from '#lib/state/order-lines.ts';
import { withFilledDown } from '#lib/state/step-edit.ts';
import { sampleNumber, styleKey } from './number-style.ts';

/** One way to read a column that its values leave open. */
export interface OpenReading {
	/** Names it among the others. */
	readonly value: string;
	readonly label: string;
	/** How a real value reads if it is so; absent where the first values read alike. */
	readonly hint?: string;
	/** The recipe by which the column is read so. */
	readonly chosen: (recipe: AnyRecipe) => AnyRecipe;
}

/** A question of the review. */
type Question = AnyInspection['questions'][number];

/** What is open about a column. */
type Open = Pick<ColumnGuess, 'index' | 'dateOrders' | 'dateReadings' | 'numberStyles' | 'numberReadings'>;

/** The orders of year, month and day that the dates of a column may stand in; none where that is decided. */
export function openDates(guess: Open, t: Messages): OpenReading[] {
	return (guess.dateOrders ?? []).map((order: DateOrder, i) => ({
		value: order,
		label: t.importing.dateOrders[order](),
		...hintOf(guess.dateReadings, i, t, formatDay),
		chosen: (recipe) => withDateOrder(recipe, guess.index, order)
	}));
}

/** The styles that the numbers of a column may be written in; none where that is decided. */
export function openStyles(guess: Open, t: Messages, locale: Locale): OpenReading[] {
	return (guess.numberStyles ?? []).map((style: NumberStyle, i) => ({
		value: styleKey(style),
		label: sampleNumber(style),
		...hintOf(guess.numberReadings, i, t, (value) => formatNumber(value, locale, 6)),
		chosen: (recipe) => withNumberStyle(recipe, guess.index, style)
	}));
}

/** The one answer to cells that stand for several rows. */
export const filledDown = ({ index }: Pick<ColumnGuess, 'index'>, t: Messages): OpenReading => ({
	value: 'fill',
	label: t.importing.fillDown(),
	chosen: (recipe) => withFilledDown(recipe, [index])
});

/** Places of columns that a question lists, from 0. */
const placesIn = (value: string | number | undefined): number[] =>
	value === undefined || value === ''
		? []
		: String(value)
				.split(',')
				.map((place) => Number(place) - 1);

/** The one answer to several columns that stand for the rows below. */
export function filledTogether({ params }: Question, t: Messages): OpenReading {
	const within = Number(params['within'] ?? 0) - 1;
	return {
		value: 'fill',
		label: t.importing.fillAll({ n: Number(params['n']) }),
		chosen: (recipe) => withFilledDown(recipe, placesIn(params['columns']), within < 0 ? undefined : within)
	};
}

/** What the money of a row is where only the first of an order names its total. */
export function orderMoney({ params }: Question, t: Messages): OpenReading[] {
	const place = (name: string): number => Number(params[name] ?? 0) - 1;
	const [quantity, price, discount] = [place('quantity'), place('price'), place('discount')];
	const lines: OrderLines = {
		columns: placesIn(params['columns']),
		order: place('within'),
		total: place('total'),
		line: price < 0 ? null : { quantity, price, discount: discount < 0 ? null : discount }
	};
	const seen = (sum: string | number | undefined): Pick<OpenReading, 'hint'> =>
		sum === undefined ? {} : { hint: t.importing.sumSeen({ sum: Number(sum) }) };
	const byLine: OpenReading = {
		value: 'lines',
		...seen(params['lines']),
		label: discount < 0 ? t.importing.byLine() : t.importing.byLineLess(),
		chosen: (recipe) =>
			isTableRecipe(recipe) ? recipe : withLineAmounts(recipe, lines, t.importing.lineAmount())
	};
	const once: OpenReading = {
		value: 'totals',
		...seen(params['totals']),
		label: t.importing.totalsOnce({ header: String(params['amount']) }),
		chosen: (recipe) => (isTableRecipe(recipe) ? recipe : withTotalsOnce(recipe, lines))
	};
	return lines.line === null ? [once] : [byLine, once];
}

/** A year that a name holds, such as that of a file. */
const yearIn = (name: string): number | undefined => {
	const found = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(name)?.[0];
	return found === undefined ? undefined : Number(found);
};

/** Columns of months as rows; where they name no year, of that which the file or its sheet names. */
export function monthsToRows(
	{ params }: Question,
	{ file, recipe: { source } }: Pick<AnyInspection, 'file' | 'recipe'>,
	t: Messages
): OpenReading {
	const sheet = isGrid(source) ? (source.sheet ?? '') : '';
	const year = params['yearless'] === 1 ? (yearIn(sheet) ?? yearIn(file.name)) : undefined;
	const n = Number(params['n']);
	const names = { label: t.importing.monthLabel(), value: t.importing.monthValue() };
	return {
		value: 'months',
		label: year === undefined ? t.importing.monthsToRows({ n }) : t.importing.monthsOfYear({ n, year }),
		chosen: (recipe) => withMonthsAsRows(recipe, placesIn(params['columns']), names, year)
	};
}

/** The other column as the amount. */
export const takesAmount = (
	{ index, header }: Pick<ColumnGuess, 'index' | 'header'>,
	t: Messages
): OpenReading => ({
	value: 'amount',
	label: t.importing.takeAmount({ header }),
	chosen: (recipe) => (isTableRecipe(recipe) ? recipe : withRole(recipe, index, 'amount'))
});

/** The column as the status of the orders. */
const takesStatus = ({ index, header }: Pick<ColumnGuess, 'index' | 'header'>, t: Messages): OpenReading => ({
	value: 'status',
	label: t.importing.takeAmount({ header }),
	chosen: (recipe) => (isTableRecipe(recipe) ? recipe : withRole(recipe, index, 'status'))
});

/** The column whose values look like statuses as one, or as none. */
export const statusOrNot = (guess: Pick<ColumnGuess, 'index' | 'header'>, t: Messages): OpenReading[] => [
	takesStatus(guess, t),
	{
		value: 'none',
		label: t.importing.noStatus(),
		chosen: (recipe) => (isTableRecipe(recipe) ? recipe : { ...recipe, noStatus: true })
	}
];

/** All statuses that nobody knows, as those of sales or not; one by one they are answered where statuses are listed. */
export const treatsUnknown = ({ statuses }: Pick<AnyInspection, 'statuses'>, t: Messages): OpenReading[] =>
	(['valid', 'cancelled'] as const).map((treatment) => ({
		value: treatment,
		label: treatment === 'valid' ? t.importing.allValid() : t.importing.allCancelled(),
		chosen: (recipe) =>
			isTableRecipe(recipe)
				? recipe
				: withStatuses(
						recipe,
						statuses.map(({ value }) => value),
						treatment
					)
	}));

/** All sheets of the same columns, or the one alone. */
export function sheetAnswers(
	{ sheets }: Pick<AnyInspection, 'sheets'>,
	together: boolean,
	t: Messages
): OpenReading[] {
	const names = sheets.filter(({ alike }) => alike === true).map(({ name }) => name);
	const withSheets = (recipe: AnyRecipe): AnyRecipe => {
		if (!isGrid(recipe.source)) return recipe;
		const { more: _, ...one } = recipe.source;
		return { ...recipe, source: together ? { ...one, more: names } : one };
	};
	const n = names.length + 1;
	const all = n === 2 ? t.importing.sheetsBoth() : t.importing.sheetsAll({ n });
	const label = together ? all : t.importing.sheetsOne();
	return [{ value: 'sheets', label, chosen: withSheets }];
}

/** The one answer to equal rows that are dropped although nothing tells a repeat from a second one. */
export const keepsEqualRows = (t: Messages): OpenReading => ({
	value: 'keep',
	label: t.importing.duplicatesKeep(),
	chosen: (recipe) => ({ ...recipe, choices: { ...recipe.choices, duplicates: 'keep' } })
});

function hintOf(
	readings: Readings | undefined,
	i: number,
	t: Messages,
	text: (value: number) => string
): { readonly hint?: string } {
	const value = readings?.values[i];
	if (readings === undefined || value === undefined) return {};
	const { raw } = readings;
	return {
		hint: value === null ? t.importing.readsNot({ raw }) : t.importing.reads({ raw, value: text(value) })
	};
}
