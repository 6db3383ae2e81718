import type { ColumnValues } from '#lib/core/dataset/entity-table.ts';
import type { TableColumnPlan } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { CoreError } from '#lib/core/errors.ts';
import { MoneyScale } from '../money-sum.ts';
import type { RowCells } from '../row-cells.ts';
import { agrees } from '../values/currency.ts';
import { moneyOf, newMoney } from '../values/money.ts';
import { newReading, NumberStatus } from '../values/read-number.ts';
import { FIRST_ROWS, noValue, room, type ColumnTaker } from './column-taker.ts';

/** Numbers as they are; a percentage is a share. */
export class NumberTaker implements ColumnTaker {
	readonly plan;
	readonly #style;
	readonly #reading = newReading();
	#value = NaN;
	#values = new Float64Array(FIRST_ROWS);

	constructor(plan: TableColumnPlan) {
		this.plan = plan;
		this.#style = styleOf(plan);
	}

	read(cells: RowCells): IssueCode | null {
		const status = cells.number(this.plan.index, this.#style, this.#reading);
		const { mantissa, big, decimals, percent } = this.#reading;
		this.#value = NaN;
		if (status === NumberStatus.OK) {
			this.#value = (big === null ? mantissa : Number(big)) / 10 ** (decimals + (percent ? 2 : 0));
			return null;
		}
		if (status === NumberStatus.EMPTY || noValue.test(cells.text(this.plan.index).trim())) return null;
		return 'number-invalid';
	}

	isFilled(): boolean {
		return !Number.isNaN(this.#value);
	}

	keep(_: RowCells, row: number): void {
		if (row >= this.#values.length) this.#values = grown(this.#values, row);
		this.#values[row] = this.#value;
	}

	build(rows: number): ColumnValues {
		return { type: 'number', values: this.#values.subarray(0, rows) };
	}
}

/** Money in whole smallest units of the column, with the sums of what went where. */
export class MoneyTaker implements ColumnTaker {
	readonly plan;
	readonly numberStyle;
	readonly scale = new MoneyScale((factor) => this.#raise(factor));
	readonly signs = new Set<string>();
	readonly sums = { source: 0, merged: 0, filtered: 0, rejected: 0 };
	/** Whether the amount read last had more decimals than are kept. */
	rounded = false;
	readonly #currency: string | null;
	readonly #reading = newReading();
	readonly #money = newMoney();
	#units = NaN;
	#rows = 0;
	#values = new Float64Array(FIRST_ROWS);

	constructor(plan: TableColumnPlan, currency: string | null) {
		this.plan = plan;
		this.#currency = currency;
		this.numberStyle = styleOf(plan);
	}

	read(cells: RowCells): IssueCode | null {
		return this.#read(cells, false);
	}

	/** Reads money that leaves with its row: its currency is not the table's. */
	readLeaving(cells: RowCells): void {
		this.#read(cells, true);
	}

	#read(cells: RowCells, leaves: boolean): IssueCode | null {
		this.#units = NaN;
		this.rounded = false;
		const reading = this.#reading;
		const status = cells.number(this.plan.index, this.numberStyle, reading);
		if (status === NumberStatus.TOO_LARGE) return 'amount-too-large';
		if (status !== NumberStatus.OK)
			return status === NumberStatus.EMPTY || noValue.test(cells.text(this.plan.index).trim())
				? null
				: 'amount-invalid';
		if (reading.percent) return 'amount-invalid';
		if (reading.sign !== '') {
			if (!leaves) this.signs.add(reading.sign);
			if (this.#currency !== null && !agrees(reading.sign, this.#currency)) return 'amount-other-currency';
		}
		if (!moneyOf(reading, this.#money)) return 'amount-too-large';
		this.#units = this.scale.align(this.#money.units, this.#money.decimals);
		this.rounded = this.#money.rounded;
		this.sums.source += this.#units;
		return null;
	}

	isFilled(): boolean {
		return !Number.isNaN(this.#units);
	}

	/** The row that was read does not stay. */
	leave(for_: 'merged' | 'filtered' | 'rejected'): void {
		if (this.isFilled()) this.sums[for_] += this.#units;
		// A second reason for the same row must not count it twice.
		this.#units = NaN;
	}

	keep(_: RowCells, row: number): void {
		if (row >= this.#values.length) this.#values = grown(this.#values, row);
		this.#values[row] = this.#units;
		this.#rows = row + 1;
		// A row that is set apart next is not read, and has no part in this one's money.
		this.#units = NaN;
	}

	build(rows: number): ColumnValues {
		return { type: 'money', values: this.#values.subarray(0, rows), scale: this.scale.decimals };
	}

	#raise(factor: number): void {
		for (let row = 0; row < this.#rows; row++) this.#values[row] = (this.#values[row] as number) * factor;
		this.sums.source *= factor;
		this.sums.merged *= factor;
		this.sums.filtered *= factor;
		this.sums.rejected *= factor;
	}
}

function grown(values: Float64Array<ArrayBuffer>, row: number): Float64Array<ArrayBuffer> {
	const larger = new Float64Array(room(values.length, row));
	larger.set(values);
	return larger;
}

function styleOf({ numberStyle, index, header }: TableColumnPlan) {
	if (numberStyle === undefined) throw new CoreError('amount-style-ambiguous', { column: index + 1, header });
	return numberStyle;
}
