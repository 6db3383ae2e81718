/** Something that stops an import, or something to look at, with small facts for its sentence. */
export interface Finding {
	readonly code: string;
	readonly params: Readonly<Record<string, string | number>>;
}
