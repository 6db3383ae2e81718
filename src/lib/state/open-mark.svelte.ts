import type { Analysis } from '#lib/api/index.ts';
import { isMarkOwner } from './is-method.ts';
import type { MarkSelection } from './view-contract.ts';
import type { WorkbenchSurroundings } from './workbench-surroundings.ts';

type Mark = Omit<MarkSelection, 'title'>;

/** The mark whose customers are listed: the address names it, and whoever opened it knows what it is called. */
export class OpenMark {
	readonly #around: Pick<WorkbenchSurroundings, 'location' | 'describe'>;
	readonly #answer: (method: string) => Analysis | null;
	readonly #closed: () => boolean;
	#title = $state.raw<{ readonly mark: string; readonly title: string } | null>(null);

	readonly current: MarkSelection | null = $derived.by(() => {
		const mark = this.#around.location.view.selection;
		if (mark === null || this.#closed() || !isMarkOwner(mark.method)) return null;
		const known = { ...mark, method: mark.method };
		const title =
			this.#title?.mark === keyOf(known)
				? this.#title.title
				: this.#around.describe(known, this.#answer(mark.method));
		return { ...known, title };
	});

	/** `closed`: nobody stands behind any mark, as in snapshots. `answer`: of a method, if any screen asked for it. */
	constructor(
		around: Pick<WorkbenchSurroundings, 'location' | 'describe'>,
		answer: (method: string) => Analysis | null,
		closed: () => boolean
	) {
		this.#around = around;
		this.#answer = answer;
		this.#closed = closed;
	}

	/** Says what a mark is called; null forgets what was said. */
	name(selection: MarkSelection | null): void {
		const known = this.#title;
		const next = selection && { mark: keyOf(selection), title: selection.title };
		if (known?.mark !== next?.mark || known?.title !== next?.title) this.#title = next;
	}
}

const keyOf = ({ method, table, row }: Mark): string => `${method}.${table}.${row}`;
