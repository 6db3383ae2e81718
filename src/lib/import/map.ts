import type { ColumnGuess } from '#lib/core/dataset/inspection.ts';
import type { ColumnRole } from '#lib/core/dataset/recipe.ts';
import { isBareCost, isCostOfRow } from './bare-cost.ts';
import { areDaysOf } from './days-of-months.ts';
import { isOfMonths, type ColumnProfile } from './infer.ts';
import type { NamedRole } from './header-names.ts';
import { rolesInExport } from './known-exports.ts';
import { isOtherDay, isPersonal, plainName, rolesByName } from './synonyms.ts';

/** The role guessed for a column. */
export interface RoleGuess {
	readonly role: ColumnRole;
	readonly confidence: number;
	readonly reason: ColumnGuess['reason'];
}

/** Further columns kept to cut by, at most; the others are left out until someone asks for them. */
const MOST_ATTRIBUTES = 40;

/** Roles in the order in which columns are given out. */
const assigned: readonly NamedRole[] = [
	'date',
	'amount',
	'profit',
	'cost',
	'price',
	'quantity',
	'order',
	'customer',
	'customer-name',
	'status',
	'product'
];

/**
 * Guesses what each column means, from its header and from its values: a header names the role, the values must
 * not contradict it. Without headers the values alone decide, with little confidence. Money is never guessed from
 * values where there are headers to go by.
 */
export function guessRoles(columns: readonly ColumnProfile[], named: boolean): RoleGuess[] {
	const guesses: (RoleGuess | undefined)[] = columns.map(() => undefined);
	const known = rolesInExport(columns.map(({ header }) => header));
	const countsDays = columns.some(writesDays) ? SURE_NAME : 0.5;
	for (const role of assigned) {
		let best: { index: number; score: number; guess: RoleGuess } | null = null;
		for (const column of columns) {
			if (guesses[column.index] !== undefined) continue;
			const guess = named ? byHeader(column, role, known.get(column.index), countsDays) : null;
			if (guess !== null && (best === null || guess.score > best.score))
				best = { index: column.index, ...guess };
		}
		best ??= byValues(columns, role, named, guesses);
		if (role === 'date' && best !== null) best = daysWithin(best, columns, guesses) ?? best;
		if (best !== null) guesses[best.index] = best.guess;
	}
	dropUnsureCost(columns, guesses);
	dropNeedlessPrice(guesses);
	promoteName(guesses);
	let attributes = 0;
	return columns.map((column) => {
		const guess = guesses[column.index];
		if (guess !== undefined) return guess;
		const flaw = flawAsAttribute(column);
		if (flaw !== null || attributes >= MOST_ATTRIBUTES)
			return { role: 'ignore', confidence: 0.8, reason: flaw ?? 'rest' };
		attributes++;
		return { role: 'attribute', confidence: 0.8, reason: 'rest' };
	});
}

function byHeader(
	column: ColumnProfile,
	role: NamedRole,
	known: NamedRole | undefined,
	countsDays: number
): { score: number; guess: RoleGuess } | null {
	const matches = known === undefined ? rolesByName(column.header) : [{ role: known, score: 1 }];
	const match = matches.find((candidate) => candidate.role === role);
	if (match === undefined) return null;
	const fit = valueFit(column, role, match.score, countsDays);
	if (fit < 0) return null;
	const confidence = Math.min(0.98, 0.35 + 0.35 * match.score + 0.3 * fit);
	return {
		// Days go before months, whatever their names.
		score: match.score + 0.2 * fit - (role === 'date' && isOfMonths(column) ? 1 : 0),
		guess: { role, confidence, reason: fit >= 0.5 ? 'both' : 'name' }
	};
}

/** Days that no header names, where a header names the months that they lie in. */
function daysWithin(
	{ index }: { readonly index: number },
	columns: readonly ColumnProfile[],
	guesses: readonly (RoleGuess | undefined)[]
) {
	const months = columns.find((column) => column.index === index);
	if (months === undefined || !isOfMonths(months)) return null;
	const days = byValues(columns, 'date', true, guesses);
	const found = columns.find((column) => column.index === days?.index);
	return found !== undefined && areDaysOf(found, months) ? days : null;
}

/** A name of a column that leaves no doubt. */
const SURE_NAME = 0.9;

/** Whether a column has days as people write them, which may be those of the orders. */
const writesDays = (column: ColumnProfile): boolean =>
	column.kind === 'date' && column.dated > 0.9 && !isOfMonths(column) && !isOtherDay(column.header);

/**
 * How well values suit a role, 0..1; −1 when they rule it out. `countsDays`: how sure a name must be for numbers below it to count
 * days or seconds.
 */
function valueFit(column: ColumnProfile, role: NamedRole, nameScore: number, countsDays: number): number {
	if (column.filled === 0) return role === 'customer' || role === 'order' ? -1 : 0.1;
	switch (role) {
		case 'date':
			if (column.dated > 0.5) return column.dated;
			if (column.serial > 0.9) return nameScore > 0.5 && nameScore >= countsDays ? 0.8 : -1;
			return nameScore > 0.6 && column.dated > 0 ? 0.2 : -1;
		case 'amount':
		case 'cost':
		case 'profit':
		case 'price':
			if (column.kind === 'date') return -1;
			return column.numeric > 0.5 ? column.numeric : column.numeric > 0 ? 0.1 : -1;
		case 'quantity':
			if (column.kind === 'date') return -1;
			return column.numeric > 0.9 ? 0.9 : -1;
		case 'customer':
			if (column.kind === 'date') return -1;
			// Amounts and other measures are not who somebody is.
			return column.withDecimals > 0.5 && column.numeric > 0.9 && nameScore < 0.9 ? -1 : 0.8;
		case 'order':
			if (column.kind === 'date' && column.dates.compact !== column.dates.dates) return -1;
			// A word such as "order" above a handful of small numbers counts orders instead of naming them.
			return column.distinct < 0.02 * column.filled && column.filled > 100 ? -1 : 0.8;
		case 'status':
			return column.distinct <= 60 && column.numeric < 0.5 ? 0.8 : -1;
		case 'customer-name':
		case 'product':
			return column.kind === 'date' ? -1 : 0.6;
	}
}

/** Days that are never those of orders. */
const isElsewhere = (header: string): boolean => /birth|ship|生日|出生|发货/.test(plainName(header));

function byValues(
	columns: readonly ColumnProfile[],
	role: NamedRole,
	named: boolean,
	guesses: readonly (RoleGuess | undefined)[]
): { index: number; score: number; guess: RoleGuess } | null {
	const free = columns.filter((column) => guesses[column.index] === undefined);
	const give = (column: ColumnProfile | undefined, confidence: number) =>
		column === undefined
			? null
			: { index: column.index, score: confidence, guess: { role, confidence, reason: 'values' as const } };
	if (role === 'date') {
		const dates = free.filter((c) => c.dated > 0.9 && (!named || rolesByName(c.header).length === 0));
		const own = dates.filter((c) => c.kind === 'date' && (!named || !isElsewhere(c.header)));
		// The day on which an order falls due is its day only where there is no other, and asked about then.
		const days = own.filter((c) => !isOfMonths(c));
		const best = days.find((c) => !named || !isOtherDay(c.header)) ?? days[0] ?? own[0];
		return give(best, named ? 0.5 : 0.75);
	}
	if (named) return null;
	if (role === 'amount') {
		const money = free.filter((c) => c.numeric > 0.9 && c.kind !== 'date');
		const fractions = money.filter((c) => c.withDecimals > 0.3);
		return give(
			fractions.at(-1) ?? money.filter((c) => c.kind === 'number').at(-1),
			fractions.length === 1 ? 0.65 : 0.4
		);
	}
	if (role === 'customer') {
		const keys = free.filter(
			(c) => c.kind !== 'date' && c.withDecimals < 0.1 && c.distinct > 1 && c.filled > 0
		);
		const repeated = keys.filter((c) => c.distinct > 0.02 * c.filled && c.distinct < 0.98 * c.filled);
		const most = Math.max(0, ...repeated.map((c) => c.distinct));
		return give(
			repeated.find((c) => c.distinct >= 0.9 * most) ?? (keys.length === 1 ? keys[0] : undefined),
			0.5
		);
	}
	if (role === 'quantity') {
		return give(
			free.find(
				(c) => c.whole > 0.95 && c.kind === 'number' && c.distinct < 0.1 * c.filled && smallNumbers(c)
			),
			0.4
		);
	}
	return null;
}

const smallNumbers = (column: ColumnProfile): boolean =>
	column.cells.every((cell) => cell.trim().length <= 4);

/** Beside a price and a quantity, a cost that does not say of what is none of the row unless its values say so. */
function dropUnsureCost(columns: readonly ColumnProfile[], guesses: (RoleGuess | undefined)[]): void {
	const of = (role: NamedRole) => columns.find(({ index }) => guesses[index]?.role === role);
	const [cost, quantity, price] = [of('cost'), of('quantity'), of('price')];
	if (cost === undefined || quantity === undefined || price === undefined || !isBareCost(cost.header)) return;
	if (of('amount') === undefined || !isCostOfRow(cost, quantity, price)) guesses[cost.index] = undefined;
}

/** With an amount on the row, a price is a fact about the product and nothing to multiply. */
function dropNeedlessPrice(guesses: (RoleGuess | undefined)[]): void {
	const price = guesses.findIndex((guess) => guess?.role === 'price');
	const quantity = guesses.some((guess) => guess?.role === 'quantity');
	const amount = guesses.some((guess) => guess?.role === 'amount');
	if (price < 0 || amount) return;
	// A price alone is the money of the row when nothing says how many.
	const guess = guesses[price] as RoleGuess;
	if (!quantity)
		guesses[price] = { role: 'amount', confidence: Math.min(0.55, guess.confidence), reason: guess.reason };
}

/** A file that names its customers and has no ids for them goes by the names. */
function promoteName(guesses: (RoleGuess | undefined)[]): void {
	if (guesses.some((guess) => guess?.role === 'customer')) return;
	const name = guesses.findIndex((guess) => guess?.role === 'customer-name');
	if (name < 0) return;
	const guess = guesses[name] as RoleGuess;
	guesses[name] = { ...guess, role: 'customer', confidence: Math.min(0.65, guess.confidence) };
}

/** Why a column is nothing to cut by: that has few enough values, repeated, and is nobody's personal detail. Null if it is. */
function flawAsAttribute(column: ColumnProfile): 'personal' | 'empty' | 'one-value' | 'no-groups' | null {
	if (column.filled === 0) return 'empty';
	if (isPersonal(column.header)) return 'personal';
	if (column.distinct < 2) return 'one-value';
	const isCut = column.kind === 'category' || isOfMonths(column);
	const groups = column.distinct <= 1_000 && column.distinct <= Math.max(12, 0.2 * column.filled);
	return isCut && groups ? null : 'no-groups';
}
