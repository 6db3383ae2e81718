import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { squarify } from '#lib/core/drawing/squarify.ts';

const values = fc.array(
	fc.oneof(fc.nat(1_000_000), fc.double({ min: -5, max: 5e12, noNaN: true }), fc.constant(NaN)),
	{ maxLength: 60 }
);
const size = fc.record({
	width: fc.integer({ min: 1, max: 2000 }),
	height: fc.integer({ min: 1, max: 2000 })
});

describe('tiles of a rectangle', () => {
	test.prop([values, size])(
		'have areas as the values, lie inside, do not overlap and fill it',
		(list, box) => {
			const tiles = squarify(list, box);
			const total = list.reduce((sum, value) => sum + (value > 0 ? value : 0), 0);
			const all = box.width * box.height;
			const slack = 1e-9 * Math.max(box.width, box.height);
			expect(tiles).toHaveLength(list.length);
			let covered = 0;
			tiles.forEach(({ x, y, width, height }, i) => {
				const value = list[i] as number;
				const area = value > 0 ? (value / total) * all : 0;
				expect(Math.abs(width * height - area)).toBeLessThanOrEqual(1e-9 * all);
				expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
				expect(x + width).toBeLessThanOrEqual(box.width + slack);
				expect(y + height).toBeLessThanOrEqual(box.height + slack);
				covered += width * height;
			});
			expect(Math.abs(covered - (total > 0 ? all : 0))).toBeLessThanOrEqual(1e-9 * all);
			for (const [i, a] of tiles.entries()) {
				for (const b of tiles.slice(i + 1)) {
					const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
					const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
					expect(Math.min(across, down)).toBeLessThanOrEqual(slack);
				}
			}
		}
	);

	test.prop([fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 }), size])(
		'do not depend on the order of the values but for equal ones',
		(list, box) => {
			const sorted = [...list].sort((a, b) => b - a);
			const by = (values: readonly number[]) =>
				squarify(values, box)
					.map(({ x, y, width, height }) => [x, y, width, height].map((n) => n.toFixed(6)).join())
					.sort();
			expect(by(list)).toEqual(by(sorted));
		}
	);
});
