import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { labelStride, showsLabel, spacedLabels, widestLabel } from '#lib/charts/label-stride.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import { moveInGrid } from '#lib/charts/grid-move.ts';
import { tableCsv } from '#lib/charts/table-twin.ts';
import { wrapText } from '#lib/charts/wrap-text.ts';

describe('the table twin as a file', () => {
	const csv = (cell: string) =>
		tableCsv({ columns: [{ id: 'a', label: 'A' }], rows: [{ id: '0', cells: [cell] }] });

	test.each(['=1+1', '+cmd', '-x', '@sum', ' =1', '＝1', '\t=1'])('makes %j harmless', (cell) => {
		expect(csv(cell).split('\r\n')[1]?.replaceAll('"', '')).toMatch(/^'/);
	});

	test('leaves numbers alone and quotes what needs it', () => {
		expect(csv('-12.5%')).toContain('\r\n-12.5%\r\n');
		expect(csv('4,338')).toContain('"4,338"');
		expect(csv('say "hi"')).toContain('"say ""hi"""');
		expect(csv('x').startsWith('\ufeff')).toBe(true);
	});
});

describe('lines of an exported picture', () => {
	property.prop([fc.string({ maxLength: 60 }), fc.integer({ min: 1, max: 20 })])(
		'hold every character that is not a space, in order',
		(text, width) => {
			const lines = wrapText(text, width, (part) => part.length);
			expect(lines.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
		}
	);

	test('break Chinese between any two characters', () => {
		expect(wrapText('客户分层与留存', 3, (part) => part.length)).toEqual(['客户分', '层与留', '存']);
	});
});

describe('the sequential scale', () => {
	property.prop([fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 0, max: 1e9, noNaN: true })])(
		'never falls as the value rises, and stays within its steps',
		(a, b) => {
			const [low, high] = a < b ? [a, b] : [b, a];
			expect(scaleStep(low, 1e9)).toBeLessThanOrEqual(scaleStep(high, 1e9));
			expect(scaleStep(high, 1e9)).toBeGreaterThanOrEqual(1);
			expect(scaleStep(high, 1e9)).toBeLessThanOrEqual(8);
		}
	);

	test('gives no value and an empty scale the first step', () => {
		expect([scaleStep(NaN, 10), scaleStep(5, 0), scaleStep(-1, 10)]).toEqual([1, 1, 1]);
	});
});

describe('moving through marks', () => {
	const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

	property.prop([
		fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
		fc.array(fc.constantFrom(...keys), { maxLength: 40 }),
		fc.boolean()
	])('never leaves a triangle', (lengths, presses, control) => {
		let place = { row: 0, column: 0 };
		for (const key of presses) {
			place = moveInGrid(key, place, lengths, control) ?? place;
			expect(place.row).toBeGreaterThanOrEqual(0);
			expect(place.row).toBeLessThan(lengths.length);
			expect(place.column).toBeGreaterThanOrEqual(0);
			expect(place.column).toBeLessThan(lengths[place.row] ?? 0);
		}
	});
});

test('labels never touch, and the last one is always written', () => {
	const stride = labelStride(36, 500, 50);
	const shown = Array.from({ length: 36 }, (_, index) => index).filter((index) =>
		showsLabel(index, 36, stride)
	);
	expect(shown.at(-1)).toBe(35);
	expect(shown.length * 50).toBeLessThanOrEqual(500);
});

test('labels of points that are not evenly apart give way to the last one, as wide as the widest of them', () => {
	const days = [0, 365, 720, 1095, 1512, 1685];
	const onPhone = days.map((day) => (day / 1685) * 332);
	const shown = [...spacedLabels(onPhone, widestLabel(days.map(String)))].map((index) => days[index]);
	expect(shown).toEqual([0, 365, 720, 1095, 1685]);
});
