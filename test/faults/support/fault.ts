/** How a fault is to be run. */
export interface FaultSettings {
	/** How many times it is brought about. */
	readonly count: number;
	readonly seed: number;
	/** Folder of the built app. */
	readonly build: string;
}

/** What came of it. */
export interface Outcome {
	readonly tries: number;
	/** What happened how often, in words. */
	readonly counts: Readonly<Record<string, number>>;
	/** Everything that should not have been; empty when the app stood it. */
	readonly faults: readonly string[];
	/** Why it could not be brought about here. */
	readonly skipped?: string;
}

/** One kind of fault that is brought about in a real browser, again and again. */
export interface Fault {
	/** Names the option for its count. */
	readonly name: string;
	readonly title: string;
	/** How many tries make a long run. */
	readonly usual: number;
	run(settings: FaultSettings): Promise<Outcome>;
}

/** Counts what happened, by name. */
export function tally(): { readonly counts: Record<string, number>; readonly add: (name: string) => void } {
	const counts: Record<string, number> = {};
	return { counts, add: (name) => void (counts[name] = (counts[name] ?? 0) + 1) };
}
