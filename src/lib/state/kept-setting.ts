import type { Workspace, WorkspaceChange, WorkspaceSettings } from '#lib/api/index.ts';

/**
 * A setting of the workspace that is made of values of the data, so that no address may name it: what reasons for a loss mean, and what
 * statuses of contracts do.
 */
export class KeptSetting<Name extends 'lossReasons' | 'contractStatuses'> {
	readonly #name: Name;
	readonly #view: { readonly workspace: Workspace | null; readonly readOnly: boolean };
	readonly #update: (change: WorkspaceChange) => unknown;

	constructor(
		name: Name,
		view: { readonly workspace: Workspace | null; readonly readOnly: boolean },
		update: (change: WorkspaceChange) => unknown
	) {
		this.#name = name;
		this.#view = view;
		this.#update = update;
	}

	/** Null until something was chosen, and for a snapshot, which says it in its parameters. */
	get current(): NonNullable<WorkspaceSettings[Name]> | null {
		const { workspace, readOnly } = this.#view;
		return readOnly ? null : (workspace?.settings[this.#name] ?? null);
	}

	/** Null: nothing is said of it any more. */
	keep(chosen: NonNullable<WorkspaceSettings[Name]> | null): void {
		const { workspace, readOnly } = this.#view;
		if (workspace === null || readOnly) return;
		void this.#update({ id: workspace.id, settings: { [this.#name]: chosen ?? undefined } });
	}
}
