import { describe, expect, test } from 'vitest';
import { labelClass } from '#lib/report/html/axis.ts';
import { areasChart } from '#lib/report/html/areas-chart.ts';
import { escapeText, markup } from '#lib/report/html/markup.ts';
import { noNumbers } from '#lib/report/html/remark-numbers.ts';
import { heatStep } from '#lib/report/model/heat.ts';
import { roundTicks } from '#lib/report/model/ticks.ts';

describe('round ticks', () => {
	test.each([0.3, 1, 7, 87, 99.9, 100, 101, 1234, 1e7, 0.00004])(
		'reach %d in few round steps from zero',
		(max) => {
			const ticks = roundTicks(max, 4);
			expect(ticks[0]).toBe(0);
			expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * 0.999999);
			expect(ticks.length).toBeGreaterThanOrEqual(3);
			expect(ticks.length).toBeLessThanOrEqual(6);
		}
	);

	test.each([0, -1, NaN, Infinity])('fall back to one step for %d', (max) => {
		expect(roundTicks(max, 4)).toEqual([0, 1]);
	});
});

describe('heat steps', () => {
	test('rise with the value from 1 to 8, and are 0 for nothing', () => {
		const steps = Array.from({ length: 1001 }, (_, i) => heatStep(i, 1000));
		expect(steps[0]).toBe(0);
		expect(steps[1]).toBe(1);
		expect(steps[1000]).toBe(8);
		expect(steps.every((step, i) => i === 0 || step >= (steps[i - 1] as number))).toBe(true);
		expect(new Set(steps).size).toBe(9);
		expect(heatStep(NaN, 5)).toBe(0);
	});
});

describe('axis labels', () => {
	test.each([1, 5, 9, 10, 36, 400])('are at most nine of %d, fewer on a narrow screen', (count) => {
		const places = Array.from({ length: count }, (_, i) => labelClass(i, count, 9));
		const written = places.filter((place) => place !== null);
		expect(written.length).toBeLessThanOrEqual(9);
		expect(places[0]).toBe('name');
		expect(written.filter((place) => place === 'name').length).toBeLessThanOrEqual(5);
	});
});

describe('areas', () => {
	const part = (label: string, value: number) => ({
		label,
		value,
		text: String(value),
		tone: 'mark' as const
	});
	const drawn = areasChart(
		{
			wholes: [{ label: 'Revenue', parts: [part('B', 25), part('none', 0), part('A', 75), part('debt', -3)] }]
		},
		'Segments.',
		noNumbers
	).text;

	test('are as the values, and nothing is drawn for what has none', () => {
		const tiles = [...drawn.matchAll(/width="([\d.]+)%" height="([\d.]+)"><title>(\w+)/g)];
		expect(tiles.map(([, , , name]) => name)).toEqual(['B', 'A']);
		const [small = NaN, large = NaN] = tiles.map(([, width, height]) => Number(width) * Number(height));
		expect(large / small).toBeCloseTo(3, 2);
	});

	test('say what is shared out', () => expect(drawn).toContain('aria-label="Segments. Revenue"'));
});

describe('markup', () => {
	test('escapes what is put in and joins what it made itself', () => {
		expect(markup`<p title="${'"x"'}">${'<i>'} ${3} ${[markup`<b>${'&'}</b>`]}${null}</p>`.text).toBe(
			'<p title="&quot;x&quot;">&lt;i&gt; 3 <b>&amp;</b></p>'
		);
	});

	test('replaces characters that may not stand in a document or turn its direction', () => {
		expect(escapeText('a\u0000b\u202ec\ud800d')).toBe('a\ufffdb\ufffdc\ufffdd');
		expect(escapeText('客🙂\n\t')).toBe('客🙂\n\t');
	});
});
