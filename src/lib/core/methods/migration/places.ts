import { stageIds, type StageId } from '../lifecycle/types.ts';
import { segmentIds, valueTypeIds } from '../rfm/types.ts';
import { groupCount, NO_GROUP, NOT_YET, OUTSIDE, type Standing } from './standing.ts';
import { moveWays, type MigrationParams } from './types.ts';

/** Stages from the strongest down: who buys most before who buys, and those before who has gone quiet. */
const stageOrder: readonly StageId[] = [
	'mature',
	'growing',
	'won-back',
	'new',
	'declining',
	'potential',
	'lost'
];
/** What falls quiet although it was worth much: where a call may still help. */
const atRisk = { segments: ['at-risk', 'cant-lose'], types: ['lhh', 'llh'], stages: ['declining'] } as const;
const kinds = [NO_GROUP, OUTSIDE, NOT_YET];

/** The places that occur, as rows of a table. */
export interface Places {
	/** Codes: the groups, empty ones included, then those of the other places where anybody is. */
	readonly codes: Uint8Array;
	/** Row by code. */
	readonly rowOf: Uint8Array;
	readonly groups: number;
	/** Places where one can be on the later day: all but "not yet", which stands last. */
	readonly arrivals: number;
}

/**
 * The groups, and the other places where somebody stood on one of the days.
 *
 * @example
 * placesOf({ of: 'types' }, [{ of: Uint8Array.of(3, 255) }, { of: Uint8Array.of(3, 7) }]).codes // => [0, 1, 2, 3, 4, 5, 6, 7, 255]
 */
export function placesOf(
	params: Pick<MigrationParams, 'of' | 'rfm'>,
	standings: readonly Pick<Standing, 'of'>[]
): Places {
	const groups = groupCount(params);
	const seen = new Uint8Array(256);
	for (const { of } of standings) for (const code of of) seen[code] = 1;
	const codes = [...Array(groups).keys(), ...kinds.filter((code) => seen[code] === 1)];
	const rowOf = new Uint8Array(256);
	codes.forEach((code, row) => (rowOf[code] = row));
	return {
		codes: Uint8Array.from(codes),
		rowOf,
		groups,
		arrivals: codes.length - (seen[NOT_YET] === 1 ? 1 : 0)
	};
}

/**
 * Finds the way (an index into `moveWays`) from one code to another.
 *
 * @example
 * const wayOf = wayFinder({ of: 'segments' });
 * [wayOf(4, 0), wayOf(0, 4), wayOf(4, 4), wayOf(255, 4), wayOf(4, 253)] // => [1, 2, 0, 4, 3]
 */
export function wayFinder({ of }: Pick<MigrationParams, 'of'>): (from: number, to: number) => number {
	const rank = (code: number): number => {
		if (code === NO_GROUP) return NaN;
		if (code === OUTSIDE) return Infinity;
		return of === 'stages' ? stageOrder.indexOf(stageIds[code] as StageId) : code;
	};
	const [stayed, up, down, aside, came] = moveWays.map((_, way) => way) as [
		number,
		number,
		number,
		number,
		number
	];
	return (from, to) => {
		if (from === NOT_YET) return came;
		if (from === to) return stayed;
		const [a, b] = [rank(from), rank(to)];
		return b < a ? up : b > a ? down : aside;
	};
}

/**
 * The codes of the groups at risk; none where own segments have none that is called so.
 *
 * @example
 * riskCodes({ of: 'stages' }) // => [4]
 */
export function riskCodes({ of, rfm }: Pick<MigrationParams, 'of' | 'rfm'>): readonly number[] {
	const ids: readonly string[] =
		of === 'stages'
			? stageIds
			: of === 'types'
				? valueTypeIds
				: rfm.rules === null
					? segmentIds
					: [...new Set(rfm.rules.map(({ segment }) => segment))];
	const wanted: readonly string[] = atRisk[of];
	return ids.flatMap((id, code) => (wanted.includes(id) ? [code] : []));
}
