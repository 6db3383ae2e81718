import type { Locale } from '#lib/i18n/messages.ts';
import type { Picture } from './picture-types.ts';
import type { MatrixModel, TableModel, TriangleModel } from './table-types.ts';

export type * from './picture-types.ts';
export type * from './table-types.ts';

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
	/** Its place among all figures of the block, where some of them are hidden: what remarks know it by. */
	readonly place?: number;
	/** The table of its section that holds what it says, as a whole or in a row, or whose median it is. */
	readonly of?:
		| { readonly piece: string; readonly by: 'whole' }
		| { readonly piece: string; readonly by: 'row' | 'median'; readonly row: number };
}

/** Tables of one section that cut the same people in ways that can be reckoned from each other. */
export type SamePeople = 'scores' | 'groups' | 'tiers' | 'moves' | 'stages' | 'bands';

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
			/** How its picture is read; goes with the picture. */
			readonly reading?: string;
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
			/** What its colours say; a table made of it has none. */
			readonly reading?: string;
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
