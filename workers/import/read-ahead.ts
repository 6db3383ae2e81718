import type { ImportJob } from '#lib/api/index.ts';
import type { AnyRecipe } from '#lib/core/dataset/recipe.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';

/** A reading that was begun before its import was asked for. */
interface Ahead {
	/** The rehearsal that reads. */
	readonly jobId: string;
	readonly file: File;
	/** The recipe in canonical form. */
	readonly by: string;
	/** An imported file of whatever the recipe is for. */
	readonly rows: Promise<unknown>;
	readonly beganAt: number;
	endedAt: number | null;
	readonly cancel: () => void;
}

/** Who takes the rows, from when on, and what tells that nobody wants them any more. */
interface Taker {
	readonly jobId: string | undefined;
	readonly now: number;
	readonly signal: AbortSignal;
}

/** Rows that were taken, and the milliseconds that had gone into them before. */
interface Taken<Rows> {
	readonly rows: Promise<Rows>;
	readonly spentMs: number;
}

/**
 * The rows of one file, read while somebody still looks at what was understood of it: once the import is asked for,
 * nothing is left but to store them. There is one at a time, and it is let go once it is taken.
 */
export class ReadAhead {
	#held: Ahead | null = null;
	readonly #now: () => number;

	constructor(now: () => number) {
		this.#now = now;
	}

	/** Holds what a rehearsal reads, in the place of what was held before. What cannot be read is not held. */
	hold<Rows>(
		{ ahead, file, recipe, jobId, among }: ImportJob,
		rows: Promise<Rows>,
		stop: (jobId: string) => void
	) {
		this.letGo();
		if (ahead !== jobId || among !== undefined) return;
		const held: Ahead = {
			jobId,
			file,
			by: canonicalJson(recipe),
			rows,
			beganAt: this.#now(),
			endedAt: null,
			cancel: () => stop(jobId)
		};
		this.#held = held;
		rows.then(
			() => (held.endedAt = this.#now()),
			() => {
				if (this.#held === held) this.#held = null;
			}
		);
	}

	/** The rows of that file by that recipe, where they were read or are being read under that name; else null. */
	take<Rows>(file: File, recipe: AnyRecipe, { jobId, now, signal }: Taker): Taken<Rows> | null {
		const held = this.#held;
		if (held === null) return null;
		const isIt = held.jobId === jobId && isSameFile(held.file, file) && held.by === canonicalJson(recipe);
		if (!isIt) {
			// Something else is imported: its rows need the room.
			this.letGo();
			return null;
		}
		this.#held = null;
		if (signal.aborted) held.cancel();
		else if (held.endedAt === null) signal.addEventListener('abort', held.cancel, { once: true });
		// The recipe is the same: so is what it is for.
		return { rows: held.rows as Promise<Rows>, spentMs: Math.min(held.endedAt ?? now, now) - held.beganAt };
	}

	/** Stops what is being read, and frees what was: of one rehearsal, or whosesoever it is. */
	letGo(jobId = this.#held?.jobId): void {
		const held = this.#held;
		if (held?.jobId !== jobId) return;
		this.#held = null;
		if (held?.endedAt === null) held.cancel();
	}
}

/** Each call has a copy of the page's file object. */
function isSameFile(one: File, other: File): boolean {
	return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}
