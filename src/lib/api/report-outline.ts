/** What one item of a report will be. */
export interface OutlineItem {
	/** '' for own words. */
	readonly title: string;
	/** What it says in a sentence; '' for nothing. */
	readonly finding: string;
	/** What a remark can be about, in its order: names to keep it by, and to read. */
	readonly marks: readonly { readonly key: string; readonly label: string }[];
	/** In a grid, the heads of the cells of each mark, which are kept by its key and their place ("#3.0"); else none. */
	readonly cells: readonly string[];
	/** The data give nothing for it: it will not be in the report. */
	readonly missing: boolean;
}

/** A chart, table or text that a method can put into a report. */
export interface OutlinePiece {
	readonly id: string;
	readonly title: string;
	readonly kind: 'tiles' | 'text' | 'figure' | 'table' | 'matrix' | 'triangle';
}

/** What the items of a report will say, in the report's language, and all that its methods have to give. */
export interface ReportOutline {
	/** One per item of the request. */
	readonly items: readonly OutlineItem[];
	/** One per section of the request. */
	readonly methods: readonly {
		readonly method: string;
		readonly title: string;
		readonly pieces: readonly OutlinePiece[];
	}[];
}
