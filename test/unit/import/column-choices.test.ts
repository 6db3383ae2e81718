import { expect, it } from 'vitest';
import { choicesOf } from '#lib/import/column-choices.ts';

const none = { dateOrders: [], numberStyles: [], isMoney: false };

it('shows readings on the first value that tells them apart', () => {
	expect(choicesOf({ ...none, cells: ['05/05/2024', '13/04/2024'], dateOrders: ['dmy', 'mdy'] })).toEqual({
		dateOrders: ['dmy', 'mdy'],
		dateReadings: { raw: '13/04/2024', values: [Date.UTC(2024, 3, 13) / 86_400_000, null] }
	});
	const [point, comma] = [
		{ decimal: '.', group: ',' },
		{ decimal: ',', group: '.' }
	] as const;
	expect(choicesOf({ ...none, cells: ['7', '-1.250'], numberStyles: [point, comma] })).toEqual({
		numberStyles: [point, comma],
		numberReadings: { raw: '-1.250', values: [-1.25, -1250] }
	});
});

it('offers other styles of whole amounts, which no value tells apart', () => {
	const plain = { decimal: '.', group: '' } as const;
	const { numberStyles, ...others } = choicesOf({
		...{ ...none, cells: ['7', '12'] },
		...{ numberStyles: [plain], isMoney: true }
	});
	expect(numberStyles).toHaveLength(3);
	expect(others).toEqual({});
	expect(choicesOf({ ...none, cells: ['7'], numberStyles: [plain] })).toEqual({});
});
