/** A colour by its meaning; the writer decides how it looks. */
export type Tone =
	| 'mark'
	| 'soft'
	| 'good'
	| 'bad'
	| `segment-${number}`
	| `type-${number}`
	| `stage-${number}`
	| `growth-${number}`;

export interface Column {
	readonly label: string;
	readonly align: 'start' | 'end';
}

/** What a number in a cell is: a count, a number, money in smallest units, a share of 1, a day since 1970-01-01. */
export type NumberKind = 'count' | 'number' | 'money' | 'share' | 'day';

export interface Cell {
	readonly text: string;
	/** The number that the text says, where it says one; NaN for none. */
	readonly value?: number;
	readonly as?: NumberKind;
	/** A coloured mark before the text. */
	readonly tone?: Tone;
	/** A bar of this share (0..1) of the cell, beside the text. */
	readonly bar?: number;
	readonly quiet?: boolean;
	/** A hash: every character counts. */
	readonly mono?: boolean;
	/** Of a head, by which the memory of hidden groups knows its row; the text without it. It outlasts a change of wording. */
	readonly key?: string;
}

/** A table whose first column heads its rows. */
export interface TableModel {
	readonly caption: string;
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly Cell[])[];
	/** Counts of people that each row speaks of without printing them: hidden groups are looked for among them too. */
	readonly behind?: readonly (readonly number[])[];
	/** The part of each row that has a known sum of its own; without it all rows are one. */
	readonly parts?: readonly number[];
	/** Rows whose count follows from the number of customers, which is told: hiding one of them hides no count. */
	readonly given?: readonly boolean[];
	/** How many of something (orders, months) the people of each row have, at least and at most, whose sum is told elsewhere. */
	readonly weighted?: {
		readonly ranges: readonly (readonly [least: number, most: number])[];
		readonly sum: number;
	};
	/** The column from which cells are counted that remarks are about; 1 without it. In a later part of a wide table it lies before its columns. */
	readonly cellsFrom?: number;
	/** A last row that sums up, set apart. */
	readonly total?: readonly Cell[];
	readonly note?: string;
}

/** A heat cell: `step` 0 (empty) to 8 (deepest). */
export interface HeatCell {
	readonly main: string;
	readonly sub: string;
	readonly step: number;
	/** The numbers behind both texts: a count, and money (of the matrix's measure). */
	readonly customers: number;
	readonly revenue: number;
}

export interface MatrixModel {
	/** What the money of its cells is; or, where it is none, the number. */
	readonly measure: string;
	readonly as?: 'money' | 'number';
	readonly caption: string;
	readonly rowHeads: readonly { readonly label: string; readonly range: string }[];
	readonly columnHeads: readonly { readonly label: string; readonly range: string }[];
	readonly cells: readonly (readonly HeatCell[])[];
	readonly scale: string;
}

export interface TriangleModel {
	readonly caption: string;
	readonly cohortHead: string;
	readonly sizeHead: string;
	/** Column heads: N. */
	readonly periods: readonly string[];
	readonly rows: readonly {
		readonly cohort: string;
		readonly size: string;
		readonly customers: number;
		/** Null where the data do not reach. */
		readonly cells: readonly ({
			readonly text: string;
			readonly rate: number;
			/** How many people the cell speaks of, whether or not its rate is one of people. */
			readonly people: number;
			readonly step: number;
			readonly cut: boolean;
		} | null)[];
	}[];
	readonly note: string | null;
	/** What a folded table is called; null stands open. */
	readonly fold: string | null;
}
