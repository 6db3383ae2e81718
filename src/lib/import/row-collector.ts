import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import { NO_CODE } from '#lib/core/columns/dictionary.ts';
import { hasSheets, type ImportRecipe } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { toLargerUnits, toSmallerUnits } from './change-units.ts';
import { UNDECODABLE } from './decode.ts';
import { isGroupSum } from './group-sum.ts';
import { IssueLog } from './issue-log.ts';
import { MoneyReader, type CellIssue } from './money-reader.ts';
import { MoneyScale } from './money-sum.ts';
import { dateIssue } from './preview.ts';
import { isNoteInstead } from './lone-note.ts';
import { ProfitReader } from './profit-reader.ts';
import type { NumberPlan, ReaderPlan } from './reader-plan.ts';
import { RejectsFile } from './rejects.ts';
import type { RowCells } from './row-cells.ts';
import { RowColumns } from './row-columns.ts';
import type { CleanedSink } from './cleaning/cleaning-stage.ts';
import { StepCounts } from './cleaning/step-counts.ts';
import { SeenRows } from './seen-rows.ts';
import { TextCells } from './text-cells.ts';
import { Mark } from '#lib/core/dataset/classify.ts';
import { newMoney } from './values/money.ts';
import { DateStatus, newDateReading } from './values/read-date.ts';
import { newReading, NumberStatus } from './values/read-number.ts';

/** The customer under whom rows without one are gathered, if that is chosen. */
export const WALK_IN = 'walk-in';

/** How the dates of the whole file agree with the order chosen for them. */
export interface DateCheck {
	decisive: number;
	contrary: number;
	contraryLine: number;
}

/**
 * Takes rows, and gathers those that can be read as columns in the order of the file. A row that cannot be
 * read goes to the rejects with its first issue; its amount, if that much could be read, still counts in the totals.
 */
export class RowCollector implements CleanedSink {
	readonly issues = new IssueLog();
	readonly rejects: RejectsFile;
	readonly scale = new MoneyScale(
		(factor) => {
			toSmallerUnits(this, factor);
			// The row in hand, whose profit may be finer than its amount.
			this.#units *= factor;
		},
		(divisor) => toLargerUnits(this, divisor)
	);
	readonly customers = new DictionaryBuilder();
	readonly names = new DictionaryBuilder();
	readonly orders = new DictionaryBuilder();
	readonly attributes: readonly DictionaryBuilder[];
	readonly columns: RowColumns;
	readonly dates: DateCheck = { decisive: 0, contrary: 0, contraryLine: 0 };
	readonly sums = { source: 0, merged: 0, undated: 0, rejected: 0 };
	/** Rows that cleaning steps took out. */
	readonly steps = new StepCounts();
	/** Null where no column says what profit a row has. */
	readonly profit: ProfitReader | null;
	sourceRows = 0;
	mergedRows = 0;
	undatedRows = 0;
	rejectedRows = 0;
	duplicatesSeen = 0;

	readonly plan: ReaderPlan;
	readonly recipe: ImportRecipe;
	#seen = new SeenRows();
	readonly #reader: MoneyReader;
	readonly #reading = newReading();
	readonly #money = newMoney();
	readonly #date = newDateReading();
	#line = 0;
	#cells: RowCells = new TextCells();
	#units = 0;
	/** Columns in which nobody writes a note. */
	readonly #own: readonly number[];

	constructor(plan: ReaderPlan, recipe: ImportRecipe) {
		this.plan = plan;
		this.recipe = recipe;
		this.#own = [plan.customer, plan.amount?.index ?? -1, plan.price?.index ?? -1];
		this.rejects = new RejectsFile(plan.headers.slice(0, plan.sourceWidth), hasSheets(recipe.source));
		this.attributes = plan.attributes.map(() => new DictionaryBuilder());
		this.profit = ProfitReader.of(plan, this.scale);
		this.#reader = new MoneyReader(plan, recipe.currency);
		this.columns = new RowColumns({
			name: plan.name >= 0,
			order: plan.order >= 0,
			quantity: plan.quantity !== null,
			profit: this.profit !== null,
			attributes: plan.attributes.length
		});
	}

	/** Columns of numbers that read two ways after all. */
	get openNumbers(): MoneyReader['openNumbers'] {
		return this.#reader.openNumbers;
	}

	/** The signs of currencies at the money that stays. */
	get moneySigns(): ReadonlySet<string> {
		return this.#reader.signs;
	}

	/** The rows so far, to tell equal ones. */
	get seen(): SeenRows {
		return this.#seen;
	}

	get keepsZero(): boolean {
		return this.recipe.choices.zeroAmount === 'keep';
	}

	/** Whether it was told how many rows to expect. */
	isExpecting = false;

	/** Makes room for so many rows in all; more may come. */
	expect(rows: number): void {
		this.isExpecting = true;
		// As many orders to a row as there were so far: room that is not used costs nothing, a table that grows is copied.
		this.orders.reserve(Math.ceil((this.orders.size * rows) / Math.max(1, this.columns.length)));
		this.columns.grow(rows);
		this.#seen.reserve(rows);
	}

	/** Issues and rejected rows name the sheet that they are of. */
	beginSheet(name: string): void {
		this.issues.sheet = name;
		this.rejects.sheet = name;
	}

	/** After the last row: what was only of use for telling rows apart is let go. */
	close(): void {
		this.#seen = new SeenRows();
	}

	/** A row of the source that is none of the table's, and why. */
	setApart(cells: RowCells, line: number, code: IssueCode, column = -1): void {
		this.#begin(cells, line);
		this.#reject(code, code === 'row-too-long' ? this.plan.sourceWidth : column);
	}

	/** Whether a row of the source is the sum of a group: nothing stands for its date, before steps fill it. */
	isSum(source: readonly string[]): boolean {
		const { index } = this.plan.date;
		return index < this.plan.sourceWidth && (source[index] ?? '').trim() === '' && isGroupSum(source);
	}

	/** A row that a cleaning step took out: it counts under its step, with its money as far as that can be read. */
	takeOut(cells: RowCells, line: number, step: number, fate: 'merged' | 'filtered'): void {
		this.#begin(cells, line, true);
		this.#readUnits();
		this.steps.count(step, fate, this.#units);
		this.profit?.takeOut(step, fate);
	}

	/** One row of the table. `damaged`: it may have undecodable bytes. `remark`: what is to be said of it if it stays. */
	add(cells: RowCells, line: number, damaged: boolean, remark: IssueCode | null): void {
		const rejected = this.rejectedRows;
		this.#begin(cells, line);
		this.#read(damaged);
		if (remark !== null && this.rejectedRows === rejected)
			this.issues.remark(remark, line, 0, '', cells.written().join(' '), this.#units);
	}

	/** `leaves`: a cleaning step took the row out. */
	#begin(cells: RowCells, line: number, leaves = false): void {
		this.#line = line;
		this.#cells = cells;
		this.#reader.begin(cells, line, leaves);
		this.#units = 0;
		this.profit?.begin();
		this.sourceRows++;
	}

	#read(damaged: boolean): void {
		const plan = this.plan;
		const cells = this.#cells;
		const { count } = cells;
		if (count < plan.needed) return this.#reject('row-too-short', -1);
		if (count > plan.width && cells.hasTextFrom(plan.width)) return this.#reject('row-too-long', plan.width);
		if (damaged && this.#undecodable()) return;
		const date = this.#date;
		const status = cells.date(plan.date.index, plan.dates, date);
		// A sum is none of the orders' money.
		if (status === DateStatus.EMPTY && isGroupSum(cells.written())) return this.#reject('row-total', -1);
		// Money before all else, so that a row rejected for anything still counts with its amount.
		const moneyIssue = this.#readUnits();
		if (date.decisive) this.dates.decisive++;
		if (date.contrary && this.dates.contrary++ === 0) this.dates.contraryLine = this.#line;
		if (status === DateStatus.EMPTY && this.#isOpen(moneyIssue?.code ?? null)) return this.#setUndated();
		if (status !== DateStatus.OK) return this.#reject(dateIssue(status), plan.date.index);
		if (moneyIssue !== null) return this.#reject(moneyIssue.code, moneyIssue.column);
		// The order comes first, as it tells most rows apart; a row that is dropped has no order of its own.
		const order = plan.order < 0 ? NO_CODE : cells.key(plan.order, this.orders);
		if (this.#isDropped(order)) return;
		this.#keep(order);
	}

	/**
	 * Whether a row without a date is none that lacks one: its status says that nothing was sold (yet), and its money can be
	 * read or is left empty as well.
	 */
	#isOpen(moneyIssue: IssueCode | null): boolean {
		if (this.recipe.choices.cancelled !== 'exclude' || !this.#isCancelled(this.#cells)) return false;
		return moneyIssue === null || moneyIssue === 'amount-missing';
	}

	#setUndated(): void {
		this.undatedRows++;
		this.sums.undated += this.#units;
		this.profit?.add('undated');
	}

	/** The money of the row, which counts as the source's; the issue when it cannot be read. */
	#readUnits(): CellIssue | null {
		const issue = this.#reader.read(this.#money);
		if (issue === null) {
			this.#units = this.scale.align(this.#money.units, this.#money.decimals);
			this.sums.source += this.#units;
			this.profit?.read(this.#reader.readOther, () => this.#units);
		}
		return issue;
	}

	#isDropped(order: number): boolean {
		if (!this.#cells.wereSeen(this.#seen, this.plan.width, order === NO_CODE ? -1 : order)) return false;
		this.duplicatesSeen++;
		if (this.recipe.choices.duplicates === 'keep') return false;
		this.mergedRows++;
		this.sums.merged += this.#units;
		this.profit?.add('merged');
		return true;
	}

	#keep(order: number): void {
		const { choices } = this.recipe;
		const plan = this.plan;
		const cells = this.#cells;
		const { columns } = this;
		const row = columns.length;
		if (row === columns.capacity) columns.grow();
		columns.length = row + 1;
		let customer = cells.key(plan.customer, this.customers);
		if (customer === NO_CODE && choices.noCustomer === 'walk-in') customer = this.customers.intern(WALK_IN);
		columns.customer[row] = customer;
		columns.mark[row] =
			customer === NO_CODE
				? Mark.NO_CUSTOMER
				: choices.cancelled === 'exclude'
					? this.markOf(cells, this.#line, this.#units)
					: Mark.PLAIN;
		columns.day[row] = this.#date.day;
		columns.time[row] = this.#date.time;
		columns.amount[row] = this.#units;
		if (plan.order >= 0) columns.order[row] = order;
		if (plan.name >= 0) columns.name[row] = cells.key(plan.name, this.names);
		if (plan.quantity !== null) columns.quantity[row] = this.#quantity(plan.quantity);
		if (this.profit !== null) columns.profit[row] = this.profit.profit;
		const { attributes } = plan;
		for (let i = 0; i < attributes.length; i++) {
			const codes = columns.attributes[i] as Uint32Array;
			codes[row] = cells.label(
				(attributes[i] as { index: number }).index,
				this.attributes[i] as DictionaryBuilder
			);
		}
		if (this.#money.rounded) this.#remark('amount-too-precise', (plan.amount ?? plan.price)?.index ?? -1);
		if (this.profit?.issue) this.#remark(this.profit.issue.code, this.profit.issue.column);
	}

	/** Whether a row says of itself that it was cancelled. */
	#isCancelled(cells: RowCells): boolean {
		const { status, statuses } = this.plan;
		return (
			this.#isCancelledByOrder(cells) || (status >= 0 && statuses.isCancelled(cells.text(status).trim()))
		);
	}

	#isCancelledByOrder(cells: RowCells): boolean {
		const prefix = this.recipe.choices.cancelPrefix;
		return prefix !== '' && this.plan.order >= 0 && cells.keyStartsWith(this.plan.order, prefix);
	}

	/** Whether a row that stays says of itself that it was cancelled; one whose status no rule knows is remarked on. */
	markOf(cells: RowCells, line: number, units: number): Mark {
		const { status, statuses, headers } = this.plan;
		if (this.#isCancelledByOrder(cells)) return Mark.CANCELLED;
		if (status < 0 || !cells.isOneOf(status, statuses.heeded)) return Mark.PLAIN;
		const said = cells.text(status).trim();
		if (statuses.isUnruled(said))
			this.issues.remark('status-unruled', line, status + 1, headers[status] ?? '', cells.raw(status), units);
		return statuses.isCancelled(said) ? Mark.CANCELLED : Mark.PLAIN;
	}

	/** Quantities beside an amount are a fact about the row, not its money: a bad one is remarked on and left empty. */
	#quantity(plan: NumberPlan): number {
		const reading = this.#reading;
		const status = this.#cells.number(plan.index, plan.numberStyle, reading);
		if (status === NumberStatus.OK && !reading.percent) return reading.mantissa / 10 ** reading.decimals;
		if (status !== NumberStatus.EMPTY) this.#remark('quantity-invalid', plan.index);
		return NaN;
	}

	/** A row with undecodable bytes where it matters is rejected; elsewhere it is remarked on. */
	#undecodable(): boolean {
		const cells = this.#cells.texts();
		const at = cells.findIndex((cell) => cell.includes(UNDECODABLE));
		if (at < 0) return false;
		const { customer, order, status, date, amount, quantity, price } = this.plan;
		const mapped = [customer, order, status, date.index, amount?.index, quantity?.index, price?.index];
		const bad = cells.findIndex((cell, i) => mapped.includes(i) && cell.includes(UNDECODABLE));
		if (bad < 0) {
			this.#remark('undecodable-bytes', at);
			return false;
		}
		this.#reject('undecodable-bytes', bad);
		return true;
	}

	#remark(code: IssueCode, place: number): void {
		const column = this.#cells.placeOf?.(place) ?? place;
		const raw = this.#cells.raw(column);
		this.issues.remark(code, this.#line, column + 1, this.plan.headers[column] ?? '', raw, this.#units);
	}

	#reject(found: IssueCode, place: number): void {
		this.rejectedRows++;
		this.sums.rejected += this.#units;
		this.profit?.add('rejected');
		const cells = this.#cells.written();
		const code = isNoteInstead(found, cells, this.#own) ? 'row-note' : found;
		const column = code === found ? (this.#cells.placeOf?.(place) ?? place) : -1;
		const raw = column < 0 ? cells.join(' ') : this.#cells.raw(column);
		this.issues.reject(code, this.#line, column + 1, this.plan.headers[column] ?? '', raw, this.#units);
		this.rejects.add(code, this.#line, column + 1, cells, this.#cells.isPart);
	}
}
