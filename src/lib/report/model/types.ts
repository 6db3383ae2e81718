import type { SankeyLink, SankeyNode } from '#lib/core/drawing/sankey-layout.ts';
import type { Locale } from '#lib/i18n/messages.ts';

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

/** What a reader should take away: the first sentence is the finding, the rest its evidence. */
export interface Finding {
	readonly strong: string;
	readonly rest: string;
}

export interface Labelled {
	readonly label: string;
	readonly value: string;
}

export interface Tile extends Labelled {
	readonly note: string;
	/** The table of its section that holds what it says, as a whole or in a row, or whose median it is. */
	readonly of?:
		| { readonly piece: string; readonly by: 'whole' }
		| { readonly piece: string; readonly by: 'row' | 'median'; readonly row: number };
}

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
	/** A last row that sums up, set apart. */
	readonly total?: readonly Cell[];
	readonly note?: string;
}

/** Tables of one section that cut the same people in ways that can be reckoned from each other. */
export type SamePeople = 'scores' | 'groups' | 'tiers' | 'moves' | 'stages' | 'bands';

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

/** Stacked columns over periods; series that point down are drawn below the line. */
export interface ColumnsModel {
	readonly series: readonly { readonly label: string; readonly tone: Tone; readonly down: boolean }[];
	readonly points: readonly {
		readonly label: string;
		/** One value per series, never negative. */
		readonly values: readonly number[];
		readonly incomplete: boolean;
	}[];
	/** Value lines, with their words; includes zero. */
	readonly ticks: readonly { readonly at: number; readonly text: string }[];
	/** What its values are. */
	readonly as: NumberKind;
}

/** A curve of shares with what it is held against: its interval, or what lies below it. */
export interface CurveModel {
	readonly points: readonly {
		readonly label: string;
		readonly value: number;
		readonly low: number;
		readonly high: number;
		readonly text: string;
	}[];
	readonly ticks: readonly { readonly at: number; readonly text: string }[];
	readonly axis: string;
	/** What `low` and `high` are called; null where that is the curve itself. */
	readonly bounds: { readonly low: string; readonly high: string | null };
}

/** Who went where over some dates: blocks and bands, as `core/drawing/sankey-layout.ts` places them. */
export interface FlowModel {
	/** One per date. */
	readonly columns: readonly string[];
	readonly blocks: readonly (SankeyNode & { readonly label: string; readonly tone: Tone })[];
	readonly bands: readonly (SankeyLink & { readonly tone: Tone })[];
	readonly legend: readonly { readonly label: string; readonly tone: Tone }[];
}

/** Parts of a whole as areas, once for each thing that is shared out, as `core/drawing/squarify.ts` places them. */
export interface AreasModel {
	readonly wholes: readonly {
		readonly label: string;
		readonly parts: readonly {
			readonly label: string;
			/** Not drawn unless above 0. */
			readonly value: number;
			readonly text: string;
			readonly tone: Tone;
		}[];
	}[];
}

export type Picture =
	| { readonly kind: 'areas'; readonly model: AreasModel }
	| { readonly kind: 'columns'; readonly model: ColumnsModel }
	| { readonly kind: 'curve'; readonly model: CurveModel }
	| { readonly kind: 'flow'; readonly model: FlowModel };

/**
 * One piece of what a method found. A picture always has its table beside it. Its id is its name among the pieces of its
 * method, the same in every report and language.
 */
export type Block = { readonly id: string } & (
	| { readonly kind: 'tiles'; readonly tiles: readonly Tile[] }
	| { readonly kind: 'text'; readonly text: string }
	| {
			readonly kind: 'figure';
			readonly title: string;
			readonly finding: string;
			readonly picture: Picture;
			readonly table: TableModel;
			readonly note: string | null;
			readonly about?: SamePeople;
	  }
	| {
			readonly kind: 'table';
			readonly title: string;
			readonly finding: string;
			readonly table: TableModel;
			readonly about?: SamePeople;
	  }
	| {
			readonly kind: 'matrix';
			readonly title: string;
			readonly finding: string;
			readonly matrix: MatrixModel;
			readonly about?: SamePeople;
	  }
	| {
			readonly kind: 'triangle';
			readonly title: string;
			readonly finding: string;
			readonly triangles: readonly TriangleModel[];
	  }
);

/** What one analysis says: a question to one method, with its parameters and frame. */
export interface Section {
	readonly id: string;
	readonly method: string;
	readonly title: string;
	readonly purpose: string;
	readonly findings: readonly Finding[];
	readonly warnings: readonly string[];
	readonly frame: string;
	/** Those that the report shows; what may be told of them where small groups are hidden. */
	readonly blocks: readonly Block[];
	/** Said above its pieces where some of them are hidden; '' for nothing. */
	readonly notice: string;
	readonly parameters: readonly Labelled[];
	readonly provenance: string;
}

/** Own words: a paragraph, or a list. */
export type OwnText =
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'list'; readonly numbered: boolean; readonly entries: readonly string[] };

/** A row of a table or point of a picture ("3"), or a cell beside a row's head ("3.0"); `placeOf` makes it. */
export type MarkPlace = `${number}` | `${number}.${number}`;

/** A remark on a piece, at one of its marks (`at`: the mark's name, '' for the whole). */
export interface Remark {
	readonly at: string;
	/** Null for the whole. */
	readonly place: MarkPlace | null;
	readonly text: string;
}

/** One thing in a chapter, in reading order. Its key is the same in every language. */
export type Item = { readonly key: string } & (
	| { readonly kind: 'text'; readonly text: readonly OwnText[] }
	/** What all analyses of the report found, in sentences. */
	| { readonly kind: 'summary' }
	/** The sentences of one analysis. */
	| { readonly kind: 'findings'; readonly section: Section }
	| {
			readonly kind: 'piece';
			readonly section: Section;
			readonly block: Block;
			readonly caption: string;
			readonly remarks: readonly Remark[];
	  }
);

/** A part of the report under one heading. */
export interface Chapter {
	readonly id: string;
	/** '' for what stands before the first heading. */
	readonly title: string;
	readonly items: readonly Item[];
	/** The analyses that its items are of. */
	readonly sections: readonly Section[];
}

/** The words of one method's definition record, in the report's language. */
export interface DefinitionModel {
	readonly id: string;
	readonly name: string;
	readonly version: string;
	readonly purpose: string;
	readonly formulas: readonly Labelled[];
	readonly assumptions: readonly string[];
	readonly sources: readonly { readonly title: string; readonly url: string | null }[];
}

/** A whole report in words and numbers, ready to be written in any form. */
export interface ReportModel {
	readonly locale: Locale;
	readonly title: string;
	readonly preparedFor: string;
	readonly facts: readonly Labelled[];
	/** Paragraphs. */
	readonly notes: readonly string[];
	/** The analyses that the report is made of, each once; the order of reading is that of `chapters`. */
	readonly sections: readonly Section[];
	/** What is read, in its order. Every piece is one of a section's blocks. */
	readonly chapters: readonly Chapter[];
	readonly definitions: readonly DefinitionModel[];
	readonly totals: {
		readonly lead: string;
		readonly sound: boolean;
		readonly tables: readonly TableModel[];
		readonly remarks: string;
	};
	readonly made: { readonly table: TableModel; readonly explain: string; readonly hashes: TableModel };
	readonly footer: string;
}
