import type { Envelope, ErrorRecord, Workspace, WorkspaceChange, WorkspaceSettings } from '#lib/api/index.ts';

/** How a workspace is changed, and who hears that it could not be. */
export interface SettingStore {
	readonly update: (change: WorkspaceChange) => Promise<Envelope<Workspace>>;
	readonly refused: (error: ErrorRecord) => void;
}

/**
 * A setting of the workspace that is made of values of the data, so that no address may name it: what reasons for a loss mean, and what
 * statuses of contracts do.
 */
export class KeptSetting<Name extends 'lossReasons' | 'contractStatuses'> {
	readonly #name: Name;
	readonly #view: { readonly workspace: Workspace | null; readonly readOnly: boolean };
	readonly #store: SettingStore;

	constructor(
		name: Name,
		view: { readonly workspace: Workspace | null; readonly readOnly: boolean },
		store: SettingStore
	) {
		this.#name = name;
		this.#view = view;
		this.#store = store;
	}

	/** Null until something was chosen, and for a snapshot, which says it in its parameters. */
	get current(): NonNullable<WorkspaceSettings[Name]> | null {
		const { workspace, readOnly } = this.#view;
		return readOnly ? null : (workspace?.settings[this.#name] ?? null);
	}

	/** Null: nothing is said of it any more. Where that cannot be stored, the store hears why. */
	async keep(chosen: NonNullable<WorkspaceSettings[Name]> | null): Promise<void> {
		const { workspace, readOnly } = this.#view;
		if (workspace === null || readOnly) return;
		const settings = { [this.#name]: chosen ?? undefined };
		const answer = await this.#store.update({ id: workspace.id, settings });
		if (!answer.ok) this.#store.refused(answer.error);
	}
}
