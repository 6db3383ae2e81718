/** A number of a snapshot that is another one when it is computed again. */
export interface Difference {
	readonly method: string;
	/** A table of the result; `scalars` for single numbers. */
	readonly table: string;
	/** From 1; of a snapshot without small groups, with the head of the row. 0 where there are no rows. */
	readonly row: number;
	readonly head: string;
	readonly column: string;
	readonly saved: number | string | null;
	readonly found: number | string | null;
}

/** What came of computing a snapshot again from its file. */
export interface Verification {
	/** Values compared. */
	readonly compared: number;
	/** Values that are hidden or go by another name in the snapshot: nobody can compare them. */
	readonly hidden: number;
	/** How many differ, and the first hundred of them. */
	readonly differing: number;
	readonly differences: readonly Difference[];
	/** Whether the file is byte for byte the one that the snapshot was made from. */
	readonly sameFile: boolean;
	/** Methods whose definition has another version now: their numbers may differ rightly. */
	readonly otherVersions: readonly string[];
	/** The hash over all analyses, as the snapshot says and as it was found. */
	readonly provenance: { readonly saved: string; readonly found: string };
}
