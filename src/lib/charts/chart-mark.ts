import type { Snippet } from 'svelte';
import type { MarkFocus } from './mark-focus.svelte.ts';
import type { TipState } from './tip.svelte.ts';

/** What a mark is given: props of `chart-mark.svg.svelte`. */
export interface ChartMarkProps {
	focus: MarkFocus;
	/** Its place among the marks, as `focus` counts them. */
	row?: number;
	column?: number;
	/** All that it says, line by line. */
	lines: readonly string[];
	chosen: boolean;
	onselect: (() => void) | undefined;
	/** Says the lines at a place while the mark is pointed at; without it, they can be read beside the mark. */
	tip?: { readonly state: TipState; readonly x: number; readonly y: number } | undefined;
	/** A cell of a grid, neither button nor picture. */
	inGrid?: boolean;
	children: Snippet;
}
