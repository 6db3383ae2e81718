import type { RowsAndAmount } from '#lib/core/dataset/control-totals.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { inLargerUnits } from '#lib/core/math/larger-units.ts';
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

/** Decimals of costs and profits where amounts have no more: unrounded costs must not take the room of the amounts. */
const LEAST_SCALE = 2;

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
	/** Of all known profits, without their signs: beyond 2^53 they would not be exact, and are unknown. */
	#absolute = 0;
	/** Whether what was known had to be given up for amounts in a finer unit: nothing is known any more. */
	#isLost = false;

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
	 * of the source. `read` reads a cell of money. What is too fine is rounded, what is too large is unknown: a cost never stops
	 * an import.
	 */
	read(read: (plan: NumberPlan, out: Money) => MoneyOutcome, amount: () => number): void {
		const { profit, cost } = this.#plan;
		const given = profit !== null && this.#isRead(profit, this.#given, read);
		const reckoned = cost !== null && this.#isRead(cost, this.#cost, read);
		if (!given && !reckoned) return;
		// Both must be in the finest unit before either is.
		if (given) this.#fit(this.#given, profit);
		if (reckoned) this.#fit(this.#cost, cost);
		const money = amount();
		const units = ({ units: own, decimals }: Money): number => this.#scale.inUnits(own, decimals);
		const rest = reckoned ? money - units(this.#cost) : NaN;
		if (!given && !isCostOf(this.#cost.units, money)) {
			this.#remark('cost-other-sign', cost as NumberPlan);
			return;
		}
		const known = given ? units(this.#given) : rest;
		if (!this.hasRoom(Math.abs(known))) {
			this.#remark('profit-invalid', (given ? profit : cost) as NumberPlan);
			return;
		}
		this.profit = known;
		if (given && reckoned && known !== rest) this.#remark('profit-not-rest', profit);
		this.#absolute += Math.abs(known);
		this.add('source');
	}

	/** Whether profits of that sum, without their signs, can be added exactly. */
	hasRoom(absolute: number): boolean {
		return !this.#isLost && this.#absolute + absolute <= Number.MAX_SAFE_INTEGER;
	}

	/** Counts profits of the source for which there is room. */
	addSource(rows: number, profit: number, absolute: number): void {
		this.#absolute += absolute;
		this.addAll('source', rows, profit);
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

	/** The smallest unit became smaller by a factor. False when the profits so far are too large for it: they are unknown. */
	raise(factor: number): boolean {
		this.#absolute *= factor;
		if (this.#absolute > Number.MAX_SAFE_INTEGER) {
			this.#isLost = true;
			this.#absolute = 0;
			this.profit = NaN;
			for (const sum of Object.values(this.sums)) sum.rows = sum.amount = 0;
			this.steps.clear();
			return false;
		}
		for (const sum of Object.values(this.sums)) sum.amount *= factor;
		this.steps.rescale((units) => units * factor);
		return true;
	}

	/** The smallest unit became larger: `kept` are the profits of the rows that stay, each rounded to it; so are the sums of the others. */
	lower(divisor: number, kept: number): void {
		const { source, merged, undated, rejected } = this.sums;
		const rounded = inLargerUnits(divisor);
		for (const sum of [merged, undated, rejected]) sum.amount = rounded(sum.amount);
		this.steps.rescale(rounded);
		source.amount = kept + merged.amount + undated.amount + rejected.amount + this.steps.amount;
		// Each may have been rounded up.
		this.#absolute = Math.ceil(this.#absolute / divisor) + source.rows;
	}

	/** Rounds what is finer than it may be, half away from zero. */
	#fit(money: Money, plan: NumberPlan): void {
		const scale = this.#scale;
		const most = Math.min(money.decimals, Math.max(LEAST_SCALE, scale.decimals));
		const decimals = scale.raisedTo(most) ? most : scale.decimals;
		if (decimals >= money.decimals) return;
		const size = Math.abs(money.units) / 10 ** (money.decimals - decimals);
		money.units = Math.sign(money.units) * Math.round(size);
		money.decimals = decimals;
		this.#remark('amount-too-precise', plan);
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
