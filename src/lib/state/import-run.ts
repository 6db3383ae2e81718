import type {
	AnyComparison,
	ChangedRule,
	Envelope,
	ImportJob,
	Progress,
	StoredManifest
} from '#lib/api/index.ts';
import type { ImportSurroundings } from './import-surroundings.ts';

/** Who hears of a run. */
export interface RunHooks {
	readonly onProgress: (progress: Progress) => void;
	/** A file was compared with what it is added to: `decide` is waited for. */
	readonly onCompared: (comparison: AnyComparison, fileName: string) => void;
}

/** The run of one import at a time: what it asks, and how it is stopped. */
export class ImportRun {
	#jobId: string | null = null;
	#decide: ((rule: ChangedRule | null) => void) | null = null;
	readonly #around: ImportSurroundings;

	constructor(around: ImportSurroundings) {
		this.#around = around;
	}

	/** Answers what was stored, and in how many ms, without those for which somebody was asked. */
	async start(
		job: Omit<ImportJob, 'jobId' | 'nowMs'>,
		{ onProgress, onCompared }: RunHooks
	): Promise<{ readonly answer: Envelope<StoredManifest>; readonly elapsedMs: number }> {
		const { api, newId, now } = this.#around;
		const jobId = newId();
		const nowMs = now();
		this.#jobId = jobId;
		let askedMs = 0;
		const answer = await api.run(
			{ ...job, jobId, nowMs },
			(progress) => {
				if (this.#jobId === jobId) onProgress(progress);
			},
			async (comparison, fileName) => {
				onCompared(comparison, fileName);
				const from = now();
				const rule = await new Promise<ChangedRule | null>((resolve) => (this.#decide = resolve));
				askedMs += now() - from;
				return rule;
			}
		);
		this.#jobId = null;
		this.#decide = null;
		return { answer, elapsedMs: now() - nowMs - askedMs };
	}

	/** Answers the comparison that waits: goes on with a rule for changed orders, or leaves it all (null). */
	decide(rule: ChangedRule | null): void {
		const decide = this.#decide;
		this.#decide = null;
		decide?.(rule);
	}

	/** Asks what runs to stop; it answers `cancelled`. */
	async cancel(): Promise<void> {
		if (this.#jobId !== null) await this.#around.api.cancel(this.#jobId);
	}
}
