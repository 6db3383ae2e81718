import { NO_CODE, stringAt } from '../../columns/dictionary.ts';
import type { CustomerContracts } from '../../dataset/customer-contracts.ts';
import { kaplanMeier, type SurvivalCurve } from '../../math/survival/kaplan-meier.ts';
import { logRank, type LogRankTest } from '../../math/survival/log-rank.ts';
import { medianSurvival, restrictedMean } from '../../math/survival/summaries.ts';
import { tallySpells } from '../../math/survival/tally.ts';
import type { Spell } from './spells.ts';
import { contractGroupKinds, type ContractsTables } from './types.ts';

/** Values that stand alone, the most common ones. */
const shown = 6;

/** Into which row of the groups a spell falls. */
export interface GroupPlan {
	readonly kind: Uint8Array;
	readonly label: readonly string[];
	/** Per spell; the row of everybody, the last, has them all. */
	readonly rowOf: Uint8Array;
}

/**
 * The most common values, the others, those without one, and all. One pass over the spells.
 *
 * @example
 * const plan = planGroups([{ group: 0xffff_ffff }, { group: 0xffff_ffff }], null);
 * [[...plan.kind], plan.label, [...plan.rowOf]] // => [[3], [''], [0, 0]]
 */
export function planGroups(spells: readonly Spell[], groups: CustomerContracts['groups']): GroupPlan {
	const counts = new Map<number, number>();
	for (const { group } of spells) counts.set(group, (counts.get(group) ?? 0) + 1);
	const none = counts.has(NO_CODE);
	counts.delete(NO_CODE);
	const bySize = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([code]) => code);
	// A rest of one value is that value.
	const alone = bySize.length <= shown + 1 ? bySize : bySize.slice(0, shown);
	const kinds: (typeof contractGroupKinds)[number][] = alone.map(() => 'value');
	if (bySize.length > alone.length) kinds.push('others');
	const others = kinds.length - 1;
	if (none && bySize.length > 0) kinds.push('none');
	const empty = kinds.length - 1;
	kinds.push('all');
	const places = new Map(alone.map((code, row) => [code, row]));
	return {
		kind: Uint8Array.from(kinds, (kind) => contractGroupKinds.indexOf(kind)),
		label: kinds.map((kind, row) =>
			kind === 'value' && groups !== null ? stringAt(groups.values, alone[row] as number) : ''
		),
		rowOf: Uint8Array.from(spells, ({ group }) =>
			group === NO_CODE ? Math.max(0, empty) : (places.get(group) ?? others)
		)
	};
}

/** How long each group stays. */
export interface GroupSurvival {
	readonly groups: ContractsTables['groups'];
	readonly survival: ContractsTables['survival'];
	readonly test: LogRankTest;
	/** The length up to which means are taken: the shortest of the groups' longest. */
	readonly horizon: number;
}

/** Kaplan–Meier curves of the groups and of all, with what follows from them; spells still running are censored. */
export function survivalOf(
	spells: readonly Spell[],
	plan: GroupPlan,
	asOf: number,
	hasMoney: boolean
): GroupSurvival {
	const all = plan.kind.length - 1;
	const members = Array.from(plan.kind, (_, row) =>
		spells.filter((_spell, i) => row === all || plan.rowOf[i] === row)
	);
	const curves = members.map((own) =>
		kaplanMeier(
			tallySpells(
				own.map((spell) => lengthOf(spell, asOf)),
				own.map(({ state }) => (state === 'ended' ? 1 : 0))
			)
		)
	);
	const longest = curves.reduce((least, { time }) => Math.min(least, time.at(-1) ?? Infinity), Infinity);
	const horizon = Number.isFinite(longest) ? longest : NaN;
	const medians = curves.map(medianSurvival);
	const means = curves.map((curve) => restrictedMean(curve, horizon));
	const single = curves.filter((_, row) => contractGroupKinds[plan.kind[row] ?? 0] === 'value');
	const counted = (of: (own: readonly Spell[]) => number) => Uint32Array.from(members, of);
	const active = ({ state }: Spell): boolean => state !== 'ended';
	return {
		groups: {
			rows: plan.kind.length,
			columns: {
				kind: plan.kind,
				label: plan.label,
				spells: counted((own) => own.length),
				ended: counted((own) => own.filter((spell) => !active(spell)).length),
				active: counted((own) => own.filter(active).length),
				money: Float64Array.from(members, (own) =>
					hasMoney ? own.filter(active).reduce((sum, { amount }) => sum + amount, 0) : NaN
				),
				median: Float64Array.from(medians, ({ median }) => median),
				medianLow: Float64Array.from(medians, ({ low }) => low),
				medianHigh: Float64Array.from(medians, ({ high }) => high),
				mean: Float64Array.from(means, ({ mean }) => mean),
				meanError: Float64Array.from(means, ({ error }) => error)
			},
			types: {
				...({ kind: 'code', label: 'text', spells: 'count', ended: 'count', active: 'count' } as const),
				...({ money: 'money', median: 'number', medianLow: 'number', medianHigh: 'number' } as const),
				...({ mean: 'number', meanError: 'number' } as const)
			}
		},
		survival: survivalTable(curves),
		test: logRank(single),
		horizon
	};
}

/**
 * How long a spell has lasted: days, or what the table gives.
 *
 * @example
 * lengthOf({ start: 10, end: null, tenure: NaN }, 25) // => 15
 * lengthOf({ start: 10, end: 17, tenure: NaN }, 25) // => 7
 */
export function lengthOf(
	{ start, end, tenure }: Pick<Spell, 'start' | 'end' | 'tenure'>,
	asOf: number
): number {
	return Number.isNaN(tenure) ? (end ?? asOf) - start : tenure;
}

function survivalTable(curves: readonly SurvivalCurve[]): ContractsTables['survival'] {
	const at = curves.flatMap((curve, group) =>
		Array.from(curve.time.keys())
			.filter((i) => (curve.events[i] as number) > 0)
			.map((i) => ({ curve, group, i }))
	);
	const numbers = (name: 'time' | 'survival' | 'error' | 'low' | 'high') =>
		Float64Array.from(at, ({ curve, i }) => curve[name][i] as number);
	return {
		rows: at.length,
		columns: {
			group: Uint8Array.from(at, ({ group }) => group),
			time: numbers('time'),
			atRisk: Uint32Array.from(at, ({ curve, i }) => curve.atRisk[i] as number),
			events: Uint32Array.from(at, ({ curve, i }) => curve.events[i] as number),
			survival: numbers('survival'),
			error: numbers('error'),
			low: numbers('low'),
			high: numbers('high')
		},
		types: {
			...({ group: 'code', time: 'number', atRisk: 'count', events: 'count' } as const),
			...({ survival: 'share', error: 'number', low: 'share', high: 'share' } as const)
		}
	};
}
