import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { UNDECODABLE } from './decode.ts';
import { Growable } from './growable.ts';
import { IssueLog } from './issue-log.ts';
import { MoneyScale } from './money-sum.ts';
import { dateIssue, numberIssue } from './preview.ts';
import type { NumberPlan, ReaderPlan } from './reader-plan.ts';
import { RejectsFile } from './rejects.ts';
import { SeenRows } from './seen-rows.ts';
import { cellText, COPIED_UNITS, detached, keyText } from './values/cell-text.ts';
import { Mark } from './classify.ts';
import { agrees } from './values/currency.ts';
import { moneyOf, newMoney, productOf } from './values/money.ts';
import { leanOf } from './values/number-style.ts';
import { DateStatus, newDateReading, readDate } from './values/read-date.ts';
import { newReading, NumberStatus, readNumber, type NumberReading } from './values/read-number.ts';

/** The customer under whom rows without one are gathered, if that is chosen. */
export const WALK_IN = 'walk-in';

/** How the dates of the whole file agree with the order chosen for them. */
export interface DateCheck {
	decisive: number;
	contrary: number;
	contraryLine: number;
}

/**
 * Takes rows as texts, and gathers those that can be read as columns in the order of the file. A row that cannot be
 * read goes to the rejects with its first issue; its amount, if that much could be read, still counts in the totals.
 */
export class RowCollector {
	readonly issues = new IssueLog();
	readonly rejects: RejectsFile;
	readonly scale = new MoneyScale((factor) => this.#raise(factor));
	readonly customers = new DictionaryBuilder();
	readonly names = new DictionaryBuilder();
	readonly orders = new DictionaryBuilder();
	readonly attributes: readonly {
		readonly builder: DictionaryBuilder;
		readonly codes: Growable<Uint32Array>;
	}[];
	readonly customer = new Growable(Uint32Array);
	readonly name = new Growable(Uint32Array);
	readonly order = new Growable(Uint32Array);
	readonly day = new Growable(Int32Array);
	readonly time = new Growable(Uint32Array);
	readonly amount = new Growable(Float64Array);
	readonly quantity = new Growable(Float64Array);
	readonly mark = new Growable(Uint8Array);
	readonly dates: DateCheck = { decisive: 0, contrary: 0, contraryLine: 0 };
	/** Numbers of columns without thousands in the sample that read two ways after all: first line, 0 = none. */
	readonly openNumbers = new Map<number, { line: number; decided: boolean }>();
	readonly moneySigns = new Set<string>();
	readonly sums = { source: 0, merged: 0, rejected: 0 };
	sourceRows = 0;
	mergedRows = 0;
	rejectedRows = 0;
	duplicatesSeen = 0;

	readonly #plan: ReaderPlan;
	readonly #recipe: ImportRecipe;
	readonly #seen = new SeenRows();
	readonly #first = newReading();
	readonly #second = newReading();
	readonly #money = newMoney();
	readonly #date = newDateReading();
	#line = 0;
	#cells: readonly string[] = [];
	#units = 0;

	constructor(plan: ReaderPlan, recipe: ImportRecipe) {
		this.#plan = plan;
		this.#recipe = recipe;
		this.rejects = new RejectsFile(plan.headers);
		this.attributes = plan.attributes.map(() => ({
			builder: new DictionaryBuilder(),
			codes: new Growable(Uint32Array)
		}));
	}

	get keepsZero(): boolean {
		return this.#recipe.choices.zeroAmount === 'keep';
	}

	/** A row of the source that is none of the table's, and why. */
	setApart(cells: readonly string[], line: number, code: IssueCode): void {
		this.#begin(cells, line);
		this.#reject(code, code === 'row-too-long' ? this.#plan.width : -1);
	}

	/** One row of the table. `damaged`: its piece has undecodable bytes. `remark`: what is to be said if it stays. */
	add(cells: readonly string[], line: number, damaged: boolean, remark?: IssueCode): void {
		const rejected = this.rejectedRows;
		this.#begin(cells, line);
		this.#read(cells, line, damaged);
		if (remark !== undefined && this.rejectedRows === rejected)
			this.issues.remark(remark, line, 0, '', cells.join(' '));
	}

	#begin(cells: readonly string[], line: number): void {
		this.#line = line;
		this.#cells = cells;
		this.#units = 0;
		this.sourceRows++;
	}

	#read(cells: readonly string[], line: number, damaged: boolean): void {
		const plan = this.#plan;
		if (cells.length < plan.needed) return this.#reject('row-too-short', -1);
		if (cells.length > plan.width && hasText(cells, plan.width))
			return this.#reject('row-too-long', plan.width);
		if (damaged && this.#undecodable()) return;
		// Money first, so that a row rejected for anything else still counts with its amount.
		const moneyIssue = plan.amount === null ? this.#product() : this.#amount(plan.amount);
		if (moneyIssue === null) {
			this.#units = this.scale.align(this.#money.units, this.#money.decimals);
			this.sums.source += this.#units;
		}
		const date = this.#date;
		const status = readDate(cells[plan.date.index] as string, plan.date.dateOrder, date);
		if (date.decisive) this.dates.decisive++;
		if (date.contrary && this.dates.contrary++ === 0) this.dates.contraryLine = line;
		if (status !== DateStatus.OK) return this.#reject(dateIssue(status), plan.date.index);
		if (moneyIssue !== null) return this.#reject(moneyIssue.code, moneyIssue.column);
		if (this.#isDropped()) return;
		this.#keep();
	}

	#isDropped(): boolean {
		if (!this.#seen.add(this.#cells, this.#plan.width)) return false;
		this.duplicatesSeen++;
		if (this.#recipe.choices.duplicates === 'keep') return false;
		this.mergedRows++;
		this.sums.merged += this.#units;
		return true;
	}

	#keep(): void {
		const { choices } = this.#recipe;
		const plan = this.#plan;
		const cells = this.#cells;
		let key = keyText(cells[plan.customer] as string);
		if (key === '' && choices.noCustomer === 'walk-in') key = WALK_IN;
		const order = plan.order < 0 ? '' : keyText(cells[plan.order] as string);
		let mark: number = key === '' ? Mark.NO_CUSTOMER : Mark.PLAIN;
		if (mark === Mark.PLAIN && choices.cancelled === 'exclude' && this.#isCancelled(order))
			mark = Mark.CANCELLED;
		this.mark.push(mark);
		this.customer.push(key === '' ? NO_CODE : codeOf(this.customers, key));
		this.day.push(this.#date.day);
		this.time.push(this.#date.time);
		this.amount.push(this.#units);
		if (plan.order >= 0) this.order.push(order === '' ? NO_CODE : codeOf(this.orders, order));
		if (plan.name >= 0) this.name.push(textCode(this.names, keyText(cells[plan.name] ?? '')));
		if (plan.quantity !== null) this.quantity.push(this.#quantity(plan.quantity));
		this.attributes.forEach(({ builder, codes }, i) => {
			const column = plan.attributes[i] as { readonly index: number };
			codes.push(textCode(builder, cellText(cells[column.index] ?? '')));
		});
		if (this.#money.rounded) this.#remark('amount-too-precise', (plan.amount ?? plan.price)?.index ?? -1);
	}

	#isCancelled(order: string): boolean {
		const prefix = this.#recipe.choices.cancelPrefix;
		if (prefix !== '' && order.startsWith(prefix)) return true;
		const { status, cancelledStatuses } = this.#plan;
		return status >= 0 && cancelledStatuses.has((this.#cells[status] as string).trim());
	}

	/** Quantities beside an amount are a fact about the row, not its money: a bad one is remarked on and left empty. */
	#quantity(plan: NumberPlan): number {
		const reading = this.#first;
		const raw = this.#cells[plan.index] ?? '';
		const status = readNumber(raw, plan.numberStyle, reading);
		if (status === NumberStatus.OK && !reading.percent) return reading.mantissa / 10 ** reading.decimals;
		if (status !== NumberStatus.EMPTY) this.#remark('quantity-invalid', plan.index);
		return NaN;
	}

	#amount(plan: NumberPlan): { code: IssueCode; column: number } | null {
		const code = this.#readMoney(plan, this.#first, 'amount');
		if (code !== null) return { code, column: plan.index };
		return moneyOf(this.#first, this.#money) ? null : { code: 'amount-too-large', column: plan.index };
	}

	#product(): { code: IssueCode; column: number } | null {
		const quantity = this.#plan.quantity as NumberPlan;
		const price = this.#plan.price as NumberPlan;
		const raw = this.#cells[quantity.index] as string;
		const status = readNumber(raw, quantity.numberStyle, this.#first);
		this.#watchStyle(quantity, raw);
		if (status !== NumberStatus.OK || this.#first.percent)
			return { code: 'quantity-invalid', column: quantity.index };
		const code = this.#readMoney(price, this.#second, 'price');
		if (code !== null) return { code, column: price.index };
		// Two minus signs would make a sale of what is none.
		if (this.#second.mantissa < 0 && this.#first.mantissa < 0)
			return { code: 'price-invalid', column: price.index };
		return productOf(this.#first, this.#second, this.#money)
			? null
			: { code: 'amount-too-large', column: price.index };
	}

	#readMoney(plan: NumberPlan, reading: NumberReading, role: 'amount' | 'price'): IssueCode | null {
		const raw = this.#cells[plan.index] as string;
		const status = readNumber(raw, plan.numberStyle, reading);
		this.#watchStyle(plan, raw);
		const code = numberIssue(status, role);
		if (code !== null) return code;
		if (reading.percent) return role === 'amount' ? 'amount-invalid' : 'price-invalid';
		if (reading.sign !== '') {
			this.moneySigns.add(reading.sign);
			const { currency } = this.#recipe;
			if (currency !== null && !agrees(reading.sign, currency)) return 'amount-other-currency';
		}
		return null;
	}

	/** A column that was whole numbers in the sample, and then 1.234: neither reading may be taken for granted. */
	#watchStyle(plan: NumberPlan, raw: string): void {
		if (plan.numberStyle.group !== '' || raw.length < 5) return;
		const seen = this.openNumbers.get(plan.index);
		if (seen?.decided === true) return;
		const lean = leanOf(raw);
		if (lean === 'point' || lean === 'comma') this.openNumbers.set(plan.index, { line: 0, decided: true });
		else if (lean !== 'none' && seen === undefined) {
			this.openNumbers.set(plan.index, { line: this.#line, decided: false });
		}
	}

	/** A row with undecodable bytes where it matters is rejected; elsewhere it is remarked on. */
	#undecodable(): boolean {
		const at = this.#cells.findIndex((cell) => cell.includes(UNDECODABLE));
		if (at < 0) return false;
		const { customer, order, status, date, amount, quantity, price } = this.#plan;
		const mapped = [customer, order, status, date.index, amount?.index, quantity?.index, price?.index];
		const bad = this.#cells.findIndex((cell, i) => mapped.includes(i) && cell.includes(UNDECODABLE));
		if (bad < 0) {
			this.#remark('undecodable-bytes', at);
			return false;
		}
		this.#reject('undecodable-bytes', bad);
		return true;
	}

	#remark(code: IssueCode, column: number): void {
		const raw = this.#cells[column] ?? '';
		this.issues.remark(code, this.#line, column + 1, this.#plan.headers[column] ?? '', raw);
	}

	#reject(code: IssueCode, column: number): void {
		this.rejectedRows++;
		this.sums.rejected += this.#units;
		const raw = column < 0 ? this.#cells.join(' ') : (this.#cells[column] ?? '');
		this.issues.reject(code, this.#line, column + 1, this.#plan.headers[column] ?? '', raw);
		this.rejects.add(code, this.#line, column + 1, this.#cells);
	}

	#raise(factor: number): void {
		const { values, length } = this.amount;
		for (let i = 0; i < length; i++) values[i] = (values[i] as number) * factor;
		this.sums.source *= factor;
		this.sums.merged *= factor;
		this.sums.rejected *= factor;
	}
}

function hasText(cells: readonly string[], from: number): boolean {
	for (let i = from; i < cells.length; i++) if ((cells[i] as string).trim() !== '') return true;
	return false;
}

/** New strings are copied out of the piece of text that they were cut from, or they would keep it alive. */
function codeOf(builder: DictionaryBuilder, text: string): number {
	// Short strings are copies already: one look into the dictionary does.
	if (text.length <= COPIED_UNITS) return builder.intern(text);
	const known = builder.codeOf(text);
	return known === NO_CODE ? builder.intern(detached(text)) : known;
}

function textCode(builder: DictionaryBuilder, text: string): number {
	return text === '' ? NO_CODE : codeOf(builder, text);
}
