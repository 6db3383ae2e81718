import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const DAYS = 1096;
const FIRST = Date.UTC(2022, 0, 1);
const adjectives = [
	'Blue',
	'Red',
	'Small',
	'Large',
	'Classic',
	'Modern',
	'Soft',
	'Bright',
	'Plain',
	'Deluxe'
];
const nouns = [
	'Lamp',
	'Chair',
	'Bottle',
	'Jacket',
	'Notebook',
	'Kettle',
	'Basket',
	'Blanket',
	'Candle',
	'Tray'
];
const channels = ['web', 'store', 'app', 'phone', 'email', 'marketplace', 'social', 'partner'];
const countries = [
	'Germany',
	'France',
	'Italy',
	'Spain',
	'Poland',
	'Austria',
	'Belgium',
	'Sweden',
	'Norway',
	'Ireland'
];

/** Uniform, normal and gamma numbers from one seed. */
function chance(seed: number) {
	const source = xoroshiro128plus(seed);
	const uniform = (): number => ((source.next() >>> 0) + 0.5) / 2 ** 32;
	const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
	/** Marsaglia and Tsang, 2000. */
	const gamma = (shape: number): number => {
		if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
		const d = shape - 1 / 3;
		for (;;) {
			const x = normal();
			const v = (1 + x / Math.sqrt(9 * d)) ** 3;
			if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
		}
	};
	const below = (n: number): number => Math.floor(uniform() * n);
	return { uniform, normal, gamma, below };
}

/**
 * Writes a file of `lines` orders, sorted by time: customers join over three years, buy at a rate of their own while
 * they are alive, and leave at a rate of their own (Pareto/NBD). Equal arguments give equal bytes.
 */
export function generateOrders(path: string, lines: number, seed: number): void {
	if (existsSync(path)) return;
	mkdirSync(dirname(path), { recursive: true });
	const random = chance(seed);
	// One number per order, second × 2^21 + customer, so that sorting by time is sorting numbers.
	const keys = new Float64Array(lines);
	const spend: number[] = [];
	let made = 0;
	for (let customer = 0; made < lines; customer++) {
		let at = DAYS * (1 - random.uniform() ** 0.8);
		const rate = random.gamma(0.6) / 24;
		const end = Math.min(DAYS, at - Math.log(random.uniform()) / (random.gamma(0.8) / 260));
		spend.push(Math.exp(3.4 + 0.6 * random.normal()));
		do {
			const second = Math.min(86_399, Math.max(0, Math.floor(86_400 * (0.6 + 0.16 * random.normal()))));
			keys[made++] = (Math.floor(at) * 86_400 + second) * 2 ** 21 + customer;
			at -= Math.log(random.uniform()) / rate;
		} while (at < end && made < lines);
	}
	keys.sort();

	const temporary = `${path}.part`;
	const file = openSync(temporary, 'w');
	let text = 'order_id,customer_id,order_date,amount,product,channel,country\n';
	for (let line = 0; line < lines; line++) {
		const key = keys[line] as number;
		const second = Math.floor(key / 2 ** 21);
		const customer = key - second * 2 ** 21;
		const time = new Date(FIRST + second * 1000).toISOString();
		const cents = Math.max(
			99,
			Math.round(100 * (spend[customer] as number) * Math.exp(0.5 * random.normal()))
		);
		const product = random.below(random.below(2000) + 1);
		text +=
			`O${String(line + 1).padStart(8, '0')},C${String(customer + 1).padStart(7, '0')},` +
			`${time.slice(0, 10)} ${time.slice(11, 19)},${(cents / 100).toFixed(2)},` +
			`${adjectives[product % 10]} ${nouns[Math.floor(product / 10) % 10]} ${String(product).padStart(4, '0')},` +
			`${channels[random.below(random.below(8) + 1)]},${countries[customer % 10]}\n`;
		if (text.length > 1_000_000) {
			writeSync(file, text);
			text = '';
		}
	}
	writeSync(file, text);
	closeSync(file);
	renameSync(temporary, path);
}
