/** A short text on a chart or table. */
export interface PieceRemark {
	/**
	 * The mark it is about: a period as it is written ("2011-03"), else the row of its table ("#3"); of a grid also the cell of
	 * that row, from 0 ("#3.0"); '' for the whole. Never a value of the data.
	 */
	readonly at: string;
	readonly text: string;
}

/**
 * The row's and the cell's part of the mark that a remark is about; no cell: the row itself.
 *
 * @example
 * markParts('2011-03.4') // => { row: '2011-03', cell: 4 }
 * markParts('#3') // => { row: '#3', cell: null }
 */
export function markParts(at: string): { readonly row: string; readonly cell: number | null } {
	const [, row = at, cell] = /^(.*?)(?:\.(\d+))?$/.exec(at) ?? [];
	return { row, cell: cell === undefined ? null : Number(cell) };
}

/** How a screen was set when something was taken from it. */
export interface PieceView {
	readonly params: Readonly<Record<string, unknown>>;
	/** Null: the day that the workspace begins with. */
	readonly asOf: number | null;
	/** Where the observation window begins: everything, months before the as-of date, or a day. */
	readonly window:
		| { readonly kind: 'all' }
		| { readonly kind: 'months'; readonly months: number }
		| { readonly kind: 'from'; readonly day: number };
}

/** All pieces of a method under its name as a heading. */
export const WHOLE_METHOD = '*';
/** The sentences of a method alone. */
export const FINDINGS_PIECE = 'findings';

/** Headings that ready templates use, in the language of the report. */
export const headingWords = [
	'base',
	'stages',
	'growth',
	'retention',
	'churn',
	'movement',
	'value',
	'segments',
	'outlook',
	'origins',
	'year',
	'cuts',
	'warning',
	'contracts',
	'chosen'
] as const;
export type HeadingWord = (typeof headingWords)[number];

/** A heading, with words of its own or those of a template. */
export interface HeadingItem {
	readonly kind: 'heading';
	/** '' for the words of `word`. */
	readonly text: string;
	readonly word: HeadingWord | null;
}

/** Paragraphs and lists as they were typed. */
export interface TextItem {
	readonly kind: 'text';
	readonly text: string;
}

/** What all methods of the report found, in sentences. */
export interface SummaryItem {
	readonly kind: 'summary';
}

/** What a piece of a method's findings says besides itself. */
export interface PieceWords {
	/** Id of a piece of its method, `WHOLE_METHOD` or `FINDINGS_PIECE`. */
	readonly piece: string;
	readonly caption: string;
	readonly remarks: readonly PieceRemark[];
}

/** A chart, table or the sentences of a method, as a workspace keeps it. */
export interface PieceItem extends PieceWords {
	readonly kind: 'piece';
	readonly method: string;
	/** Null: as its screen is set when the report is made. */
	readonly view: PieceView | null;
}

/** The same in a report that is asked for: of its section `section`. */
export interface AskedPiece extends PieceWords {
	readonly kind: 'piece';
	readonly section: number;
}

export type LayoutItem = { readonly id: string } & (HeadingItem | TextItem | SummaryItem | PieceItem);

/** What a report that is asked for consists of, in reading order. */
export type AskedItem = HeadingItem | TextItem | SummaryItem | AskedPiece;

/** The ready reports. */
export const reportTemplates = ['everything', 'lifecycle', 'value', 'segments', 'year', 'retention'] as const;
export type ReportTemplate = (typeof reportTemplates)[number];

/** Whose report it is, as far as its reader is to see. */
export interface ReportBrand {
	/** '' for none. */
	readonly organisation: string;
	/** `#rrggbb`; null for the app's own. */
	readonly accent: string | null;
	/** A PNG as a data URI; null for none. */
	readonly logo: string | null;
}

/** The report of a workspace, as it is kept between visits. */
export interface ReportLayout {
	/** The template that it began as, for its name. */
	readonly template: ReportTemplate;
	/** '' for the title that the template and the data give. */
	readonly title: string;
	readonly preparedFor: string;
	readonly notes: string;
	readonly items: readonly LayoutItem[];
	readonly brand: ReportBrand;
}
