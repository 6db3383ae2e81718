import { placeKinds, type MigrationResult } from '#lib/core/methods/migration/types.ts';
import { movedGroups } from '#lib/i18n/place-names.ts';
import { numberAt, rowIndices } from './columns.ts';
import type { Tone } from './types.ts';
import type { Voice } from './voice.ts';

/** A row of `places` as a report shows it. */
export interface PrintedPlace {
	readonly name: string;
	readonly tone: Tone;
}

/** The places of a result, row by row. */
export function printedPlaces(result: MigrationResult, voice: Voice): PrintedPlace[] {
	const { places } = result.tables;
	const groups = movedGroups(result.params, voice.messages.terms);
	const family = ({ segments: 'segment', types: 'type', stages: 'stage' } as const)[result.params.of];
	return rowIndices(places).map((row) => {
		const kind = placeKinds[numberAt(places, 'kind', row)] ?? 'group';
		if (kind !== 'group') return { name: voice.messages.migration.kinds[kind](), tone: 'soft' };
		const group = groups[numberAt(places, 'code', row)];
		return { name: group?.name ?? '', tone: `${family}-${group?.tone ?? 0}` };
	});
}
