import type {
	DatasetManifest,
	ErrorRecord,
	OpenBase,
	OpenDataset,
	OpenSnapshot,
	RefundRule,
	Workspace
} from '#lib/api/index.ts';
import {
	datasetSource,
	isDataset,
	snapshotSource,
	tablesSource,
	type AnalysisSource,
	type Opened
} from './analysis-source.ts';
import { Resource } from './resource.svelte.ts';
import type { MethodId } from './view-contract.ts';
import type { WorkbenchSurroundings } from './workbench-surroundings.ts';

/** What it needs from around it. */
interface ContentSurroundings extends Pick<
	WorkbenchSurroundings,
	'library' | 'location' | 'analysis' | 'libraryApi' | 'lastWorkspace'
> {
	/** How refunds count in what is opened. */
	readonly refunds: () => RefundRule;
}

/** What the address names, opened: the orders of a dataset, the tables of a workspace that has none, or a snapshot. */
export class OpenContent {
	readonly #around: ContentSurroundings;
	readonly #opened = new Resource<Opened>();
	readonly #read = new Resource<{ readonly id: string; readonly content: OpenSnapshot }>();

	readonly workspace: Workspace | null = $derived.by(() => {
		const { library, location, lastWorkspace } = this.#around;
		if (location.view.snapshot !== null) return null;
		return library.workspace(location.view.workspace ?? lastWorkspace());
	});
	/** The dataset that the address names, else the newest of the workspace. */
	readonly manifest: DatasetManifest | null = $derived.by(() => {
		if (this.snapshotId !== null) return this.snapshot?.dataset ?? null;
		const datasets = this.#around.library.datasetsOf(this.workspace?.id ?? null);
		return (
			datasets.find((dataset) => dataset.id === this.#around.location.view.dataset) ?? datasets[0] ?? null
		);
	});
	readonly source: AnalysisSource | null = $derived.by(() => {
		const { analysis, library } = this.#around;
		if (this.snapshotId !== null) {
			const content = this.snapshot;
			return content === null || this.manifest === null ? null : snapshotSource(this.snapshotId, content);
		}
		if (this.workspace === null) return null;
		const { id } = this.workspace;
		const links = library.links.key(id);
		if (this.manifest !== null) return datasetSource(analysis, this.manifest, this.decided, links);
		return library.tablesOf(id).length > 0 ? tablesSource(analysis, id, links) : null;
	});

	constructor(around: ContentSurroundings) {
		this.#around = around;
	}

	get snapshotId(): string | null {
		return this.#around.location.view.snapshot;
	}

	/** The open snapshot; null until it was read, and for data. */
	get snapshot(): OpenSnapshot | null {
		const current = this.#read.current;
		return current !== null && current.id === this.snapshotId ? current.content : null;
	}

	/** A snapshot: nothing of it changes, and nobody can be listed. */
	get readOnly(): boolean {
		return this.snapshotId !== null;
	}

	get base(): OpenBase | null {
		const opened = this.#opened.current;
		// What was opened of another version, or by other links, answers for other data.
		return this.readOnly || opened === null || opened.key !== this.source?.key ? null : opened.content;
	}

	get dataset(): OpenDataset | null {
		const { base } = this;
		return base !== null && isDataset(base) ? base : null;
	}

	get opening(): boolean {
		if (this.#around.library.status === 'starting') return true;
		return this.readOnly ? this.#read.loading : this.base === null && this.#opened.loading;
	}

	get error(): ErrorRecord | null {
		return this.readOnly ? this.#read.error : this.#opened.error;
	}

	lacksOrders(method: MethodId | null): boolean {
		if (this.readOnly || this.manifest !== null || this.source === null) return false;
		const { base, error } = this;
		if (base === null) return error?.code === 'orders-needed';
		if (method === 'contracts') return false;
		return method !== 'rfm' || base.eventTables.length === 0;
	}

	/** The version of the workspace's decisions about same customers. */
	get decided(): number {
		return this.workspace?.sameCustomers?.version ?? 0;
	}

	/** Keeps the open dataset, or snapshot, in step with the address. Call once, where effects may live. */
	keep(): void {
		$effect(() => {
			const id = this.snapshotId;
			if (id === null || this.#around.library.status !== 'ready') return;
			void this.#read.ask(id, async () => {
				const answer = await this.#around.libraryApi.snapshot(id);
				return answer.ok ? { ok: true, value: { id, content: answer.value } } : answer;
			});
		});
		$effect(() => {
			const { source } = this;
			const refunds = this.#around.refunds();
			if (source === null) this.#opened.clear();
			else this.#open(source, refunds);
		});
	}

	/** Tries again to open what could not be opened. */
	retry(): void {
		const { source } = this;
		if (source !== null) this.#open(source, this.#around.refunds());
	}

	#open({ key, open }: AnalysisSource, refunds: RefundRule): void {
		if (open !== null) void this.#opened.ask(`${key}:${refunds}`, () => open(refunds));
	}
}
