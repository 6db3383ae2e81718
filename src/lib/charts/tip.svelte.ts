/** What the tip over a chart says, and where (pixels inside the plot, padding included). */
export class TipState {
	shown = $state.raw<{ readonly x: number; readonly y: number; readonly lines: readonly string[] } | null>(
		null
	);

	show(x: number, y: number, lines: readonly string[]): void {
		this.shown = { x, y, lines };
	}

	hide = (): void => {
		this.shown = null;
	};
}
