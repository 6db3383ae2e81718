import {
	isTableRecipe,
	type AnyInspection,
	type Envelope,
	type ImportApi,
	type RecipeDrift,
	type RowChoices,
	type StoredManifest
} from '#lib/api/index.ts';
import type { ImportTarget } from './import-step.ts';

/** What an import needs from around it. */
export interface ImportSurroundings {
	readonly api: ImportApi;
	/** Makes the target workspace where it is new; answers its id. */
	readonly workspaceFor: (target: ImportTarget) => Promise<Envelope<string>>;
	/** Called once the dataset is stored. */
	readonly onStored: (manifest: StoredManifest) => Promise<void>;
	/** Whether a file of that size was imported before: only then its fingerprint is of interest. */
	readonly mayKnow: (file: File) => boolean;
	/** What the target says of rows that are not plain sales, for a file that no recipe was given for. */
	readonly rowsFor: (target: ImportTarget | null) => Partial<RowChoices>;
	/** Whether a file is kept beside its dataset unless told otherwise. */
	readonly mayKeep: (file: File) => boolean;
	readonly now: () => number;
	readonly newId: () => string;
	/** How long to wait after a change before the preview is read again, in ms. */
	readonly settleMs: number;
}

/** A recipe that came as a file of its own: anything, until a file is read by it. */
export interface HeldRecipe {
	readonly name: string;
	readonly recipe: unknown;
}

/** The recipe of another file that reads the one in hand: whose it is, where that is known. */
export interface AppliedRecipe {
	readonly name: string | null;
	readonly drift: RecipeDrift;
}

/** A first look at a file, with what its workspace says of rows that are not plain sales. */
export function withRows(inspection: AnyInspection, rows: Partial<RowChoices>): AnyInspection {
	const { recipe } = inspection;
	if (isTableRecipe(recipe)) return inspection;
	return { ...inspection, recipe: { ...recipe, choices: { ...recipe.choices, ...rows } } } as AnyInspection;
}
