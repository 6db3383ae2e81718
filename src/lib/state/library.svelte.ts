import type {
	BinItem,
	DatasetManifest,
	Envelope,
	ErrorRecord,
	LibraryApi,
	LogEntry,
	SameDecision,
	OriginalState,
	SnapshotSummary,
	StorageState,
	StoredLists,
	StoredManifest,
	TableManifest,
	Workspace,
	WorkspaceChange
} from '#lib/api/index.ts';
import { readRecord, writeRecord, type KeyValueStore } from './key-value-store.ts';
import { readSentinel, writeSentinel } from './sentinel.ts';
import { StartNotes } from './start-notes.svelte.ts';
import type { Persistence, StoragePledge } from './storage-pledge.ts';
import { StoredFiles } from './stored-files.ts';
import { TableLinks } from './table-links.svelte.ts';

const pledgeKey = 'clientele.pledge';

/** What is stored in this browser: workspaces, datasets and snapshots, and how safe they are. */
export class Library {
	#status = $state<'starting' | 'ready' | 'failed'>('starting');
	#error = $state.raw<ErrorRecord | null>(null);
	#workspaces = $state.raw<readonly Workspace[]>([]);
	#datasets = $state.raw<readonly DatasetManifest[]>([]);
	#tables = $state.raw<readonly TableManifest[]>([]);
	#snapshots = $state.raw<readonly SnapshotSummary[]>([]);
	#bin = $state.raw<readonly BinItem[]>([]);
	#originals = $state.raw<StoredLists['originals']>({});
	#storage = $state.raw<StorageState | null>(null);
	#persistence = $state<Persistence>('unknown');
	readonly startNotes = new StartNotes();
	readonly files: StoredFiles;
	readonly links: TableLinks;
	readonly #api: LibraryApi;
	readonly #store: KeyValueStore | null;
	readonly #pledge: StoragePledge;
	readonly #now: () => number;
	/** Goes up with everything that may have left a line in the log. */
	#written = $state(0);
	/** Numbers of the questions for the lists: asked so far, and the latest whose answer was taken. */
	#asked = 0;
	#taken = 0;

	constructor(api: LibraryApi, store: KeyValueStore | null, pledge: StoragePledge, now: () => number) {
		this.#api = api;
		this.files = new StoredFiles(api);
		this.links = new TableLinks(api, (workspaceId) => this.tablesOf(workspaceId));
		this.#store = store;
		this.#pledge = pledge;
		this.#now = now;
	}

	get status(): 'starting' | 'ready' | 'failed' {
		return this.#status;
	}

	/** Why the database could not be opened. */
	get error(): ErrorRecord | null {
		return this.#error;
	}

	get workspaces(): readonly Workspace[] {
		return this.#workspaces;
	}

	get datasets(): readonly DatasetManifest[] {
		return this.#datasets;
	}

	get tables(): readonly TableManifest[] {
		return this.#tables;
	}

	/** Datasets and tables that files can be added to. */
	get stored(): readonly StoredManifest[] {
		return [...this.#datasets, ...this.#tables].filter(({ workspaceId }) => !this.isFixed(workspaceId));
	}

	/** Whether a workspace came with a snapshot: its data stay as they came. */
	isFixed(workspaceId: string): boolean {
		return this.workspace(workspaceId)?.origin !== undefined;
	}

	get snapshots(): readonly SnapshotSummary[] {
		return this.#snapshots;
	}

	/** What was deleted and can still be brought back, latest first. */
	get bin(): readonly BinItem[] {
		return this.#bin;
	}

	/** The kept copies of the files that a dataset was made from. */
	originalsOf(datasetId: string): readonly OriginalState[] {
		return this.#originals[datasetId] ?? [];
	}

	/** The versions of a dataset that others took the place of, latest first. */
	formerOf(datasetId: string): readonly BinItem[] {
		return this.#bin.filter((item) => item.formerOf === datasetId);
	}

	get storage(): StorageState | null {
		return this.#storage;
	}

	get persistence(): Persistence {
		return this.#persistence;
	}

	/** Opens the database and compares it with what the last visit left. */
	async start(): Promise<void> {
		this.#status = 'starting';
		// Read before and after: other tabs go on storing and removing while this one starts.
		const before = readSentinel(this.#store);
		const turn = ++this.#asked;
		const answer = await this.#api.start(this.#now());
		if (!answer.ok) {
			this.#error = answer.error;
			this.#status = 'failed';
			return;
		}
		const report = answer.value;
		this.startNotes.take(report, before, this.#store);
		this.#take(report, turn);
		this.#persistence = await this.#pledge.state();
		// A browser does not tell "not asked" from "asked and refused"; what was answered here is remembered.
		if (this.#persistence === 'unknown' && readRecord(this.#store, pledgeKey)?.asked === true) {
			this.#persistence = 'refused';
		}
		this.#error = null;
		this.#status = 'ready';
	}

	/** Reads the lists again, after something was stored or removed. */
	async refresh(): Promise<void> {
		const turn = ++this.#asked;
		const answer = await this.#api.list();
		if (answer.ok) this.#take(answer.value, turn);
	}

	/** Asks the browser to keep what is stored here: at imports, until it has promised. */
	async askToPersist(): Promise<void> {
		if (this.#persistence === 'unknown' || this.#persistence === 'refused') {
			this.#persistence = await this.#pledge.ask();
			writeRecord(this.#store, pledgeKey, { asked: true });
		}
	}

	workspace(id: string | null): Workspace | null {
		return this.#workspaces.find((workspace) => workspace.id === id) ?? null;
	}

	/** Datasets of a workspace, newest first. */
	datasetsOf(workspaceId: string | null): readonly DatasetManifest[] {
		return this.#datasets
			.filter((dataset) => dataset.workspaceId === workspaceId)
			.toSorted((a, b) => b.importedAt - a.importedAt);
	}

	/** Tables of other entities in a workspace, newest first. */
	tablesOf(workspaceId: string | null): readonly TableManifest[] {
		return this.#tables
			.filter((table) => table.workspaceId === workspaceId)
			.toSorted((a, b) => b.importedAt - a.importedAt);
	}

	createWorkspace(name: string, kind: Workspace['kind']): Promise<Envelope<Workspace>> {
		return this.#changing(this.#api.createWorkspace(name, this.#now(), kind));
	}

	updateWorkspace(change: WorkspaceChange): Promise<Envelope<Workspace>> {
		return this.#changing(this.#api.updateWorkspace(change));
	}

	decideSameCustomers(id: string, decision: SameDecision): Promise<Envelope<Workspace>> {
		return this.#changing(this.#api.decideSameCustomers(id, decision));
	}

	deleteWorkspace(id: string): Promise<Envelope<null>> {
		return this.#changing(this.#api.deleteWorkspace(id, this.#now()));
	}

	/** Answers the version that now lies in the bin. */
	deleteDataset(id: string): Promise<Envelope<string>> {
		return this.#changing(this.#api.deleteDataset(id, this.#now()));
	}

	addSnapshot(file: File, passphrase: string | null = null): Promise<Envelope<SnapshotSummary>> {
		return this.#changing(this.#api.addSnapshot(file, this.#now(), passphrase));
	}

	/** Keeps a snapshot in a workspace. */
	keepSnapshot(
		file: File,
		kept: { readonly workspaceId: string; readonly note: string }
	): Promise<Envelope<SnapshotSummary>> {
		return this.#changing(this.#api.addSnapshot(file, this.#now(), null, kept));
	}

	describeSnapshot(id: string, name: string, note: string): Promise<Envelope<null>> {
		return this.#changing(this.#api.describeSnapshot(id, name, note));
	}

	/** Snapshots of a workspace and those opened from files, latest first. */
	snapshotsOf(workspaceId: string | null): readonly SnapshotSummary[] {
		return this.#snapshots
			.filter((snapshot) => snapshot.workspaceId === undefined || snapshot.workspaceId === workspaceId)
			.toSorted((a, b) => (b.asOf ?? 0) - (a.asOf ?? 0) || b.createdAt - a.createdAt);
	}

	deleteSnapshot(id: string): Promise<Envelope<null>> {
		return this.#changing(this.#api.deleteSnapshot(id, this.#now()));
	}

	/** Brings something back from the bin. */
	restore(item: Pick<BinItem, 'kind' | 'id'>): Promise<Envelope<null>> {
		switch (item.kind) {
			case 'workspace':
				return this.#changing(this.#api.restoreWorkspace(item.id));
			case 'dataset':
				return this.#changing(this.#api.restoreDataset(item.id));
			case 'snapshot':
				return this.#changing(this.#api.restoreSnapshot(item.id));
		}
	}

	emptyBin(): Promise<Envelope<null>> {
		return this.#changing(this.#api.emptyBin());
	}

	eraseEverything(): Promise<Envelope<null>> {
		return this.#changing(this.#api.eraseEverything());
	}

	/** Lets the kept copies go. */
	dropOriginals(datasetId: string): Promise<Envelope<null>> {
		return this.#changing(this.#api.dropOriginals(datasetId));
	}

	/** Goes up with everything that may have left a line in the log. */
	get written(): number {
		return this.#written;
	}

	/** Adds a line to the log of a workspace, dated now. */
	async log(entry: Omit<LogEntry, 'at'>): Promise<void> {
		await this.#api.log({ ...entry, at: this.#now() });
		this.#written++;
	}

	/** The log of a workspace, latest first. */
	logOf(workspaceId: string): Promise<Envelope<readonly LogEntry[]>> {
		return this.#api.logOf(workspaceId);
	}

	async #changing<T>(call: Promise<Envelope<T>>): Promise<Envelope<T>> {
		const answer = await call;
		if (answer.ok) await this.refresh();
		return answer;
	}

	#take(lists: StoredLists, turn: number): void {
		// An answer that a later one has overtaken would bring back what is no more.
		if (turn < this.#taken) return;
		this.#taken = turn;
		this.#written++;
		this.#workspaces = lists.workspaces;
		this.#bin = lists.bin;
		this.#originals = lists.originals;
		this.#datasets = lists.datasets;
		this.#tables = lists.tables;
		this.#snapshots = lists.snapshots;
		this.#storage = lists.storage;
		writeSentinel(this.#store, lists);
	}
}
