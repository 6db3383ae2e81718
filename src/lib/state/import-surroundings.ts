import {
	isTableRecipe,
	type AnyInspection,
	type AnyRecipe,
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
	/** What the target says of a file that no recipe was given for. */
	readonly defaultsFor: (target: ImportTarget | null) => ReadingDefaults;
	/** Whether a file is kept beside its dataset unless told otherwise. */
	readonly mayKeep: (bytes: number) => boolean;
	/** Whether files of a dataset or table are kept already. */
	readonly keeps: (datasetId: string) => boolean;
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

/** What a workspace takes for granted when a file is read. */
export interface ReadingDefaults {
	/** Of rows that are not plain sales; says nothing of tables. */
	readonly rows: Partial<RowChoices>;
	readonly zone?: string;
}

/** A first look at a file, with what its workspace takes for granted; `inspect` looks at it by a recipe. */
export async function firstLook(
	inspection: AnyInspection,
	{ rows, zone }: ReadingDefaults,
	inspect: (recipe: AnyRecipe) => Promise<Envelope<AnyInspection>>
): Promise<Envelope<AnyInspection>> {
	const zoned = { ...inspection.recipe, ...(zone !== undefined && { zone }) };
	const recipe = isTableRecipe(zoned) ? zoned : { ...zoned, choices: { ...zoned.choices, ...rows } };
	const given = { ...inspection, recipe } as AnyInspection;
	const moves = zone !== undefined && inspection.columns.some((column) => column.zoned === true);
	// Days are others in a zone: the rows that are shown are read once more. Why columns are what they are stays.
	const again = moves ? await inspect(recipe) : null;
	if (again?.ok === false) return again;
	return { ok: true, value: again === null ? given : { ...given, preview: again.value.preview } };
}
