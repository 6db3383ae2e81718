import { risingSums } from '../../../math/rising-sums.ts';
import type { PurchaseModel } from './purchase-model.ts';
import type { RepeatGroups } from './repeat-groups.ts';

/** Terms after which the sum of `expectedIfAlive` is given up. */
const mostTerms = 3_000_000;
const enough = 1e-16;
/** The smallest logarithm whose number is worked with. */
const leastLog = -700;

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
 * International Journal of Research in Marketing 24, 201–209.
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
		},
		// Nobody leaves between two purchases.
		noneIfAlive: (params, x, age, time) => {
			const [r, alpha] = params as unknown as [number, number];
			return ((alpha + age) / (alpha + age + time)) ** (r + x);
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
	const leaving = Float64Array.from({ length: most + 1 }, (_, k) => Math.log(a / (b + k - 1)));
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
			const leave = (leaving[k] as number) - (r + x) * logLast;
			// Whichever is the larger comes out of the sum, so that neither overflows.
			const ratio = Math.exp(-Math.abs(stay - leave));
			inside = Math.max(stay, leave) + Math.log1p(ratio);
			gone = (leave > stay ? 1 : ratio) / (1 + ratio);
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
 * chance p ~ Beta(a, b): Σ over i ≥ 0 of E[(1 − p)ⁱ] · P(N > i), where N is how often one who never leaves would buy, a
 * negative binomial. It equals the published (a + b − 1) ÷ (a − 1) · [1 − … ₂F₁ …], but every term is positive: it has no
 * gap at a = 1 or a + b = 1, and nothing cancels. Time: N's mean and some 37 ÷ −ln z terms, z = time ÷ (alpha + time).
 */
function untilGone(r: number, alpha: number, a: number, b: number, time: number): number {
	const z = time / (alpha + time);
	const logNone = -r * Math.log1p(time / alpha);
	let tail = -Math.expm1(logNone);
	let stays = 1;
	let sum = 0;
	// P(N = i) as a logarithm as long as it is too small for a number: until then P(N > i) is 1.
	let log = logNone;
	let chance = log < leastLog ? 0 : Math.exp(log);
	for (let i = 0; i < mostTerms; i++) {
		sum += stays * tail;
		const factor = ((r + i) * z) / (i + 1);
		if (log < leastLog) {
			log += Math.log(factor);
			if (log >= leastLog) chance = Math.exp(log);
		} else {
			chance *= factor;
			if (factor < 1 && stays * chance <= enough * (1 - z) * (1 - z) * sum) return sum;
		}
		tail = Math.max(0, tail - chance);
		stays *= (b + i) / (a + b + i);
	}
	return Number.NaN;
}
