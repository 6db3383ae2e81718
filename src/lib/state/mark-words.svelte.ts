import type { Analysis } from '#lib/api/index.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import type { describeMark } from './describe-mark.ts';
import { screenOfMethod } from './screens.ts';
import type { MarkSelection } from './view-contract.ts';

/** Words for marks that an address names. Few do, so what finds the words is loaded for the first of them. */
export class MarkWords {
	#describe = $state.raw<typeof describeMark | null>(null);
	#asked = false;

	/** The name of the mark; until it can be told, that of its screen. */
	describe(mark: Omit<MarkSelection, 'title'>, analysis: Analysis | null, t: Messages): string {
		if (this.#describe !== null) return this.#describe(mark, analysis, t);
		if (!this.#asked) {
			this.#asked = true;
			void import('./describe-mark.ts').then(
				(module) => (this.#describe = module.describeMark),
				// Asked again with the next mark.
				() => (this.#asked = false)
			);
		}
		return t.shell.screens[screenOfMethod(mark.method)]();
	}
}
