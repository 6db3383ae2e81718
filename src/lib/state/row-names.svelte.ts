import type { RowNames } from '#lib/api/index.ts';
import type { AnalysisView, MethodId } from './view-contract.ts';

/** Who the rows of a table are, asked for with each new answer. Made by a component: it follows as long as that stands. */
export class NamesOfRows {
	#names = $state.raw<RowNames | null>(null);
	readonly #provenance: () => string | undefined;

	constructor(view: AnalysisView, method: MethodId, table: string, provenance: () => string | undefined) {
		this.#provenance = provenance;
		$effect(() => {
			let wanted = provenance() !== undefined;
			if (wanted) {
				void view.rowNames(method, table).then((names) => {
					if (wanted) this.#names = names;
				});
			}
			return () => (wanted = false);
		});
	}

	/** Null until they are here: those of another answer are other people. */
	get current(): RowNames | null {
		return this.#names?.provenance === this.#provenance() ? this.#names : null;
	}
}
