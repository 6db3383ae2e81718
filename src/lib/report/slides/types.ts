/** A piece of text of a slide. */
export interface Run {
	readonly text: string;
	readonly bold?: boolean;
	/** Six hex digits; ink without. */
	readonly color?: string;
}

export interface Paragraph {
	readonly runs: readonly Run[];
	/** Points. */
	readonly size: number;
	readonly bullet?: boolean;
	/** Stands out as something to heed. */
	readonly warning?: boolean;
}

/** A cell of a native table. */
export interface SlideCell {
	readonly runs: readonly Run[];
	readonly align: 'left' | 'center' | 'right';
	/** The ground, as six hex digits. */
	readonly fill?: string;
	readonly bold?: boolean;
}

/** How the numbers of a chart are written. */
export type ChartFormat = 'count' | 'number' | 'money' | 'share';

/** A chart that the reader can go on editing: its numbers lie in a workbook inside it. Money in whole units. */
export interface SlideChart {
	readonly kind: 'chart';
	readonly shape: 'columns' | 'bars' | 'lines';
	readonly labels: readonly string[];
	readonly series: readonly {
		readonly label: string;
		readonly values: readonly number[];
		/** Of the series, or one for each of its values. */
		readonly colors: readonly string[];
		readonly faint?: boolean;
	}[];
	readonly format: ChartFormat;
	/** Where the axis of values ends; absent: as the program likes. */
	readonly top?: number;
	readonly axis: string;
	/** In words, for who cannot see it. */
	readonly alt: string;
	readonly note: string | null;
}

export interface SlideTable {
	readonly kind: 'table';
	/** Inches. */
	readonly widths: readonly number[];
	/** Points. */
	readonly size: number;
	/** The first of them are heads. */
	readonly rows: readonly (readonly SlideCell[])[];
	readonly heads: number;
	/** Inches. */
	readonly heights: readonly number[];
	readonly note: string | null;
	/** Cells stand apart, as fields of a grid. */
	readonly grid: boolean;
}

export interface SlideWords {
	readonly kind: 'words';
	readonly paragraphs: readonly Paragraph[];
}

export interface SlideTiles {
	readonly kind: 'tiles';
	readonly tiles: readonly { readonly label: string; readonly value: string; readonly note: string }[];
}

export type SlideBody = SlideChart | SlideTable | SlideWords | SlideTiles;

/** A slide before it is written: a sentence as its title, and what stands below it, from top to bottom. */
export interface Slide {
	readonly cover?: boolean;
	/** What the slide belongs to, above its title. */
	readonly above: string;
	readonly title: string;
	readonly body: readonly SlideBody[];
	/** What the speaker has before them, line by line. */
	readonly notes: readonly string[];
}
