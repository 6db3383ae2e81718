import { measured, type Measured } from '../in-profit.ts';
import { inputOn } from '../input-on.ts';
import { NO_STAGE, stageLabels, type StageCutting } from '../lifecycle/labels.ts';
import { stageIds } from '../lifecycle/types.ts';
import { rfmLabels, type RfmCutting } from '../rfm/labels.ts';
import { segmentIds, valueTypeIds, type RfmParams } from '../rfm/types.ts';
import type { MethodInput } from '../types.ts';
import type { MigrationParams } from './types.ts';

/** Places that are no group, beside the codes of groups. */
export const NO_GROUP = 253;
export const OUTSIDE = 254;
export const NOT_YET = 255;

/** Where every customer stands on a day: the code of a group, or one of the places that are none. */
export interface Standing {
	readonly of: Uint8Array;
	/** What decided it on that day; null where nothing of it can be held for another day. */
	readonly cutting: Cutting | null;
}
export type Cutting = { readonly rfm: RfmCutting } | { readonly stages: StageCutting };

/**
 * The number of groups that there are by the parameters: 0 where scores have no segments.
 *
 * @example
 * groupCount({ of: 'stages' }) // => 7
 * groupCount({ of: 'segments', rfm: { rules: null, binning: 'quantile', bins: 4 } }) // => 0
 */
export function groupCount({ of, rfm }: Pick<MigrationParams, 'of' | 'rfm'>): number {
	if (of === 'stages') return stageIds.length;
	if (of === 'types') return valueTypeIds.length;
	if (rfm.rules !== null) return new Set(rfm.rules.map(({ segment }) => segment)).size;
	return binsOf(rfm) === 5 ? segmentIds.length : 0;
}

function binsOf({ binning, bins }: RfmParams): number {
	return binning === 'mean' ? 2 : bins;
}

/** What there is to tell groups by on a day, where profit does: whether it is enough, and what is to be said of it. */
export function basisOn(input: MethodInput, { of, rfm }: MigrationParams, day: number): Measured {
	return measured(inputOn(input, day), of === 'stages' ? undefined : rfm.basis, 'window');
}

/**
 * Where every customer stands on a day, by the method that their screen uses, in a window as long as the frame's; with
 * `held`, by the cuts of another day. Some linear passes over the orders; nothing is cut or copied.
 */
export function standingOn(
	input: MethodInput,
	params: MigrationParams,
	day: number,
	held: Cutting | null = null
): Standing {
	const at = inputOn(input, day);
	if (params.of === 'stages') {
		const { stage, cutting } = stageLabels(
			at,
			params.lifecycle,
			held && 'stages' in held ? held.stages : null
		);
		return { of: stage.map((code) => (code === NO_STAGE ? NOT_YET : code)), cutting: { stages: cutting } };
	}
	const labels = rfmLabels(at, params.rfm, held && 'rfm' in held ? held.rfm : null);
	const of = ordered(at);
	const codes = params.of === 'types' ? labels.type : labels.segment;
	const groups = groupCount(params);
	const { customer } = labels;
	for (let i = 0; i < customer.length; i++) {
		const code = codes[i] as number;
		of[customer[i] as number] = code < groups ? code : NO_GROUP;
	}
	return { of, cutting: labels.cutting && { rfm: labels.cutting } };
}

/** Whoever has ordered by then stands outside the window until it is known better; all others are not there yet. */
function ordered({ ledger, frame }: MethodInput): Uint8Array {
	const { offsets, day } = ledger;
	const of = new Uint8Array(ledger.customers.size).fill(NOT_YET);
	for (let who = 0; who < of.length; who++) {
		const first = offsets[who] as number;
		if (first < (offsets[who + 1] as number) && (day[first] as number) <= frame.asOf) of[who] = OUTSIDE;
	}
	return of;
}
