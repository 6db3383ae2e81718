import { writeFileSync } from 'node:fs';

/** Numbers in [0, 1) from a seed (a multiplicative generator of Park and Miller): the same run again. */
export function seeded(seed: number): () => number {
	let state = (seed % 2_147_483_646) + 1;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** An export of `lines` order lines over so many days, none of which is wrong. */
export function ordersText(lines: number, seed: number, days = 1000): string {
	const random = seeded(seed);
	const rows = ['order id,customer id,order date,amount,channel'];
	for (let line = 0; line < lines; line++) {
		const day = new Date(Date.UTC(2022, 0, 1 + Math.floor(random() * days))).toISOString().slice(0, 10);
		const customer = Math.floor(random() * (lines / 8));
		const channel = random() < 0.5 ? 'web' : 'shop';
		rows.push(`A${line},C${customer},${day},${(1 + random() * 200).toFixed(2)},${channel}`);
	}
	return `${rows.join('\n')}\n`;
}

/** Writes such an export. */
export function writeOrders(path: string, lines: number, seed: number): void {
	writeFileSync(path, ordersText(lines, seed));
}
