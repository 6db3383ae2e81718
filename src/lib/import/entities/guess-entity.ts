import {
	tableEntities,
	type EntityKind,
	type SingleRole,
	type TableEntity
} from '#lib/core/dataset/entities.ts';
import { asksWhoLeft } from '#lib/core/dataset/contract-states.ts';
import { entitySpecs } from '#lib/core/dataset/entity-specs.ts';
import type { EntityGuess, EntityReason } from '#lib/core/dataset/inspection.ts';
import type { ColumnProfile } from '../infer.ts';
import type { RoleGuess } from '../map.ts';
import { plainName } from '../synonyms.ts';
import { fileNameWords } from './entity-headers.ts';
import { guessEntityRoles } from './guess-entity-roles.ts';

/** What a table that is nothing in particular scores: less than anything that is recognised. */
const OTHER = 0.9;

/** What lines that are baskets say of it: nothing else comes near. */
const BASKETS = 3;

/** What is known of orders of which one of customer, date and amount was not found. */
const LACKING = 1;

/** Fewer rows than these do not say that there is one for each customer. */
const FEW_ROWS = 10;

/** Headers of the day of an order, and of nothing that happens to a customer otherwise. */
const orderDate = /order|purchase|invoice|transaction|下单|订单|成交|付款|交易/;

const ONE_ROW_EACH = 1.5;
const FILE_NAME = 1;

/** An id that does not say of what. */
const isPlainId = (header: string): boolean => /^(?:id|code|编号|编码)$/.test(plainName(header));
const PLAIN_ID_SAYS = 0.3;

/** Headers of what somebody is like: a table with several of them is about people or companies. */
const trait =
	/^(?:age|sex|gender|birth|yearbirth|income|education|marital|occupation|profession|household|homeowner|kid|teen|children|partner|dependents|senior|segment|tier|industry|sector|employees|companysize|country|city|province|region|nationality)|性别|年龄|学历|职业|婚姻|行业|收入|城市|省份|地区|公司规模/;
const TRAITS_SAY = 0.4;
const MOST_TRAITS = 1.6;

/** Who left, after how long, and for how much a month: rows are contracts, whatever else they say of people. Where they are orders they are no contracts. */
const CONTRACTS_SAY = 2;

/** How much each role says for orders. */
const orderTells: Readonly<Partial<Record<RoleGuess['role'], number>>> = {
	customer: 0.5,
	date: 1,
	amount: 1.5,
	price: 1,
	quantity: 1,
	order: 2,
	status: 0.5,
	product: 0.5
};

/**
 * What a file may be, best first: of each entity the roles that its headers name, whether its rows are one for each
 * customer, product … or several, and what the file is called. `orders` are the roles that the columns have if they are
 * orders.
 */
export function guessEntity(
	columns: readonly ColumnProfile[],
	orders: readonly RoleGuess[],
	named: boolean,
	fileName: string
): EntityGuess[] {
	const inName = named ? entityInName(fileName) : null;
	const asOrders = orderGuess(columns, orders);
	const ofOrders = asOrders.score > LACKING && saysOrder(columns, orders);
	const guesses = [asOrders];
	if (named)
		for (const entity of tableEntities) {
			// Lines of which customer, date and amount are known are orders, and not lines alone.
			const isTold = entity === 'other' || (entity === 'order-line' && asOrders.score > LACKING);
			if (!isTold) guesses.push(tableGuess(columns, entity, inName, ofOrders));
		}
	guesses.push({ entity: 'other', score: OTHER, reasons: [] });
	return guesses.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

/** What a file of baskets is: the lines of orders of which nothing else is known. */
export const basketGuesses: readonly EntityGuess[] = [
	{ entity: 'order-line', score: BASKETS, reasons: [reason('baskets')] },
	{ entity: 'other', score: OTHER, reasons: [] }
];

function reason(code: EntityReason, params: EntityGuess['reasons'][number]['params'] = {}) {
	return { code, params };
}

function orderGuess(columns: readonly ColumnProfile[], guesses: readonly RoleGuess[]): EntityGuess {
	const roles = guesses.map(({ role }) => role);
	const has = (role: RoleGuess['role']) => roles.includes(role);
	const money = has('amount') || (has('price') && has('quantity'));
	const found = [has('customer'), has('date'), money].filter(Boolean).length;
	const entity: EntityKind = 'order';
	// What was spent on somebody is no sale: such rows are visits, campaigns or the like.
	if (!money && has('cost') && !has('price') && !has('order')) return { entity, score: 0, reasons: [] };
	if (found < 2 || (found === 2 && !has('customer'))) return { entity, score: 0, reasons: [] };
	// With ids of orders it is orders all the same: the review then says what is missing.
	if (found === 2 && !has('order')) return { entity, score: LACKING, reasons: [] };
	let score = 0;
	// A date or amount that no header names says less.
	guesses.forEach(
		({ role, confidence }) => (score += (orderTells[role] ?? 0) * Math.min(1, confidence + 0.1))
	);
	const customer = columns[roles.indexOf('customer')];
	const each = customer !== undefined && customer.filled >= FEW_ROWS && isOneRowEach(customer);
	const reasons = [
		reason('roles', { roles: roles.filter((role) => role in orderTells).join(',') }),
		...(customer === undefined || isOneRowEach(customer)
			? []
			: [reason('several-rows-each', { role: 'customer' })])
	];
	return {
		entity,
		score: Math.max(LACKING, score + (each && !saysOrder(columns, guesses) ? -2 : 0.5)),
		reasons
	};
}

/** Whether there is an id of orders, or the day of one: a table of customers has a date and an amount as well, but not of an order. */
function saysOrder(columns: readonly ColumnProfile[], guesses: readonly RoleGuess[]): boolean {
	const date = columns[guesses.findIndex(({ role }) => role === 'date')];
	return (
		guesses.some(({ role }) => role === 'order') ||
		(date !== undefined && orderDate.test(plainName(date.header)))
	);
}

/** `ofOrders`: it is orders of which all is known, with their ids or days. */
function tableGuess(
	columns: readonly ColumnProfile[],
	entity: TableEntity,
	inName: TableEntity | null,
	ofOrders: boolean
): EntityGuess {
	const { roles: specs, needs, key } = entitySpecs[entity];
	const guesses = guessEntityRoles(columns, entity);
	const columnOf = (role: SingleRole) => columns[guesses.findIndex((guess) => guess.role === role)];
	if (needs.some((oneOf) => oneOf.every((role) => columnOf(role) === undefined)))
		return { entity, score: 0, reasons: [] };
	let score = 0;
	for (const { role, name } of guesses)
		score += name * (specs.find((spec) => spec.role === role)?.tells ?? 0);
	const found = guesses.flatMap(({ role }) => (role === 'attribute' || role === 'ignore' ? [] : [role]));
	const reasons = [reason('roles', { roles: found.join(',') })];
	const keys = key === null ? undefined : columnOf(key);
	if (keys !== undefined && key !== null) {
		if (isOneRowEach(keys)) {
			score += ONE_ROW_EACH * (isPlainId(keys.header) ? PLAIN_ID_SAYS : 1);
			reasons.push(reason('one-row-each', { role: key }));
		} else if (key !== 'record') score -= ONE_ROW_EACH;
	}
	if (entity === 'customer') {
		const traits = columns.filter(({ header }) => trait.test(plainName(header))).length;
		score += Math.min(MOST_TRAITS, TRAITS_SAY * traits);
	}
	const terms = (['tenure', 'status', 'amount', 'kind'] as const).filter(
		(role) => columnOf(role) !== undefined
	);
	if (entity === 'subscription' && terms.length === 4 && asksWhoLeft(columnOf('status')?.header ?? '')) {
		if (ofOrders) return { entity, score: 0, reasons: [] };
		score += CONTRACTS_SAY;
	}
	if (inName === entity) {
		score += FILE_NAME;
		reasons.push(reason('file-name'));
	}
	return { entity, score, reasons };
}

const isOneRowEach = ({ filled, distinct }: ColumnProfile): boolean => filled > 1 && distinct === filled;

function entityInName(fileName: string): TableEntity | null {
	const bare = fileName
		.replace(/^.*[\\/]/, '')
		.toLowerCase()
		.replace(/[_-]+/g, ' ');
	return fileNameWords.find(({ pattern }) => pattern.test(bare))?.entity ?? null;
}
