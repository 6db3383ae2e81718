import {
	policyAmong,
	type Consent,
	type SharedColumn,
	type SharedColumnId,
	type SharingPolicy,
	type SharingRules
} from '#lib/api/index.ts';
import type { App } from './app.svelte.ts';
import { Resource } from './resource.svelte.ts';
import { versionKey } from './version-key.ts';

/** What becomes of the open dataset's columns in files that are given away: kept with the workspace, for the next time. */
export class Sharing {
	readonly #columns = new Resource<readonly SharedColumn[]>();
	/** What was chosen here and is being stored. */
	#chosen = $state.raw<{ readonly workspace: string; readonly rules: SharingRules } | null>(null);
	readonly #app: App;
	/** Of a file with rows: then linked tables have columns too, and not every column can become anything. */
	readonly #rows: boolean;

	constructor(app: App, rows = false) {
		this.#app = app;
		this.#rows = rows;
	}

	get rules(): SharingRules | null {
		const { workspace } = this.#app.workbench;
		if (this.#chosen !== null && this.#chosen.workspace === workspace?.id) return this.#chosen.rules;
		return workspace?.settings.sharing ?? null;
	}

	/** Null until they are known. */
	get columns(): readonly SharedColumn[] | null {
		return this.#columns.current;
	}

	get error() {
		return this.#columns.error;
	}

	get consent(): Consent | null {
		return this.rules?.consent ?? null;
	}

	set consent(consent: Consent | null) {
		this.#choose({ consent });
	}

	policy(column: Pick<SharedColumn, 'id' | 'nature' | 'policies'>): SharingPolicy {
		return policyAmong(this.rules, column);
	}

	setPolicy(column: SharedColumnId, policy: SharingPolicy): void {
		const others = (this.rules?.policies ?? []).filter((rule) => rule.column !== column);
		this.#choose({ policies: [...others, { column, policy }] });
	}

	/** The limit under which a file of this workspace has hidden groups; null while none has. */
	get hideBelow(): number | null {
		return this.rules?.hideBelow ?? null;
	}

	set hideBelow(k: number | null) {
		if (k !== null && k !== this.hideBelow) this.#choose({ hideBelow: k });
	}

	/** Keeps the columns in step with the dataset and the rules. Call once while a component initialises. */
	keep(): void {
		$effect(() => {
			const { dataset } = this.#app.workbench;
			const { rules } = this;
			if (dataset === null) return;
			const links = this.#rows ? this.#app.library.links.key(dataset.manifest.workspaceId) : '';
			const key = JSON.stringify([versionKey(dataset.manifest), rules, links]);
			void this.#columns.ask(key, () => this.#app.analysisApi.sharedColumns(rules, this.#rows));
		});
	}

	#choose(change: Partial<SharingRules>): void {
		const { workspace } = this.#app.workbench;
		if (workspace === null) return;
		const rules: SharingRules = { policies: [], consent: null, ...this.rules, ...change };
		this.#chosen = { workspace: workspace.id, rules };
		void this.#app.library.updateWorkspace({ id: workspace.id, settings: { sharing: rules } });
	}
}
