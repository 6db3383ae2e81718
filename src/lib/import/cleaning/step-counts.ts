import type { StepTotal } from '#lib/core/dataset/control-totals.ts';

/** Rows and money that each cleaning step took out, in smallest units that may become others on the way. */
export class StepCounts {
	readonly #counts = new Map<number, { fate: StepTotal['fate']; rows: number; amount: number }>();

	/** One row that the step at `step` took out. */
	count(step: number, fate: StepTotal['fate'], units: number): void {
		let count = this.#counts.get(step);
		if (count === undefined) this.#counts.set(step, (count = { fate, rows: 0, amount: 0 }));
		count.rows++;
		count.amount += units;
	}

	/** Money is counted in another unit from now on. */
	rescale(scaled: (units: number) => number): void {
		for (const count of this.#counts.values()) count.amount = scaled(count.amount);
	}

	/** The money of all rows that were taken out. */
	get amount(): number {
		return [...this.#counts.values()].reduce((sum, { amount }) => sum + amount, 0);
	}

	/** Nothing was taken out. */
	clear(): void {
		this.#counts.clear();
	}

	/** What was taken out, in the order of the steps. */
	totals(ids: readonly string[]): Readonly<Record<'all' | StepTotal['fate'], readonly StepTotal[]>> {
		const all = [...this.#counts]
			.sort(([a], [b]) => a - b)
			.map(([index, count]) => ({ step: ids[index] ?? '', ...count }));
		return {
			all,
			merged: all.filter(({ fate }) => fate === 'merged'),
			filtered: all.filter(({ fate }) => fate === 'filtered')
		};
	}
}
