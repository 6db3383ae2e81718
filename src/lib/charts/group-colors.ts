import { stageIds } from '#lib/core/methods/lifecycle/types.ts';
import { segmentIds } from '#lib/core/methods/rfm/types.ts';

/** Value types share the segments' colours: from the best to the least strong blues, warm for those to win back, greys. */
const typeTones = [
	'champions',
	'potential-loyalist',
	'at-risk',
	'cant-lose',
	'new',
	'promising',
	'need-attention',
	'hibernating'
] as const;

/** The colour of the segment at a place of `segmentIds`, as CSS. */
export const segmentColor = (tone: number): string => `var(--segment-${segmentIds[tone] ?? 'lost'})`;
/** The colour of the value type at a place of `valueTypeIds`, as CSS. */
export const typeColor = (code: number): string => `var(--segment-${typeTones[code] ?? 'lost'})`;
/** The colour of the stage at a place of `stageIds`, as CSS. */
export const stageColor = (code: number): string => `var(--stage-${stageIds[code] ?? 'lost'})`;
