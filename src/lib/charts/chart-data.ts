/** The shapes that plots take: numbers already placed and worded by the screen. */

export interface AxisEntry {
	readonly label: string;
	readonly sub?: string;
}
export interface HeatCell {
	/** Step of the sequential scale, 1..8. */
	readonly step: number;
	readonly text: string;
	readonly sub?: string;
	/** Everything the cell says, for screen readers and the tip; its first line is the cell's name. */
	readonly lines: readonly string[];
	/** Nobody behind it: shown faint. */
	readonly empty?: boolean;
}

export interface CohortCell {
	/** Index of the row in the table behind the chart. */
	readonly index: number;
	readonly step: number;
	/** Written when there is room: "38.2%". */
	readonly text: string;
	/** Written when there is little: "38". */
	readonly short: string;
	readonly incomplete: boolean;
	/** Everything the cell says; the first line is its name. */
	readonly lines: readonly string[];
}
export interface CohortRow {
	readonly label: string;
	/** The size in words. */
	readonly size: string;
	readonly incomplete: boolean;
	readonly cells: readonly CohortCell[];
}

export interface TrendPoint {
	readonly label: string;
	/** One value per panel. */
	readonly values: readonly number[];
	/** The part of the panel's value that is drawn stronger (new of active); NaN or absent for none. */
	readonly parts?: readonly number[];
	readonly incomplete: boolean;
	readonly lines: readonly string[];
}
export interface TrendPanel {
	readonly label: string;
	readonly height: number;
	readonly format: (value: number) => string;
	/** CSS colours of the column and of its stronger part. */
	readonly color?: string;
	readonly partColor?: string;
}

export interface CurvePoint {
	readonly x: number;
	readonly value: number;
	readonly low: number;
	readonly high: number;
	/** Everything the point says; the first line is its name. */
	readonly lines: readonly string[];
}

/** A line that keeps a curve company: drawn, and said elsewhere. */
export interface CurveCompanion {
	readonly points: readonly { readonly x: number; readonly value: number }[];
	/** CSS colour. */
	readonly color: string;
	/** Drawn as strongly as the curve itself. */
	readonly strong?: boolean;
}

/** A rate and its interval, with a name. */
export interface IntervalRow {
	readonly label: string;
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly text: string;
	/** Everything the row says; the first line is its name. */
	readonly lines: readonly string[];
}

/** Values on one line, with a name. */
export interface StripRow {
	readonly label: string;
	/** All values, the marked one among them. */
	readonly dots: readonly number[];
	/** The marked value; null for none. */
	readonly own: number | null;
	/** Quartiles; NaN where there are too few values for any. */
	readonly low: number;
	readonly median: number;
	readonly high: number;
	/** The ends of the line, and the marked value, in words. */
	readonly least: string;
	readonly greatest: string;
	readonly text: string;
	/** Everything the row says; the first line is its name. */
	readonly lines: readonly string[];
}

export interface FunnelStep {
	readonly label: string;
	readonly value: number;
	readonly text: string;
	/** How many of the step before came here; '' on the first. */
	readonly conversion: string;
	/** A quiet remark beside the conversion: the median time. */
	readonly note: string;
	/** A second one, left out where there is no room: the long times, how many stopped. */
	readonly extra: string;
	readonly color: string;
	readonly lines: readonly string[];
	/** A side step is not part of the row above: set apart by a line. */
	readonly aside?: boolean;
}

/** One bar of the whole, cut into parts. */
export interface ShareRow {
	readonly label: string;
	readonly parts: readonly SharePart[];
}
export interface SharePart {
	/** 0..1 of the row. */
	readonly share: number;
	/** Written inside when there is room. */
	readonly text: string;
	/** CSS colours of the part and of what is written on it. */
	readonly color: string;
	readonly ink: string;
	/** Everything the part says; the first line is its name. */
	readonly lines: readonly string[];
}

/** One bar of a waterfall: a level, which stands on zero, or a change from one sum to the next. */
export interface WaterfallBar {
	readonly label: string;
	readonly from: number;
	readonly to: number;
	readonly text: string;
	/** CSS colour. */
	readonly color: string;
	/** Everything the bar says; the first line is its name. */
	readonly lines: readonly string[];
}

/** A block of a flow: those of one group on one date. */
export interface FlowBlock {
	/** Column, from 0. */
	readonly step: number;
	/** The group's place from top to bottom, the same in every column. */
	readonly group: number;
	readonly value: number;
	readonly label: string;
	/** CSS colour. */
	readonly color: string;
	/** Everything the block says; the first line is its name. */
	readonly lines: readonly string[];
}
/** A band of a flow: those who went from a group to another, or stayed, from column `step` to the next. */
export interface FlowBand {
	readonly step: number;
	readonly from: number;
	readonly to: number;
	readonly value: number;
	readonly color: string;
	readonly lines: readonly string[];
}

/** A date of a history; `lines` say everything of it, the first is its name. */
export interface StepDate {
	readonly label: string;
	readonly lines: readonly string[];
}
/** Scores from 1 to `max`, one per date; NaN for none. */
export interface StepLine {
	readonly label: string;
	readonly values: readonly number[];
	readonly max: number;
}
/** Groups, one per date; an empty text for none. */
export interface StepBand {
	readonly label: string;
	readonly parts: readonly { readonly text: string; readonly color: string }[];
}
