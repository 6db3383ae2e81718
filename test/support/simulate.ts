import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Random numbers that are the same each time. */
export interface Chance {
	/** Between 0 and 1, neither of them. */
	uniform(): number;
	exponential(rate: number): number;
	gamma(shape: number, rate: number): number;
	beta(a: number, b: number): number;
}

export function chanceOf(seed: number): Chance {
	const generator = xoroshiro128plus(seed);
	const uniform = (): number => ((generator.next() >>> 0) + 0.5) / 2 ** 32;
	const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
	/** Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26, 363–372. */
	const standard = (shape: number): number => {
		if (shape < 1) return standard(shape + 1) * uniform() ** (1 / shape);
		const d = shape - 1 / 3;
		const c = 1 / Math.sqrt(9 * d);
		for (;;) {
			const x = normal();
			const v = (1 + c * x) ** 3;
			if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
		}
	};
	return {
		uniform,
		exponential: (rate) => -Math.log(uniform()) / rate,
		gamma: (shape, rate) => standard(shape) / rate,
		beta: (a, b) => {
			const own = standard(a);
			return own / (own + standard(b));
		}
	};
}
