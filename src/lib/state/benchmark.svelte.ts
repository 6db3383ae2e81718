import type {
	Benchmark,
	BenchmarkClient,
	BenchmarkSource,
	Envelope,
	ErrorRecord,
	SnapshotSummary
} from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';
import { fileKind } from './file-kind.ts';
import { Resource } from './resource.svelte.ts';
import { Sharing } from './sharing.svelte.ts';

/** A client's state that was added and is no client yet: being read, locked, or not to be read. */
export interface WaitingClient {
	readonly id: string;
	readonly name: string;
	readonly file: File | null;
	readonly state: 'reading' | 'locked' | 'failed';
	readonly error: ErrorRecord | null;
}

/** What of each method is held against other clients. */
const methods = ['overview', 'rfm', 'lifecycle', 'retention', 'churn'] as const;

/** Clients that are held against each other. Lives as long as the page: nothing of it is stored. */
export class BenchmarkState {
	#clients = $state.raw<readonly BenchmarkClient[]>([]);
	#waiting = $state.raw<readonly WaitingClient[]>([]);
	#self = $state<string | null>(null);
	/** Letters stand in place of the names of the other clients. */
	letters = $state(false);
	#takesNow = $state(true);
	readonly #now = new Resource<BenchmarkClient>();
	readonly #benchmark = new Resource<Benchmark>();
	readonly #app: App;
	readonly #sharing: Sharing;

	constructor(app: App) {
		this.#app = app;
		this.#sharing = new Sharing(app);
	}

	/** Groups of fewer are hidden before anything is read: as in other files of the workspace. */
	get limit(): number {
		return this.#sharing.hideBelow ?? 5;
	}

	/** Whether a dataset is open whose state of now can be taken. */
	get hasNow(): boolean {
		return this.#app.workbench.dataset !== null;
	}

	get takesNow(): boolean {
		return this.#takesNow && this.hasNow;
	}

	set takesNow(takes: boolean) {
		this.#takesNow = takes;
	}

	/** Why the open dataset cannot be held against others. */
	get nowError(): ErrorRecord | null {
		return this.takesNow ? this.#now.error : null;
	}

	get waiting(): readonly WaitingClient[] {
		return this.#waiting;
	}

	get clients(): readonly BenchmarkClient[] {
		const now = this.takesNow && this.#now.error === null ? this.#now.current : null;
		return now === null ? this.#clients : [now, ...this.#clients];
	}

	/** The key of the client that is held against the others: the chosen one, else the open dataset, else the first. */
	get self(): string | null {
		const { clients } = this;
		return (clients.find(({ key }) => key === this.#self) ?? clients[0])?.key ?? null;
	}

	set self(key: string | null) {
		this.#self = key;
	}

	/** All clients held against one; that of before while another is on its way. */
	get benchmark(): Benchmark | null {
		return this.clients.length === 0 ? null : this.#benchmark.current;
	}

	get error(): ErrorRecord | null {
		return this.#benchmark.error;
	}

	get loading(): boolean {
		return this.#benchmark.loading || (this.takesNow && this.#now.loading);
	}

	/** Snapshots kept here, of whatever workspace, with its name. */
	get kept(): readonly { readonly snapshot: SnapshotSummary; readonly workspace: string }[] {
		const { library } = this.#app;
		return library.snapshots.map((snapshot) => ({
			snapshot,
			workspace: library.workspace(snapshot.workspaceId ?? null)?.name ?? ''
		}));
	}

	/** Keeps the client of now, and the answer, in step. Call once while a component initialises. */
	keep(): void {
		$effect(() => {
			if (!this.takesNow) return;
			const { workbench } = this.#app;
			const asked = methods.map((method) => workbench.request(method));
			const key = JSON.stringify([workbench.source?.key, workbench.workspace?.name, asked, this.limit]);
			const source = { kind: 'now', asked, currency: workbench.currency } as const;
			void this.#now.ask(key, () => this.#read(source, workbench.workspace?.name ?? workbench.datasetName));
		});
		$effect(() => {
			const { clients, self } = this;
			if (clients.length === 0) return;
			const key = JSON.stringify([clients.map((client) => [client.key, client.name, client.frame]), self]);
			void this.#benchmark.ask(key, () => this.#app.analysisApi.benchmark(clients, self));
		});
	}

	/** Reads snapshot files; a locked one waits for its passphrase. */
	async addFiles(files: readonly File[]): Promise<void> {
		for (const file of files) {
			const kind = await fileKind(file);
			const waiting = { id: this.#app.newId(), name: file.name, file, error: null };
			if (kind === 'sealed') this.#wait({ ...waiting, state: 'locked' });
			else await this.#take({ ...waiting, state: 'reading' }, { kind: 'file', file, passphrase: null }, '');
		}
	}

	/** Reads a snapshot that is kept here. */
	async addKept(snapshotId: string): Promise<void> {
		const found = this.kept.find(({ snapshot }) => snapshot.id === snapshotId);
		if (found === undefined) return;
		const { snapshot, workspace } = found;
		const waiting = { id: this.#app.newId(), name: snapshot.name, file: null, error: null };
		await this.#take({ ...waiting, state: 'reading' }, { kind: 'kept', id: snapshotId }, workspace);
	}

	/** Opens a locked file; null, or why it stays shut. */
	async unlock({ id, file }: WaitingClient, passphrase: string): Promise<ErrorRecord | null> {
		if (file === null) return null;
		const answer = await this.#read({ kind: 'file', file, passphrase }, '');
		if (!answer.ok) return answer.error;
		this.drop(id);
		this.#add(answer.value);
		return null;
	}

	/** Takes a client out again, or one that could not be read. */
	drop(id: string): void {
		this.#waiting = this.#waiting.filter((waiting) => waiting.id !== id);
		if (this.#now.current?.key === id && this.takesNow) this.#takesNow = false;
		this.#clients = this.#clients.filter(({ key }) => key !== id);
	}

	/** The table as a file. */
	file(form: 'xlsx' | 'csv'): Promise<Envelope<Blob>> {
		const { benchmark, letters } = this;
		if (benchmark === null)
			return Promise.resolve({ ok: false, error: { code: 'benchmark-nothing', params: {} } });
		const { locale } = this.#app.settings;
		return this.#app.analysisApi.benchmarkFile({ benchmark, form, locale, letters });
	}

	async #take(waiting: WaitingClient, source: BenchmarkSource, name: string): Promise<void> {
		this.#wait(waiting);
		const answer = await this.#read(source, name);
		if (!answer.ok) this.#wait({ ...waiting, state: 'failed', error: answer.error });
		else {
			this.drop(waiting.id);
			this.#add(answer.value);
		}
	}

	#wait(waiting: WaitingClient): void {
		this.#waiting = [...this.#waiting.filter(({ id }) => id !== waiting.id), waiting];
	}

	/** The same file once more is refused. */
	#add(client: BenchmarkClient): void {
		if (this.#clients.some(({ key }) => key === client.key)) this.twice?.(client.name);
		else this.#clients = [...this.#clients, client];
	}

	/** Told of a file that is there already. */
	twice: ((name: string) => void) | null = null;

	#read(source: BenchmarkSource, name: string): Promise<Envelope<BenchmarkClient>> {
		const { analysisApi, now, appVersion } = this.#app;
		return analysisApi.benchmarkClient({ source, name, hideBelow: this.limit, nowMs: now(), appVersion });
	}
}

const states = new WeakMap<App, BenchmarkState>();

/** The clients of this page: they stay while another screen is looked at. */
export function benchmarkOf(app: App): BenchmarkState {
	const held = states.get(app) ?? new BenchmarkState(app);
	states.set(app, held);
	return held;
}
