import type { ColumnRole } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { numberIssue } from './preview.ts';
import type { MoneyOutcome } from './profit-reader.ts';
import type { NumberPlan, ReaderPlan } from './reader-plan.ts';
import type { RowCells } from './row-cells.ts';
import { TextCells } from './text-cells.ts';
import { agrees } from './values/currency.ts';
import { moneyOf, productOf, type Money } from './values/money.ts';
import { leanOf } from './values/number-style.ts';
import { newReading, NumberStatus, type NumberReading } from './values/read-number.ts';

/** What is wrong with a row, and in which of its cells. */
export interface CellIssue {
	readonly code: IssueCode;
	readonly column: number;
}

/** Shorter texts have no room for thousands. */
const SHORTEST_OPEN = 5;

/** Reads the money of rows: an amount, or a price times a quantity. Watches the currencies and the styles that it meets. */
export class MoneyReader {
	/** Numbers of columns without thousands in the sample that read two ways after all: first line, 0 = none. */
	readonly openNumbers = new Map<number, { line: number; decided: boolean }>();
	readonly signs = new Set<string>();
	readonly #plan: ReaderPlan;
	readonly #currency: string | null;
	readonly #first = newReading();
	readonly #second = newReading();
	#cells: RowCells = new TextCells();
	#line = 0;
	#leaves = false;

	constructor(plan: ReaderPlan, currency: string | null) {
		this.#plan = plan;
		this.#currency = currency;
	}

	/** The row that is read next. `leaves`: the currency of rows that leave is not the table's. */
	begin(cells: RowCells, line: number, leaves: boolean): void {
		this.#cells = cells;
		this.#line = line;
		this.#leaves = leaves;
	}

	/** The money of the row into `out`; the issue when it cannot be read. */
	read(out: Money): CellIssue | null {
		const { amount } = this.#plan;
		return amount === null ? this.#product(out) : this.#amount(amount, out);
	}

	/** A cost or profit, under the rules for amounts. */
	readonly readOther = (plan: NumberPlan, out: Money): MoneyOutcome => {
		const code = this.#readCell(plan, this.#first, plan.role);
		if (code !== null) return this.#cells.text(plan.index).trim() === '' ? 'none' : 'invalid';
		return moneyOf(this.#first, out) ? 'read' : 'invalid';
	};

	#amount(plan: NumberPlan, out: Money): CellIssue | null {
		const code = this.#readCell(plan, this.#first, 'amount');
		if (code !== null) return { code, column: plan.index };
		return moneyOf(this.#first, out) ? null : { code: 'amount-too-large', column: plan.index };
	}

	#product(out: Money): CellIssue | null {
		const quantity = this.#plan.quantity as NumberPlan;
		const price = this.#plan.price as NumberPlan;
		const status = this.#cells.number(quantity.index, quantity.numberStyle, this.#first);
		this.#watchStyle(quantity);
		if (status !== NumberStatus.OK || this.#first.percent)
			return { code: 'quantity-invalid', column: quantity.index };
		const code = this.#readCell(price, this.#second, 'price');
		if (code !== null) return { code, column: price.index };
		// Two minus signs would make a sale of what is none.
		if (this.#second.mantissa < 0 && this.#first.mantissa < 0)
			return { code: 'price-invalid', column: price.index };
		return productOf(this.#first, this.#second, out)
			? null
			: { code: 'amount-too-large', column: price.index };
	}

	#readCell(plan: NumberPlan, reading: NumberReading, role: ColumnRole): IssueCode | null {
		const status = this.#cells.number(plan.index, plan.numberStyle, reading);
		this.#watchStyle(plan);
		const code = numberIssue(status, role);
		if (code !== null) return code;
		if (reading.percent) return role === 'price' ? 'price-invalid' : 'amount-invalid';
		if (reading.sign !== '') {
			if (!this.#leaves) this.signs.add(reading.sign);
			if (this.#currency !== null && !agrees(reading.sign, this.#currency)) return 'amount-other-currency';
		}
		return null;
	}

	/** A column that was whole numbers in the sample, and then 1.234: neither reading may be taken for granted. */
	#watchStyle(plan: NumberPlan): void {
		if (plan.numberStyle.group !== '' || this.#cells.isWhole(plan.index)) return;
		const seen = this.openNumbers.get(plan.index);
		if (seen?.decided === true) return;
		const raw = this.#cells.text(plan.index);
		if (raw.length < SHORTEST_OPEN) return;
		const lean = leanOf(raw);
		// A number that only the other style can write is rejected, and decides nothing for this one.
		if (lean === (plan.numberStyle.decimal === '.' ? 'point' : 'comma'))
			this.openNumbers.set(plan.index, { line: 0, decided: true });
		else if ((lean === 'eitherComma' || lean === 'eitherPoint') && seen === undefined) {
			this.openNumbers.set(plan.index, { line: this.#line, decided: false });
		}
	}
}
