import type { ErrorRecord, Verification } from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';
import { verifyShare } from './verify-share.ts';

/** The open snapshot, computed again from its files. */
export class VerifyJob {
	#answer = $state.raw<Verification | null>(null);
	#error = $state.raw<ErrorRecord | null>(null);
	#share = $state<number | null>(null);
	#fileName = $state('');
	#running = $state<string | null>(null);
	#of: string | null = null;
	#turn = 0;
	readonly #app: App;

	constructor(app: App) {
		this.#app = app;
	}

	/** Null until a file was compared with the snapshot that is open. */
	get answer(): Verification | null {
		return this.#app.workbench.snapshotId === this.#of ? this.#answer : null;
	}

	get error(): ErrorRecord | null {
		return this.#app.workbench.snapshotId === this.#of ? this.#error : null;
	}

	get running(): boolean {
		return this.#running !== null;
	}

	/** How much is done, of 1; null as long as that is not known. */
	get share(): number | null {
		return this.#share;
	}

	get fileName(): string {
		return this.#fileName;
	}

	async run(files: readonly File[]): Promise<void> {
		const { snapshot, snapshotId } = this.#app.workbench;
		if (snapshot === null || this.running) return;
		const turn = ++this.#turn;
		const job = `verify:${this.#app.now()}:${turn}`;
		this.#of = snapshotId;
		this.#fileName = files.map(({ name }) => name).join(', ');
		this.#answer = null;
		this.#error = null;
		this.#share = null;
		this.#running = job;
		const answer = await this.#app.importApi.verify(job, snapshot, files, (progress) => {
			if (this.#running === job) this.#share = verifyShare(progress, this.#share);
		});
		this.#running = null;
		if (answer.ok) this.#answer = answer.value;
		else if (answer.error.code !== 'cancelled') this.#error = answer.error;
	}

	cancel(): void {
		if (this.#running !== null) void this.#app.importApi.cancel(this.#running);
	}
}
