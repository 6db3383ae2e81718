import { NO_DAY, type ColumnValues } from '#lib/core/dataset/entity-table.ts';
import type { TableColumnPlan } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { CoreError } from '#lib/core/errors.ts';
import { dateIssue } from '../preview.ts';
import type { RowCells } from '../row-cells.ts';
import { DateStatus, DAY_MS, newDateReading, type DateStyle } from '../values/read-date.ts';
import type { ZoneClock } from '../values/zone-clock.ts';
import { FIRST_ROWS, noValue, room, type ColumnTaker } from './column-taker.ts';

/** Days, and instants as soon as one cell has a time of day. */
export class DateTaker implements ColumnTaker {
	readonly plan;
	decisive = 0;
	contrary = 0;
	contraryLine = 0;
	readonly #style: DateStyle;
	readonly #reading = newDateReading();
	#filled = false;
	#days = new Int32Array(FIRST_ROWS);
	#times: Uint32Array | null = null;

	constructor(plan: TableColumnPlan, zone: ZoneClock | null) {
		const { dateOrder, index, header } = plan;
		if (dateOrder === undefined) throw new CoreError('date-order-ambiguous', { column: index + 1, header });
		this.plan = plan;
		this.#style = { order: dateOrder, zone };
	}

	read(cells: RowCells, line: number): IssueCode | null {
		const status = cells.date(this.plan.index, this.#style, this.#reading);
		if (this.#reading.decisive) this.decisive++;
		if (this.#reading.contrary && this.contrary++ === 0) this.contraryLine = line;
		this.#filled = status === DateStatus.OK;
		if (this.#filled || status === DateStatus.EMPTY || noValue.test(cells.text(this.plan.index).trim()))
			return null;
		return dateIssue(status);
	}

	isFilled(): boolean {
		return this.#filled;
	}

	keep(_: RowCells, row: number): void {
		if (row >= this.#days.length) {
			const larger = new Int32Array(room(this.#days.length, row));
			larger.set(this.#days);
			this.#days = larger;
		}
		this.#days[row] = this.#filled ? this.#reading.day : NO_DAY;
		const time = this.#filled ? this.#reading.time : 0;
		if (time === 0 && this.#times === null) return;
		this.#times ??= new Uint32Array(this.#days.length);
		if (row >= this.#times.length) {
			const larger = new Uint32Array(this.#days.length);
			larger.set(this.#times);
			this.#times = larger;
		}
		this.#times[row] = time;
	}

	build(rows: number): ColumnValues {
		const day = this.#days.subarray(0, rows);
		const times = this.#times;
		if (times === null) return { type: 'date', day, instant: null };
		const instant = new Float64Array(rows);
		for (let row = 0; row < rows; row++) {
			const whole = day[row] as number;
			instant[row] = whole === NO_DAY ? NaN : whole * DAY_MS + (times[row] ?? 0);
		}
		return { type: 'date', day, instant };
	}
}
