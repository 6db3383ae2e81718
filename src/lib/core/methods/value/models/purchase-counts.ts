import { risingSums } from '../../../math/rising-sums.ts';

/** Terms after which a tail that does not settle is given up. */
const mostTerms = 1_000_000;

/**
 * The chance of exactly x purchases within `time` under BG/NBD: as many without leaving, or at least as many but
 * for leaving right after the x-th.
 * P = B(a, b + x) ÷ B(a, b) · NB(x) + [x > 0] B(a + 1, b + x − 1) ÷ B(a, b) · P(NB ≥ x), with NB the negative binomial of (r, alpha,
 * time). The tail is summed upwards where it is small and downwards where it is large, so that it is never a difference of
 * nearly equal numbers.
 * Source: Fader, Hardie and Lee (2005), Marketing Science 24, 275–284, equation (8).
 *
 * @example
 * const params = Float64Array.of(0.243, 4.414, 0.793, 2.426);
 * Math.round(chanceOfPurchases(params, 39, 0) * 1e7) // => 5737864
 * chanceOfPurchases(params, 0, 0) // => 1
 */
export function chanceOfPurchases(params: Float64Array, time: number, x: number): number {
	const [r, alpha, a, b] = params as unknown as [number, number, number, number];
	if (time === 0) return x === 0 ? 1 : 0;
	const z = time / (alpha + time);
	const logNone = r * Math.log(alpha / (alpha + time));
	const rising = risingSums(r, x).logs;
	const factorial = risingSums(1, x).logs;
	const exactly = (n: number): number =>
		Math.exp((rising[n] as number) - (factorial[n] as number) + logNone + n * Math.log(z));
	const stays = Math.exp((risingSums(b, x).logs[x] as number) - (risingSums(a + b, x).logs[x] as number));
	if (x === 0) return exactly(0);
	// B(a + 1, b + x − 1) ÷ B(a, b) = stays · a ÷ (b + x − 1).
	return stays * (exactly(x) + (a / (b + x - 1)) * tail(r, z, x, exactly));
}

/** P(NB ≥ x). */
function tail(r: number, z: number, x: number, exactly: (n: number) => number): number {
	let below = 0;
	for (let n = 0; n < x; n++) below += exactly(n);
	if (below < 0.5) return 1 - below;
	let term = exactly(x);
	let sum = term;
	for (let n = x; n < x + mostTerms; n++) {
		const factor = ((r + n) / (n + 1)) * z;
		term *= factor;
		sum += term;
		if (factor < 1 && term <= 1e-17 * sum * (1 - z)) break;
	}
	return sum;
}
