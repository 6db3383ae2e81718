import type { SankeyLink, SankeyNode } from '#lib/core/drawing/sankey-layout.ts';
import type { NumberKind, Tone } from './table-types.ts';

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

/** A curve of shares, or of money, with what it is held against: its interval, or what lies below it. */
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
	/** Absent: shares. */
	readonly as?: 'money';
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
