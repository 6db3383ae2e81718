import type { LossReasons, Workspace } from '#lib/api/index.ts';

/** Where the data of a workspace say why customers left, and what that means: a setting that is made of values of the data. */
export class KeptLossReasons {
	readonly #view: { readonly workspace: Workspace | null; readonly readOnly: boolean };
	readonly #update: (next: Workspace) => unknown;

	constructor(
		view: { readonly workspace: Workspace | null; readonly readOnly: boolean },
		update: (next: Workspace) => unknown
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
		const { lossReasons: _before, ...others } = workspace.settings;
		const settings = reasons === null ? others : { ...others, lossReasons: reasons };
		void this.#update({ ...workspace, settings });
	}
}
