import type { StatusRule } from '#lib/core/dataset/recipe.ts';
import { treatmentOf } from './status-rules.ts';

/**
 * Says of the status of a row whether the row counts: by the rule of the recipe; a status that was not among the rows looked at, so
 * that nobody was asked about it, by its words.
 */
export class StatusJudge {
	/** Statuses of which there is something to say: all that are not known to count. */
	readonly heeded: Pick<ReadonlySet<string>, 'has'> = { has: (status) => this.#of(status) !== RULED_VALID };
	readonly #known = new Map<string, Verdict>([['', RULED_VALID]]);

	constructor(rules: readonly StatusRule[]) {
		for (const { value, treatment } of rules)
			this.#known.set(value, treatment === 'valid' ? RULED_VALID : RULED_CANCELLED);
	}

	isCancelled(status: string): boolean {
		return this.#of(status).cancelled;
	}

	/** Whether no rule speaks of a status, so that its rows are to be remarked on. */
	isUnruled(status: string): boolean {
		return this.#of(status).unruled;
	}

	#of(status: string): Verdict {
		let verdict = this.#known.get(status);
		if (verdict === undefined) {
			const treatment = treatmentOf(status);
			verdict = treatment === 'valid' ? RULED_VALID : { cancelled: treatment === 'cancelled', unruled: true };
			this.#known.set(status, verdict);
		}
		return verdict;
	}
}

interface Verdict {
	readonly cancelled: boolean;
	readonly unruled: boolean;
}
const RULED_VALID: Verdict = { cancelled: false, unruled: false };
const RULED_CANCELLED: Verdict = { cancelled: true, unruled: false };
