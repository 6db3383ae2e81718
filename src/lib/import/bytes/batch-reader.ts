import type { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { Mark } from '#lib/core/dataset/classify.ts';
import { MAX_SCALE } from '../limits.ts';
import type { NumberPlan } from '../reader-plan.ts';
import { isCostOf } from '../profit-reader.ts';
import { WALK_IN, type RowCollector } from '../row-collector.ts';
import { newMoney, productOf } from '../values/money.ts';
import { newReading } from '../values/read-number.ts';
import { BatchCells } from './batch-cells.ts';
import type { ByteCells } from './byte-cells.ts';
import { DateCells, FOUND_NONE } from './date-cells.ts';
import type { FirstText } from './first-text.ts';
import { isWholeNumber, NOT_PLAIN, readPlainNumbers } from './plain-number.ts';
import type { PlacedCells } from './placed-cells.ts';
import { MOST_BATCH_ROWS, type RowBatch } from './row-batch.ts';

/** Takes a row of which more has to be asked, and where its cells are. */
type RowPasser = (cells: ByteCells, places: PlacedCells, line: number) => void;

/** The numbers of a column in a batch. */
class Numbers {
	readonly mantissas = new Float64Array(MOST_BATCH_ROWS);
	readonly decimals = new Uint8Array(MOST_BATCH_ROWS);
}

/**
 * Gives the rows of batches to the collector, column by column: what `RowCollector.add` does of rows in which there is
 * nothing to remark on. Before anything is kept, days and money of all rows are read; a row whose are not plain, or that may be none
 * of the table's, is passed on alone, in its turn.
 */
export class BatchReader {
	readonly #collected: RowCollector;
	readonly #batch: RowBatch;
	readonly #cells: BatchCells;
	readonly #first: FirstText;
	readonly #dates: DateCells;
	readonly #days = new Int32Array(MOST_BATCH_ROWS);
	readonly #times = new Uint32Array(MOST_BATCH_ROWS);
	readonly #found = new Uint8Array(MOST_BATCH_ROWS);
	readonly #money = new Numbers();
	readonly #quantity = new Numbers();
	/** What the rows cost, or their profit: what the column holds; once rows are kept, their profit. */
	readonly #profit = new Numbers();
	/** By row: whether it is like most. */
	readonly #plain = new Uint8Array(MOST_BATCH_ROWS);
	readonly #orders = new Uint32Array(MOST_BATCH_ROWS);
	/** Rows of the batch that stay. */
	readonly #kept = new Int32Array(MOST_BATCH_ROWS);
	readonly #reading = newReading();
	readonly #other = newReading();
	readonly #product = newMoney();

	constructor(collected: RowCollector, batch: RowBatch, first: FirstText) {
		this.#collected = collected;
		this.#batch = batch;
		this.#cells = new BatchCells(batch);
		this.#first = first;
		this.#dates = new DateCells(collected.plan.dates);
	}

	/** The rows of the batch, in order. */
	read(pass: RowPasser): void {
		const { count, line } = this.#batch;
		const { scale } = this.#collected;
		this.#readValues();
		const plain = this.#plain;
		const { decimals } = this.#money;
		// Zeros where there is no such column.
		const others = this.#profit.decimals;
		for (let from = 0; from < count; from++) {
			let to = from;
			while (
				to < count &&
				plain[to] === 1 &&
				(decimals[to] as number) <= scale.ofAmounts &&
				(others[to] as number) <= scale.decimals
			)
				to++;
			if (to > from && this.#hasRoom(from, to)) this.#keep(from, to);
			else for (let row = from; row < to; row++) pass(this.#cells.at(row), this.#cells.row, line + row);
			if (to < count) pass(this.#cells.at(to), this.#cells.row, line + to);
			from = to;
		}
	}

	#readValues(): void {
		const { plan } = this.#collected;
		const { bytes, from, to, count } = this.#batch;
		const [plain, found] = [this.#plain, this.#found];
		this.#dates.readAll(this.#batch, plan.date.index, this.#days, this.#times, found);
		for (let row = 0; row < count; row++) {
			const mayStart = this.#first.mayStart(bytes, from[row] as number, to[row] as number);
			plain[row] = found[row] !== FOUND_NONE && !mayStart ? 1 : 0;
		}
		if (plan.quantity !== null) this.#readNumbers(plan.quantity, this.#quantity, plan.price !== null);
		this.#readNumbers((plan.amount ?? plan.price) as NumberPlan, this.#money, true);
		if (plan.amount === null) this.#multiply();
		const { decimals } = this.#money;
		const mostDecimals = this.#quantity.decimals;
		for (let row = 0; row < count; row++) {
			if ((decimals[row] as number) > MAX_SCALE) plain[row] = 0;
			if (plan.quantity !== null && mostDecimals[row] === NOT_PLAIN) plain[row] = 0;
		}
		if (this.#collected.profit !== null) this.#readProfits();
	}

	/** Costs or profits. Rows without one, or of which there is something to say, are not plain. */
	#readProfits(): void {
		const { cost, profit } = this.#collected.plan;
		const [plain, amounts] = [this.#plain, this.#money.mantissas];
		const { mantissas, decimals } = this.#profit;
		const { count } = this.#batch;
		// Where both are there they have to be held against each other.
		if (cost !== null && profit !== null) return void plain.fill(0, 0, count);
		this.#readNumbers((profit ?? cost) as NumberPlan, this.#profit, true);
		for (let row = 0; row < count; row++) {
			if ((decimals[row] as number) > MAX_SCALE) plain[row] = 0;
			else if (cost !== null && !isCostOf(mantissas[row] as number, amounts[row] as number)) plain[row] = 0;
		}
	}

	/** Numbers of a column; rows in which the style of the column is still open are not plain. */
	#readNumbers(plan: NumberPlan, into: Numbers, isMoney: boolean): void {
		const batch = this.#batch;
		const { mantissas, decimals } = into;
		readPlainNumbers(batch, plan.index, plan.numberStyle.decimal, mantissas, decimals, this.#reading);
		if (!isMoney || plan.numberStyle.group !== '') return;
		if (this.#collected.openNumbers.get(plan.index)?.decided === true) return;
		for (let row = 0, cell = plan.index * batch.stride; row < batch.count; row++, cell++) {
			if (!isWholeNumber(batch.bytes, batch.from[cell] as number, batch.to[cell] as number))
				this.#plain[row] = 0;
		}
	}

	/** Price × quantity, where prices stand. */
	#multiply(): void {
		const { mantissas, decimals } = this.#money;
		const quantity = this.#quantity;
		const [one, other, product] = [this.#reading, this.#other, this.#product];
		for (let row = 0; row < this.#batch.count; row++) {
			one.mantissa = quantity.mantissas[row] as number;
			one.decimals = quantity.decimals[row] as number;
			other.mantissa = mantissas[row] as number;
			other.decimals = decimals[row] as number;
			const isProduct =
				one.decimals + other.decimals <= MAX_SCALE &&
				(one.mantissa >= 0 || other.mantissa >= 0) &&
				productOf(one, other, product);
			mantissas[row] = product.units;
			decimals[row] = isProduct ? product.decimals : NOT_PLAIN;
		}
	}

	/** Keeps rows from .. to − 1 of the batch, all of them plain. */
	#keep(from: number, to: number): void {
		const collected = this.#collected;
		const { columns, plan, scale } = collected;
		const { mantissas: units, decimals } = this.#money;
		collected.sourceRows += to - from;
		collected.sums.source += scale.alignAll(units, decimals, from, to);
		if (collected.profit !== null) this.#alignProfits(from, to);
		this.#watchDates(from, to);
		const count = this.#tellApart(from, to);
		const kept = this.#kept;
		const cells = this.#cells;
		const at = columns.length;
		columns.reserve(at + count);
		columns.length = at + count;
		cells.keys(plan.customer, kept, count, collected.customers, columns.customer, at);
		if (plan.name >= 0) cells.keys(plan.name, kept, count, collected.names, columns.name, at);
		plan.attributes.forEach(({ index }, i) => {
			const codes = columns.attributes[i] as Uint32Array;
			cells.labels(index, kept, count, collected.attributes[i] as DictionaryBuilder, codes, at);
		});
		this.#mark(count, at);
		const [days, times, orders] = [this.#days, this.#times, this.#orders];
		for (let i = 0; i < count; i++) {
			const row = kept[i] as number;
			columns.day[at + i] = days[row] as number;
			columns.time[at + i] = times[row] as number;
			columns.amount[at + i] = units[row] as number;
			if (plan.order >= 0) columns.order[at + i] = orders[row - from] as number;
		}
		if (collected.profit !== null) {
			const { mantissas: profits } = this.#profit;
			for (let i = 0; i < count; i++) columns.profit[at + i] = profits[kept[i] as number] as number;
		}
		if (plan.quantity === null) return;
		for (let i = 0; i < count; i++) {
			const row = kept[i] as number;
			const places = this.#quantity.decimals[row] as number;
			columns.quantity[at + i] = (this.#quantity.mantissas[row] as number) / 10 ** places;
		}
	}

	/** Whether these rows can be added to those before with their profits. */
	#hasRoom(from: number, to: number): boolean {
		const { profit, scale } = this.#collected;
		if (profit === null) return true;
		const [money, other] = [this.#money, this.#profit];
		let most = 0;
		for (let row = from; row < to; row++) {
			for (const { mantissas, decimals } of [money, other]) {
				most += Math.abs(scale.inUnits(mantissas[row] as number, decimals[row] as number));
			}
		}
		return scale.hasRoom(most) && profit.hasRoom(most);
	}

	/** Makes profits of costs, in the unit of the amounts, and counts them as those of the source. */
	#alignProfits(from: number, to: number): void {
		const { plan, profit, scale } = this.#collected;
		const { mantissas, decimals } = this.#profit;
		const { mantissas: amounts } = this.#money;
		let [sum, absolute] = [0, 0];
		for (let row = from; row < to; row++) {
			const units = scale.inUnits(mantissas[row] as number, decimals[row] as number);
			const known = plan.cost === null ? units : (amounts[row] as number) - units;
			mantissas[row] = known;
			sum += known;
			absolute += Math.abs(known);
		}
		profit?.addSource(to - from, sum, absolute);
	}

	#watchDates(from: number, to: number): void {
		const found = this.#found;
		const { dates } = this.#collected;
		for (let row = from; row < to; row++) {
			const said = found[row] as number;
			if (said === 0) continue;
			dates.decisive += said & 1;
			if ((said & 2) !== 0 && dates.contrary++ === 0) dates.contraryLine = this.#batch.line + row;
		}
	}

	/** Finds the orders of rows, and the rows that stay, which are all of them unless equal ones are to be merged. */
	#tellApart(from: number, to: number): number {
		const collected = this.#collected;
		const { plan, seen, recipe } = collected;
		const batch = this.#batch;
		const [kept, orders] = [this.#kept, this.#orders];
		const merges = recipe.choices.duplicates === 'drop';
		const rows = to - from;
		for (let i = 0; i < rows; i++) kept[i] = from + i;
		if (plan.order >= 0) this.#cells.keys(plan.order, kept, rows, collected.orders, orders, 0);
		const { width, quoted } = batch;
		const hashes = batch.hashes(from, to);
		let count = 0;
		for (let row = from; row < to; row++) {
			const code = plan.order < 0 ? NO_CODE : (orders[row - from] as number);
			const order = code === NO_CODE ? -1 : code;
			const wasSeen =
				quoted[row] === 1
					? this.#cells.at(row).wereSeen(seen, width, order)
					: seen.addHashed(hashes, 3 * (row - from), order);
			if (wasSeen) {
				collected.duplicatesSeen++;
				if (merges) {
					collected.mergedRows++;
					collected.sums.merged += this.#money.mantissas[row] as number;
					collected.profit?.addAll('merged', 1, this.#profit.mantissas[row] as number);
					continue;
				}
			}
			kept[count++] = row;
		}
		return count;
	}

	/** Says of each row whether it has a customer, and whether it was cancelled. */
	#mark(count: number, at: number): void {
		const { columns, customers, plan, recipe } = this.#collected;
		const { noCustomer, cancelled, cancelPrefix } = recipe.choices;
		const { customer, mark } = columns;
		const mayBeCancelled =
			cancelled === 'exclude' && ((cancelPrefix !== '' && plan.order >= 0) || plan.status >= 0);
		for (let i = at; i < at + count; i++) {
			if (customer[i] === NO_CODE && noCustomer === 'walk-in') customer[i] = customers.intern(WALK_IN);
			if (customer[i] === NO_CODE) mark[i] = Mark.NO_CUSTOMER;
			else mark[i] = mayBeCancelled ? this.#markOf(this.#kept[i - at] as number) : Mark.PLAIN;
		}
	}

	#markOf(row: number): Mark {
		const units = this.#money.mantissas[row] as number;
		return this.#collected.markOf(this.#cells.at(row), this.#batch.line + row, units);
	}
}
