import {
	contractRetention,
	contractSurvival,
	discountedResidualLifetime,
	fitRenewals
} from '../renewal-models.ts';
import { ageOf } from './ages.ts';
import type { Spell } from './spells.ts';
import { renewalModels, type ContractsParams, type ContractsTables } from './types.ts';

/** Two hundred years of months: what a wrong first day can make. */
const mostAges = 2_400;

/** Renewals of all spells by age, and the models of them. */
export interface Renewals {
	readonly ages: ContractsTables['ages'];
	readonly models: ContractsTables['models'];
	/** Index into `renewalModels`; NaN without a model. */
	readonly best: number;
	/** Longest age of which anybody was seen to decide. */
	readonly observed: number;
	readonly lost: number;
	readonly periodDiscount: number;
}

/**
 * Counts renewals by age, fits both models, and projects the better one. Time: the spells, and the searches of two models over the ages.
 *
 * @example
 * const spells = [{ start: 0, end: 365, tenure: NaN, state: 'ended', amount: 5 }, { start: 0, end: null, tenure: NaN, state: 'running', amount: 7 }];
 * const params = { age: 'year', tenureIn: 'month', amountIn: 'year', ahead: 1, discount: 0.1 };
 * const { ages, lost } = renewalsOf(spells, params, 400, true);
 * [lost, [...ages.columns.due], [...ages.columns.money]] // => [1, [2, 2, 0], [0, 7, 0]]
 */
export function renewalsOf(
	spells: readonly Spell[],
	params: ContractsParams,
	asOf: number,
	hasMoney: boolean
): Renewals {
	const at = spells.map((spell) => ageOf(spell, params, asOf));
	const oldest = at.reduce((most, own) => Math.max(most, own.at), 0);
	const lost = new Float64Array(oldest + 1);
	const left = new Float64Array(oldest + 1);
	const money = new Float64Array(oldest + 1);
	at.forEach((own, i) => {
		const counts = own.left ? lost : left;
		counts[own.at] = (counts[own.at] as number) + 1;
		if (!own.left) money[own.at] = (money[own.at] as number) + (spells[i] as Spell).amount;
	});
	const due = new Float64Array(oldest + 1);
	let sum = 0;
	for (let t = oldest; t >= 0; t--) {
		sum += (lost[t] as number) + (left[t] as number);
		due[t] = sum;
	}
	const fits = renewalModels.map((model) => fitRenewals({ lost, left }, model));
	const aic = fits.map((fit, i) => (fit === null ? NaN : 2 * (i + 2) - 2 * fit.logLikelihood));
	const best = aic.reduce((top, own, i) => (own < (aic[top] ?? Infinity) ? i : top), NaN);
	const periodDiscount = params.age === 'year' ? params.discount : (1 + params.discount) ** (1 / 12) - 1;
	const rows = Math.min(mostAges, oldest + params.ahead) + 1;
	const counted = (t: number, counts: Float64Array): number => counts[t] ?? 0;
	const observed = new Float64Array(rows).fill(NaN);
	const observedRetention = new Float64Array(rows).fill(NaN);
	observed[0] = 1;
	for (let t = 1; t < Math.min(rows, oldest + 1); t++) {
		observedRetention[t] = 1 - (lost[t] as number) / (due[t] as number);
		observed[t] = (observed[t - 1] as number) * (observedRetention[t] as number);
	}
	const curve = (i: number): Float64Array =>
		Float64Array.from({ length: rows }, (_, t) => {
			const fit = fits[i];
			return fit ? contractSurvival(fit.params, t) : NaN;
		});
	const chosen = fits[best] ?? null;
	const remaining = new Float64Array(rows).fill(NaN);
	if (chosen !== null) {
		remaining[rows - 1] = discountedResidualLifetime(chosen.params, periodDiscount, rows);
		// DERL(n) = r(n) · (1 + DERL(n + 1) ÷ (1 + d)); age t has paid n = t + 1 times.
		for (let t = rows - 2; t >= 0; t--) {
			const later = (remaining[t + 1] as number) / (1 + periodDiscount);
			remaining[t] = contractRetention(chosen.params, t + 1) * (1 + later);
		}
	}
	const perAge = params.age === params.amountIn ? 1 : params.age === 'year' ? 12 : 1 / 12;
	const paid = Float64Array.from({ length: rows }, (_, t) => (hasMoney ? (money[t] ?? 0) * perAge : NaN));
	const whole = (value: (t: number) => number) => Uint32Array.from({ length: rows }, (_, t) => value(t));
	return {
		ages: {
			rows,
			columns: {
				age: whole((t) => t),
				due: whole((t) => counted(t, due)),
				lost: whole((t) => counted(t, lost)),
				observed,
				sbg: curve(0),
				bdw: curve(1),
				observedRetention,
				retention: Float64Array.from({ length: rows }, (_, t) =>
					chosen === null || t === 0 ? NaN : contractRetention(chosen.params, t)
				),
				remaining,
				active: whole((t) => counted(t, left)),
				money: paid,
				value: paid.map((own, t) => own * (remaining[t] as number))
			},
			types: {
				...({ age: 'count', due: 'count', lost: 'count', observed: 'share', sbg: 'share' } as const),
				...({ bdw: 'share', observedRetention: 'share', retention: 'share', remaining: 'number' } as const),
				...({ active: 'count', money: 'money', value: 'money' } as const)
			}
		},
		models: modelsTable(fits, aic, best),
		best,
		observed: oldest,
		lost: lost.reduce((all, own) => all + own, 0),
		periodDiscount
	};
}

function modelsTable(
	fits: readonly ReturnType<typeof fitRenewals>[],
	aic: readonly number[],
	best: number
): ContractsTables['models'] {
	const kept = fits.flatMap((fit, model) => (fit === null ? [] : [{ fit, model }]));
	const param = (at: number) => Float64Array.from(kept, ({ fit }) => fit.params[at] as number);
	return {
		rows: kept.length,
		columns: {
			model: Uint8Array.from(kept, ({ model }) => model),
			alpha: param(0),
			beta: param(1),
			c: param(2),
			logLikelihood: Float64Array.from(kept, ({ fit }) => fit.logLikelihood),
			aic: Float64Array.from(kept, ({ model }) => aic[model] as number),
			best: Uint8Array.from(kept, ({ model }) => (model === best ? 1 : 0))
		},
		types: {
			...({ model: 'code', alpha: 'number', beta: 'number', c: 'number' } as const),
			...({ logLikelihood: 'number', aic: 'number', best: 'flag' } as const)
		}
	};
}
