import { stageIds } from '#lib/core/methods/lifecycle/types.ts';
import type { MigrationResult } from '#lib/core/methods/migration/types.ts';
import { valueTypeIds } from '#lib/core/methods/rfm/types.ts';
import type { Messages } from './messages.ts';
import { segmentsOf } from './segment-names.ts';

/** A group between which customers move, as it is shown. */
export interface NamedGroup {
	readonly name: string;
	/** What has its colour: a place in `segmentIds`, `valueTypeIds` or `stageIds`. */
	readonly tone: number;
}

/** The groups of a result about movement by their codes. */
export function movedGroups(
	{
		of,
		rfm
	}: {
		readonly of: MigrationResult['params']['of'];
		readonly rfm: Pick<MigrationResult['params']['rfm'], 'rules'>;
	},
	terms: Pick<Messages['terms'], 'segments' | 'valueTypes' | 'stages'>
): readonly NamedGroup[] {
	if (of === 'stages') return stageIds.map((id, tone) => ({ name: terms.stages[id](), tone }));
	if (of === 'types') return valueTypeIds.map((id, tone) => ({ name: terms.valueTypes[id](), tone }));
	return segmentsOf(rfm.rules, terms.segments);
}
