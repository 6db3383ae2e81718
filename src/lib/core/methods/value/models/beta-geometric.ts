import { risingSums } from '../../../math/rising-sums.ts';
import type { PurchaseModel } from './purchase-model.ts';
import type { RepeatGroups } from './repeat-groups.ts';

/** Terms after which the series of `expectedIfAlive` is given up. */
const mostTerms = 3_000_000;

/**
 * The family of BG/NBD and MBG/NBD. A customer buys at a rate λ ~ Gamma(r, alpha) and after a purchase leaves for
 * good with chance p ~ Beta(a, b). In BG/NBD (`atOnce` = 0) the first chance to leave comes with the first repeat;
 * in MBG/NBD (`atOnce` = 1) right after the first purchase.
 *
 * Per customer, with k = x + atOnce:
 * L = Γ(r + x) ÷ Γ(r) · alphaʳ · B(a, b + k) ÷ B(a, b) · { (alpha + T)^−(r + x) + [k > 0] a ÷ (b + k − 1) · (alpha + t)^−(r + x) }.
 * All in logarithms; gamma functions are running sums over whole numbers. One pass over pairs and groups.
 *
 * Sources: Fader, Hardie and Lee (2005), Marketing Science 24, 275–284; Batislam, Denizel and Filiztekin (2007),
 * International Journal of Research in Marketing 24, 201–209; expectation rewritten by Abramowitz and Stegun 15.3.3.
 *
 * @example
 * const bg = betaGeometric(0);
 * Math.round(bg.expected(Float64Array.of(0.243, 4.414, 0.793, 2.426), 52) * 1e6) // => 1446051
 */
export function betaGeometric(atOnce: 0 | 1): PurchaseModel {
	return {
		names: ['r', 'alpha', 'a', 'b'],
		timed: [false, true, false, false],
		logLikelihood: (groups, params, slopes) => logLikelihood(groups, params, slopes, atOnce),
		alive: (groups, params) => {
			const [r, alpha, a, b] = params as unknown as [number, number, number, number];
			const logs = groups.pairs.time.map((time) => Math.log(alpha + time));
			return groups.count.map((_, g) => {
				const x = groups.x[g] as number;
				if (x + atOnce === 0) return 1;
				const ahead =
					(logs[groups.agePair[g] as number] as number) - (logs[groups.lastPair[g] as number] as number);
				return 1 / (1 + (a / (b + x + atOnce - 1)) * Math.exp((r + x) * ahead));
			});
		},
		expected: (params, time) => {
			const [r, alpha, a, b] = params as unknown as [number, number, number, number];
			const stays = atOnce === 1 ? b / (a + b) : 1;
			return stays * untilGone(r, alpha, a, b + atOnce, time);
		},
		expectedIfAlive: (params, x, age, time) => {
			const [r, alpha, a, b] = params as unknown as [number, number, number, number];
			return untilGone(r + x, alpha + age, a, b + x + atOnce, time);
		}
	};
}

function logLikelihood(
	groups: RepeatGroups,
	params: Float64Array,
	slopes: Float64Array,
	atOnce: 0 | 1
): number {
	const [r, alpha, a, b] = params as unknown as [number, number, number, number];
	const { pairs, count, x: repeats, lastPair, agePair } = groups;
	const logs = pairs.time.map((time) => Math.log(alpha + time));
	const most = groups.mostRepeats + atOnce;
	const rising = { r: risingSums(r, most), b: risingSums(b, most), ab: risingSums(a + b, most) };
	const logAlpha = Math.log(alpha);
	let sum = 0;
	let inR = 0;
	let inAlpha = 0;
	let inA = 0;
	let inB = 0;
	for (let g = 0; g < groups.size; g++) {
		const n = count[g] as number;
		const x = repeats[g] as number;
		const k = x + atOnce;
		const age = agePair[g] as number;
		const last = lastPair[g] as number;
		const logAge = logs[age] as number;
		const stay = -(r + x) * logAge;
		let inside = stay;
		let gone = 0;
		let logLast = 0;
		if (k > 0) {
			logLast = logs[last] as number;
			const leave = Math.log(a / (b + k - 1)) - (r + x) * logLast;
			const high = Math.max(stay, leave);
			inside = high + Math.log(Math.exp(stay - high) + Math.exp(leave - high));
			gone = Math.exp(leave - inside);
			inA += (n * gone) / a;
			inB -= (n * gone) / (b + k - 1);
			inAlpha -= (n * (r + x) * gone) / (alpha + (pairs.time[last] as number));
		}
		const logR = rising.r.logs[x] as number;
		sum += n * (logR + r * logAlpha + (rising.b.logs[k] as number) - (rising.ab.logs[k] as number) + inside);
		inR += n * ((rising.r.inverses[x] as number) + logAlpha - (1 - gone) * logAge - gone * logLast);
		inAlpha += n * (r / alpha - ((r + x) * (1 - gone)) / (alpha + (pairs.time[age] as number)));
		inA -= n * (rising.ab.inverses[k] as number);
		inB += n * ((rising.b.inverses[k] as number) - (rising.ab.inverses[k] as number));
	}
	slopes[0] = inR;
	slopes[1] = inAlpha;
	slopes[2] = inA;
	slopes[3] = inB;
	return sum;
}

/**
 * Expected purchases within `time` of one who buys at a rate ~ Gamma(r, alpha) and leaves after each purchase with
 * chance ~ Beta(a, b): (a + b − 1) ÷ (a − 1) · [1 − (1 − z)^(a − 1) · ₂F₁(a + b − 1 − r, a − 1; a + b − 1; z)] with
 * z = time ÷ (alpha + time). Written so that a = 1 and a + b = 1 are no gaps: the factors that vanish there are
 * divided out term by term.
 */
function untilGone(r: number, alpha: number, a: number, b: number, time: number): number {
	if (time === 0) return 0;
	const z = time / (alpha + time);
	const fall = Math.log(alpha / (alpha + time));
	const e = a - 1;
	const d = a + b - 1 - r;
	let term = d * z;
	let series = term;
	let n = 1;
	for (; n < mostTerms; n++) {
		const factor = ((d + n) * (a + n - 1) * z) / ((a + b + n - 1) * (n + 1));
		term *= factor;
		series += term;
		// With factors below 1 that no longer change much, what is left is about term · z ÷ (1 − z).
		if (Math.abs(term) <= 1e-17 * (1 - z) * Math.abs(series) && Math.abs(factor) < 1) break;
		if (term === 0) break;
	}
	if (n === mostTerms) return Number.NaN;
	const head = e === 0 ? fall : Math.expm1(e * fall) / e;
	return -(a + b - 1) * head - Math.exp(e * fall) * series;
}
