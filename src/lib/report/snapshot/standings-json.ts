import type { Standings } from '#lib/core/comparison/types.ts';
import { CoreError } from '#lib/core/errors.ts';

/** Where customers stand, as lists. */
export interface StandingsJson {
	readonly codes: readonly string[];
	readonly orders: readonly number[];
	readonly revenue: readonly number[];
	readonly segments: readonly number[];
	readonly types: readonly number[];
	readonly stages: readonly number[];
}

/** @example standingsToJson({ codes: ['a'], orders: [1], revenue: [5], segments: [0], types: [0], stages: [1] }).stages // => [1] */
export function standingsToJson({ codes, ...columns }: Standings): StandingsJson {
	return {
		codes,
		orders: [...columns.orders],
		revenue: [...columns.revenue],
		segments: [...columns.segments],
		types: [...columns.types],
		stages: [...columns.stages]
	};
}

/** @throws CoreError `snapshot-invalid` where columns are of other lengths, or a code stands for two customers. */
export function standingsFromJson({ codes, ...columns }: StandingsJson): Standings {
	const whole = Object.values(columns).every((column) => column.length === codes.length);
	if (!whole || new Set(codes).size !== codes.length) {
		throw new CoreError('snapshot-invalid', { at: 'standings' });
	}
	return {
		codes,
		orders: Float64Array.from(columns.orders),
		revenue: Float64Array.from(columns.revenue),
		segments: Uint8Array.from(columns.segments),
		types: Uint8Array.from(columns.types),
		stages: Uint8Array.from(columns.stages)
	};
}
