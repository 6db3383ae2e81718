import { describe, expect, test } from 'vitest';
import { blockMarkup } from '#lib/report/html/blocks.ts';
import { pinsMarkup } from '#lib/report/html/pins.ts';
import { buildReportModel } from '#lib/report/model/build-model.ts';
import { markAt, marksOf } from '#lib/report/model/marks.ts';
import type { Block, Remark } from '#lib/report/model/types.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { markedBlock } from '#lib/report/slides/marked-block.ts';
import { sampleInput } from './fixture.ts';

const input = sampleInput('en');
const voice = voiceFor('en', input.dataset.manifest);
const text = (words: string) => ({ text: words });

const flow: Block = {
	...{ id: 'flow', kind: 'figure', title: 'Flow', finding: '', note: null },
	picture: {
		kind: 'flow',
		model: {
			columns: ['2011-06-30', '2011-12-31'],
			blocks: [0, 1].flatMap((step) =>
				['A', 'B'].map((label, group) => ({ step, group, value: 4, label, tone: 'mark' as const }))
			),
			bands: [
				{ step: 0, from: 0, to: 0, value: 3, tone: 'mark' },
				{ step: 0, from: 0, to: 1, value: 1, tone: 'mark' },
				{ step: 0, from: 1, to: 1, value: 3, tone: 'mark' },
				{ step: 0, from: 1, to: 0, value: 1, tone: 'mark' }
			],
			legend: []
		}
	},
	table: {
		caption: 'Flow',
		columns: ['On', 'From', 'To', 'Customers'].map((label) => ({ label, align: 'start' as const })),
		rows: [
			['A', 'A', 3],
			['A', 'B', 1],
			['B', 'B', 3],
			['B', 'A', 1]
		].map(([from, to, n]) => [
			...['2011-06-30', String(from), String(to)].map(text),
			{ text: String(n), value: Number(n), as: 'count' as const }
		])
	}
};

/** All blocks of the sample's report, and a flow. */
const blocks = [
	...buildReportModel(input).sections.flatMap(({ method, blocks: own }) =>
		own.map((block) => ({ method, block }))
	),
	{ method: 'migration', block: flow }
];

/** A remark on every mark: each row, and the last cell of each. */
function everyRemark(method: string, block: Block): Remark[] {
	const marks = marksOf(method, block);
	const keys = marks.rows.flatMap(({ key }) =>
		marks.cells.length === 0 ? [key] : [key, `${key}.${marks.cells.length - 1}`]
	);
	const places = new Map(keys.map((key) => [markAt(marks, key)?.place ?? null, markAt(marks, key)?.label]));
	// Where the data do not reach, a cell's mark is its row's.
	return [...places].map(([place, label = '']): Remark => ({ at: label, place, text: 'Said' }));
}

describe.each(blocks.map(({ method, block }) => [`${method}.${block.id}`, method, block] as const))(
	'the marks of %s',
	(_, method, block) => {
		const remarks = everyRemark(method, block);
		const html = blockMarkup(block, voice, { caption: '', remarks }).text;
		const count = (pattern: RegExp) => [...html.matchAll(pattern)].length;

		test('have names of their own', () => {
			const { rows } = marksOf(method, block);
			expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
			if (block.kind !== 'tiles') expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
		});

		test('each have the number of their remark: on the picture, in the table, in slides', () => {
			expect(count(/<li>/g)).toBe(remarks.length);
			const once = (found: Iterable<RegExpMatchArray>) => new Set([...found].map((match) => match[1])).size;
			expect(once(html.matchAll(/<sup class="remark">(\d+)<\/sup>/g))).toBe(remarks.length);
			if (block.kind === 'figure') {
				const pins = once(html.matchAll(/<g class="pin">.*?>(\d+)<\/text>/g));
				// Areas and points without a number are not drawn.
				if (block.picture.kind === 'flow' || block.picture.kind === 'columns')
					expect(pins).toBe(remarks.length);
				else expect(pins).toBeGreaterThan(0);
			}
			const said = JSON.stringify(markedBlock(block, remarks));
			for (const i of remarks.keys()) expect(said).toContain(` [${i + 1}]`);
		});
	}
);

test('the rows of a flow are named by from where to where, and a band is none of the others', () => {
	const { rows } = marksOf('migration', flow);
	expect(rows.map(({ key, label }) => [key, label])[1]).toEqual(['#1', '2011-06-30 · A · B']);
});

test('a cell of a cohort keeps its period by name when older cohorts are added', () => {
	const triangle = blocks.find(({ block }) => block.kind === 'triangle')?.block as Block;
	const marks = marksOf('retention', triangle);
	const key = `${marks.rows[2]?.key}.4`;
	expect(key).toMatch(/^\d{4}-\d\d\.4$/);
	expect(markAt(marks, key)).toMatchObject({ label: `${marks.rows[2]?.label} · N = 4`, place: '2.4' });
	expect(markAt(marks, '1999-01.4')).toBeNull();
	expect(markAt(marks, `${marks.rows[2]?.key}.999`)?.place).toBe('2');
});

test('no pin stands on another, and none outside of its picture', () => {
	const anchors = Array.from({ length: 24 }, (_, i) => ({ x: 2 + i * 4, y: (i * 37) % 200 }));
	const numbers = new Map(anchors.map((_, i) => [`${i}` as const, String(i + 1)]));
	const html = pinsMarkup(numbers, anchors, 200).text;
	const pins = [...html.matchAll(/<rect x="([\d.]+)%" y="(-?[\d.]+)"/g)].map(([, x, y]) => [
		Number(x),
		Number(y)
	]);
	expect(pins).toHaveLength(24);
	for (const [i, [x = 0, y = 0]] of pins.entries()) {
		expect(y).toBeGreaterThanOrEqual(-16);
		expect(y).toBeLessThanOrEqual(184);
		for (const [left = 0, top = 0] of pins.slice(0, i)) {
			if (Math.abs(left - x) <= 6) expect(Math.abs(top - y)).toBeGreaterThan(16);
		}
	}
});
