/** One period of growth accounting: who came (up) and who went (down). */
export interface GrowthPeriod {
	readonly label: string;
	readonly returning: number;
	readonly new: number;
	readonly resurrected: number;
	readonly dormant: number;
	/** (new + resurrected) ÷ dormant; NaN without dormant. */
	readonly pulse: number;
	readonly incomplete: boolean;
	/** What each state's piece says, the first line its name. */
	readonly lines: Readonly<Record<GrowthState, readonly string[]>>;
}

/** The states from the axis outwards: three up, one down. */
export const growthUp = ['returning', 'new', 'resurrected'] as const;
export type GrowthState = (typeof growthUp)[number] | 'dormant';

export interface GrowthPiece {
	readonly state: GrowthState;
	/** Signed edges of the piece; `from` is nearer to zero. */
	readonly from: number;
	readonly to: number;
}

/**
 * The pieces of one diverging column: returning, new and resurrected stacked upwards, dormant downwards.
 *
 * @example
 * stackGrowth({ returning: 5, new: 2, resurrected: 1, dormant: 4 }).map((piece) => [piece.state, piece.from, piece.to]) // => [['returning', 0, 5], ['new', 5, 7], ['resurrected', 7, 8], ['dormant', 0, -4]]
 */
export function stackGrowth(period: Pick<GrowthPeriod, GrowthState>): GrowthPiece[] {
	let base = 0;
	const pieces: GrowthPiece[] = growthUp.map((state) => {
		const from = base;
		base += period[state];
		return { state, from, to: base };
	});
	pieces.push({ state: 'dormant', from: 0, to: -period.dormant });
	return pieces;
}
