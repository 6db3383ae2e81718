import type { LossReasons, Workspace, WorkspaceChange } from '#lib/api/index.ts';

/** Where the data of a workspace say why customers left, and what that means: a setting that is made of values of the data. */
export class KeptLossReasons {
	readonly #view: { readonly workspace: Workspace | null; readonly readOnly: boolean };
	readonly #update: (change: WorkspaceChange) => unknown;

	constructor(
		view: { readonly workspace: Workspace | null; readonly readOnly: boolean },
		update: (change: WorkspaceChange) => unknown
	) {
		this.#view = view;
		this.#update = update;
	}

	/** Null until something was chosen, and for a snapshot, which says it in its parameters. */
	get current(): LossReasons | null {
		const { workspace, readOnly } = this.#view;
		return readOnly ? null : (workspace?.settings.lossReasons ?? null);
	}

	/** Null: no column is looked at any more. */
	keep(reasons: LossReasons | null): void {
		const { workspace, readOnly } = this.#view;
		if (workspace === null || readOnly) return;
		void this.#update({ id: workspace.id, settings: { lossReasons: reasons ?? undefined } });
	}
}
