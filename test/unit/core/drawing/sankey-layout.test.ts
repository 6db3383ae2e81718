import { describe, expect, test } from 'vitest';
import { layoutSankey } from '#lib/core/drawing/sankey-layout.ts';

const size = { width: 210, height: 100, nodeWidth: 10, gap: 10 };
const nodes = [
	{ step: 0, group: 1, value: 30 },
	{ step: 0, group: 0, value: 60 },
	{ step: 1, group: 0, value: 40 },
	{ step: 1, group: 1, value: 50 },
	{ step: 2, group: 0, value: 20 }
];
const links = [
	{ step: 0, from: 0, to: 0, value: 40 },
	{ step: 0, from: 0, to: 1, value: 20 },
	{ step: 0, from: 1, to: 1, value: 30 },
	{ step: 1, from: 0, to: 0, value: 20 }
];

describe('the layout of a flow', () => {
	test('stacks groups in their order, in columns evenly apart, on one scale', () => {
		// The fullest columns hold 90 and one gap of 10 in 100 pixels: a pixel for each.
		expect(layoutSankey(nodes, links, size).nodes).toEqual([
			{ x: 0, y: 70, height: 30 },
			{ x: 0, y: 0, height: 60 },
			{ x: 100, y: 0, height: 40 },
			{ x: 100, y: 50, height: 50 },
			{ x: 200, y: 0, height: 20 }
		]);
	});

	test('stacks bands at a block in the order of where they lead, and where they come from', () => {
		const { links: placed } = layoutSankey(nodes, links, size);
		expect(placed.map(({ path }) => path)).toEqual([
			'M10,0C55,0 55,0 100,0V40C55,40 55,40 10,40Z',
			'M10,40C55,40 55,50 100,50V70C55,70 55,60 10,60Z',
			'M10,70C55,70 55,70 100,70V100C55,100 55,100 10,100Z',
			'M110,0C155,0 155,0 200,0V20C155,20 155,20 110,20Z'
		]);
	});

	test('draws a block as high as what flows, where that is more than its own value', () => {
		const [block] = layoutSankey([{ step: 0, group: 0, value: 0 }, ...nodes.slice(2, 4)], links.slice(0, 2), {
			...size,
			gap: 0
		}).nodes;
		expect(block?.height).toBeGreaterThan(0);
	});

	test('of nothing is nothing', () => {
		expect(layoutSankey([], [], size)).toEqual({ nodes: [], links: [] });
	});
});
