import type { AnalysisView, MarkSelection, MethodId } from '#lib/state/view-contract.ts';

/** Shows who is behind a row of a table, under a title. */
export type OpenMark = (table: string, row: number, title: string) => void;

/** The marks of a method's charts: which of them is chosen, and the way to the customers behind one. Reactive as the view is. */
export class MethodMarks {
	readonly #view: () => AnalysisView;
	readonly #method: MethodId;

	constructor(view: () => AnalysisView, method: MethodId) {
		this.#view = view;
		this.#method = method;
	}

	/** The chosen mark; null where it is of another method. */
	get selection(): MarkSelection | null {
		const { selection } = this.#view();
		return selection?.method === this.#method ? selection : null;
	}

	/** The chosen row of a table; null where it is of another table. */
	chosen(table: string): number | null {
		const { selection } = this;
		return selection?.table === table ? selection.row : null;
	}

	/** Where the chosen row of a table stands among the rows that a chart shows of it; -1 where it does not. */
	chosenAt(table: string, rows: readonly number[]): number {
		return rows.indexOf(this.chosen(table) ?? -1);
	}

	/** Absent where nobody can be listed: in a snapshot. */
	get open(): OpenMark | undefined {
		const view = this.#view();
		if (view.readOnly) return undefined;
		return (table, row, title) => view.select({ method: this.#method, table, row, title });
	}

	/**
	 * The same for one table, whose rows are called by `mark`. Where a chart shows only `rows` of it, rows are given by their places among
	 * those; nobody is behind a place with no row (null).
	 */
	opener(
		table: string,
		mark: (row: number) => string,
		rows?: readonly (number | null)[]
	): ((at: number) => void) | undefined {
		const { open } = this;
		if (open === undefined) return undefined;
		return (at) => {
			const row = rows === undefined ? at : rows[at];
			if (row !== undefined && row !== null) open(table, row, mark(row));
		};
	}
}
