import type {
	AnyRecipe,
	ErrorCode,
	ErrorRecord,
	ImportApi,
	Progress,
	StoredManifest
} from '#lib/api/index.ts';
import { isWriting, mayBegin, type ImportStep } from './import-step.ts';

/** What is known of the whole file in review. */
export type WholeFile =
	/** Not read: something is asked yet, or it is too large to be read and not imported. */
	| { readonly at: 'unread' }
	| { readonly at: 'reading'; readonly progress: Progress | null }
	/** What would be stored. */
	| { readonly at: 'read'; readonly manifest: StoredManifest }
	| { readonly at: 'failed'; readonly error: ErrorRecord };

/** Larger files are read once only: what is kept of one would hold half a gigabyte while somebody looks at it. */
const MOST_BYTES = 256 * 2 ** 20;
/** The same for files that are packed, whose size says little. */
const MOST_ROWS = 4e6;

/** Nothing is the matter with the file: something else took the worker. */
const displaced: readonly ErrorCode[] = ['cancelled', 'worker-crashed'];

interface Around {
	readonly api: ImportApi;
	readonly now: () => number;
	readonly newId: () => string;
	/** How long a review is left alone before its file is read, in ms. */
	readonly settleMs: number;
	/** How far the reading is, for an import that takes it over while it goes on. */
	readonly onProgress: (progress: Progress) => void;
}

interface Reading {
	readonly jobId: string;
	readonly file: File;
	readonly recipe: AnyRecipe;
}

/**
 * Reads the whole file in review beside the person who looks at it: where every row would go is seen before anything is stored,
 * and the import that follows has only to store it. What is changed is read anew; nothing of it outlives the review.
 */
export class ReadAhead {
	#whole = $state.raw<WholeFile>({ at: 'unread' });
	#reading: Reading | null = null;
	#wanted: Pick<Reading, 'file' | 'recipe'> | null = null;
	#settle: ReturnType<typeof setTimeout> | undefined;
	readonly #around: Around;

	constructor(around: Around) {
		this.#around = around;
	}

	get whole(): WholeFile {
		return this.#whole;
	}

	/** Follows an import: reads what is in review and may be imported, goes on while that runs, and lets go of all else. */
	follow(step: ImportStep): void {
		if (isWriting(step)) {
			clearTimeout(this.#settle);
			return;
		}
		const isReady = mayBegin(step) && step.file.size <= MOST_BYTES && step.inspection.rows.count <= MOST_ROWS;
		if (isReady && this.#wanted?.file === step.file && this.#wanted.recipe === step.recipe) return;
		this.#drop();
		if (!isReady) return;
		const { file, recipe } = step;
		this.#wanted = { file, recipe };
		this.#settle = setTimeout(() => void this.#read(file, recipe), this.#around.settleMs);
	}

	/** The job that read a file by a recipe, or is reading it. */
	of(file: File, recipe: AnyRecipe): string | null {
		const reading = this.#reading;
		return reading?.file === file && reading.recipe === recipe ? reading.jobId : null;
	}

	#drop(): void {
		clearTimeout(this.#settle);
		this.#wanted = null;
		this.#whole = { at: 'unread' };
		const reading = this.#reading;
		this.#reading = null;
		if (reading !== null) void this.#around.api.letGo(reading.jobId);
	}

	async #read(file: File, recipe: AnyRecipe): Promise<void> {
		const { api, now, newId } = this.#around;
		const jobId = newId();
		const reading: Reading = { jobId, file, recipe };
		this.#reading = reading;
		this.#whole = { at: 'reading', progress: null };
		const job = { jobId, ahead: jobId, workspaceId: '', datasetName: file.name, file, recipe };
		const answer = await api.run(
			{ ...job, rehearsal: true, keepOriginal: false, nowMs: now() },
			(progress) => {
				if (this.#reading !== reading) return;
				this.#whole = { at: 'reading', progress };
				this.#around.onProgress(progress);
			}
		);
		if (this.#reading !== reading) return;
		if (answer.ok) {
			this.#whole = { at: 'read', manifest: answer.value };
			return;
		}
		const { error } = answer;
		this.#drop();
		// Else it would be read again for the same answer.
		if (displaced.includes(error.code)) return;
		this.#wanted = { file, recipe };
		this.#whole = { at: 'failed', error };
	}
}
