import type { RowsAndAmount } from '#lib/core/dataset/control-totals.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { StepCounts } from './cleaning/step-counts.ts';
import type { MoneyScale } from './money-sum.ts';
import type { NumberPlan, ReaderPlan } from './reader-plan.ts';
import { newMoney, type Money } from './values/money.ts';

/** How a cell of money was read: `none` when it is empty. */
export type MoneyOutcome = 'read' | 'none' | 'invalid';

type Sum = { -readonly [K in keyof RowsAndAmount]: RowsAndAmount[K] };
const newSum = (): Sum => ({ rows: 0, amount: 0 });

/** The columns that say what profit a row has. */
type ProfitPlan = Pick<ReaderPlan, 'cost' | 'profit'>;

/**
 * Whether a cost has the sign of its amount: what is taken back has cost less, by as much. Another sign may be a slip, a way
 * of writing, or a return that did not come back to the shelf; which of them cannot be known.
 *
 * @example
 * [isCostOf(60, 100), isCostOf(-60, -100), isCostOf(60, -100), isCostOf(5, 0)] // => [true, true, false, true]
 */
export const isCostOf = (cost: number, amount: number): boolean =>
	cost === 0 || (cost > 0 ? amount >= 0 : amount < 0);

/**
 * The profit of rows, as given or as what is left of the amount when the cost is taken off; unknown where a row says
 * neither, never zero. Counts the known ones by where their rows went, as the amounts are.
 */
export class ProfitReader {
	/** Of the row read last, in units of the shared scale; NaN = not known. */
	profit = NaN;
	/** What is to be said of it if the row stays, and in which column. */
	issue: { readonly code: IssueCode; readonly column: number } | null = null;
	readonly sums = { source: newSum(), merged: newSum(), undated: newSum(), rejected: newSum() };
	/** Known profits of rows that cleaning steps took out. */
	readonly steps = new StepCounts();
	readonly #plan: ProfitPlan;
	readonly #scale: MoneyScale;
	readonly #given = newMoney();
	readonly #cost = newMoney();

	private constructor(plan: ProfitPlan, scale: MoneyScale) {
		this.#plan = plan;
		this.#scale = scale;
	}

	/** Null where no column says what profit a row has. */
	static of(plan: ProfitPlan, scale: MoneyScale): ProfitReader | null {
		return plan.cost === null && plan.profit === null ? null : new ProfitReader(plan, scale);
	}

	/** A new row begins, of which nothing is known. */
	begin(): void {
		this.profit = NaN;
		this.issue = null;
	}

	/**
	 * Reads a row whose amount is `amount()`, asked for after the scale is fine enough for what was read; counts it as one
	 * of the source. `read` reads a cell of money.
	 */
	read(read: (plan: NumberPlan, out: Money) => MoneyOutcome, amount: () => number): void {
		const { profit, cost } = this.#plan;
		const given = profit !== null && this.#isRead(profit, this.#given, read);
		const reckoned = cost !== null && this.#isRead(cost, this.#cost, read);
		if (!given && !reckoned) return;
		const scale = this.#scale;
		// Both must be in the finest unit before either is.
		if (given) scale.align(0, this.#given.decimals);
		if (reckoned) scale.align(0, this.#cost.decimals);
		const money = amount();
		const rest = reckoned ? money - scale.align(this.#cost.units, this.#cost.decimals) : NaN;
		if (given) {
			this.profit = scale.align(this.#given.units, this.#given.decimals);
			if (reckoned && this.profit !== rest) this.#remark('profit-not-rest', profit);
		} else if (isCostOf(this.#cost.units, money)) this.profit = rest;
		else this.#remark('cost-other-sign', cost as NumberPlan);
		this.add('source');
	}

	/** Counts the row read last as gone somewhere, if its profit is known. */
	add(to: keyof ProfitReader['sums']): void {
		if (!Number.isNaN(this.profit)) this.addAll(to, 1, this.profit);
	}

	/** Counts rows with that profit together. */
	addAll(to: keyof ProfitReader['sums'], rows: number, profit: number): void {
		this.sums[to].rows += rows;
		this.sums[to].amount += profit;
	}

	/** Counts the row read last as taken out by a cleaning step, if its profit is known. */
	takeOut(step: number, fate: 'merged' | 'filtered'): void {
		if (!Number.isNaN(this.profit)) this.steps.count(step, fate, this.profit);
	}

	/** The smallest unit became smaller by a factor. */
	raise(factor: number): void {
		for (const sum of Object.values(this.sums)) sum.amount *= factor;
		this.steps.raise(factor);
	}

	#isRead(plan: NumberPlan, into: Money, read: (plan: NumberPlan, out: Money) => MoneyOutcome): boolean {
		const outcome = read(plan, into);
		if (outcome === 'invalid') this.#remark('profit-invalid', plan);
		else if (outcome === 'read' && into.rounded) this.#remark('amount-too-precise', plan);
		return outcome === 'read';
	}

	#remark(code: IssueCode, { index }: NumberPlan): void {
		this.issue ??= { code, column: index };
	}
}
