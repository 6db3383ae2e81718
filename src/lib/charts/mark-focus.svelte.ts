import { moveInGrid, type GridPlace } from './grid-move.ts';

/**
 * One tab stop for a whole chart: arrow keys move between the marks, Enter and Space choose. Marks carry
 * `data-mark="row,column"`.
 */
export class MarkFocus {
	#place = $state<GridPlace>({ row: 0, column: 0 });
	readonly #lengths: () => readonly number[];

	/** @param lengths how many marks each row of the chart has, now */
	constructor(lengths: () => readonly number[]) {
		this.#lengths = lengths;
	}

	/** The mark in the tab order, inside what there is. */
	readonly place = $derived.by<GridPlace>(() => {
		const lengths = this.#lengths();
		const row = Math.min(this.#place.row, Math.max(0, lengths.length - 1));
		return { row, column: Math.min(this.#place.column, Math.max(0, (lengths[row] ?? 1) - 1)) };
	});

	tabindex(row: number, column: number): 0 | -1 {
		return this.place.row === row && this.place.column === column ? 0 : -1;
	}

	/** Remembers the mark that was clicked, so that Tab comes back to it. */
	moveTo(row: number, column: number): void {
		this.#place = { row, column };
	}

	keydown(event: KeyboardEvent, row: number, column: number, choose: (() => void) | undefined): void {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			choose?.();
			return;
		}
		const next = moveInGrid(event.key, { row, column }, this.#lengths(), event.ctrlKey || event.metaKey);
		if (next === null) return;
		event.preventDefault();
		this.#place = next;
		const mark = event.currentTarget;
		if (!(mark instanceof SVGElement)) return;
		mark.ownerSVGElement?.querySelector<SVGElement>(`[data-mark="${next.row},${next.column}"]`)?.focus();
	}
}
