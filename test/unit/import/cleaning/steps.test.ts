import { describe, expect, it } from 'vitest';
import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import { cleanSample } from '#lib/import/cleaning/clean-sample.ts';

const styles = { numberStyle: { decimal: '.', group: ',' }, dateOrder: 'ymd' } as const;

/** Rows after one step, and what the step says of them. */
async function clean(step: CleaningStep, rows: readonly (readonly string[])[], headers = ['A', 'B', 'C']) {
	const cleaned = await cleanSample([step], headers, rows, [], null);
	return { ...cleaned, report: cleaned.reports[0]! };
}

describe('trimming', () => {
	const step = {
		id: 'a',
		kind: 'trim',
		columns: [0, 2],
		blanks: true,
		invisible: true,
		halfWidth: true,
		letters: 'keep'
	} as const;

	it('takes blanks of all kinds, invisible characters and full-width forms from the columns it names', async () => {
		const { rows, report } = await clean(step, [
			[' \u3000Ａｄａ\u00a0\u00a0 Lovelace\u200b ', ' b ', '１２\ufeff'],
			['ada', ' b ', '12']
		]);
		expect(rows).toEqual([
			['Ada Lovelace', ' b ', '12'],
			['ada', ' b ', '12']
		]);
		expect(report).toMatchObject({ rows: 2, changed: 1, headers: ['A', 'C'] });
		expect(report.examples).toEqual([
			{ before: [' \u3000Ａｄａ\u00a0\u00a0 Lovelace\u200b ', '１２\ufeff'], after: ['Ada Lovelace', '12'] }
		]);
	});

	it('does only what is switched on', async () => {
		const off = { ...step, blanks: false, invisible: false, halfWidth: false } as const;
		const { rows } = await clean({ ...off, letters: 'upper' }, [[' ａda\u200b ', '', '']]);
		expect(rows).toEqual([[' ＡDA\u200b ', '', '']]);
	});
});

describe('mapping values', () => {
	const pairs = [
		{ from: 'web', to: 'Online' },
		{ from: '', to: 'Unknown' },
		{ from: 'web', to: 'never' }
	];

	it('replaces whole values, empty ones too, and the first of two pairs counts', async () => {
		const step = { id: 'a', kind: 'map-values', column: 1, pairs } as const;
		const { rows, report } = await clean(step, [
			['1', ' web ', ''],
			['2', '', ''],
			['3', 'website', '']
		]);
		expect(rows.map((row) => row[1])).toEqual(['Online', 'Unknown', 'website']);
		expect(report.values).toEqual([
			{ value: '', rows: 1 },
			{ value: 'web', rows: 1 },
			{ value: 'website', rows: 1 }
		]);
	});

	it('gives every other value one name if it is told to', async () => {
		const step = { id: 'a', kind: 'map-values', column: 1, pairs, rest: 'Other' } as const;
		const { rows } = await clean(step, [['1', 'shop', '']]);
		expect(rows[0]?.[1]).toBe('Other');
	});
});

describe('dropping duplicates', () => {
	const rows = [
		['1', 'x', 'first'],
		['2', 'y', ''],
		[' 1', 'x ', 'second'],
		['', ' ', 'no key'],
		['', '', 'no key either'],
		['1', 'x', 'third']
	];
	const step = (keep: 'first' | 'last') =>
		({ id: 'a', kind: 'drop-duplicates', columns: [0, 1], keep }) as const;

	it('keeps the first or the last row of a key, and every row without one', async () => {
		const first = await clean(step('first'), rows);
		expect(first.rows.map((row) => row[2])).toEqual(['first', '', 'no key', 'no key either']);
		const last = await clean(step('last'), rows);
		expect(last.rows.map((row) => row[2])).toEqual(['', 'no key', 'no key either', 'third']);
		expect([first.report.merged, last.report.merged]).toEqual([2, 2]);
		expect(last.report.examples[0]).toEqual({ before: ['1', 'x'], after: null });
	});

	it('does not take one key for another whose cells are parted elsewhere', async () => {
		const { rows: kept } = await clean(step('first'), [
			['ab', 'c', ''],
			['a', 'bc', ''],
			['a\u001f1', '', ''],
			['a', '\u001f1', '']
		]);
		expect(kept).toHaveLength(4);
	});
});

describe('filling', () => {
	it('fills with a value, or with the last one above', async () => {
		const rows = [
			['', 'a', ''],
			['1', 'b', ''],
			[' ', 'c', ''],
			['2', 'd', '']
		];
		const above = await clean({ id: 'a', kind: 'fill', column: 0, from: 'above', value: '' }, rows);
		expect(above.rows.map((row) => row[0])).toEqual(['', '1', '1', '2']);
		const value = await clean({ id: 'a', kind: 'fill', column: 0, from: 'value', value: '?' }, rows);
		expect(value.rows.map((row) => row[0])).toEqual(['?', '1', '?', '2']);
	});
});

describe('splitting and joining', () => {
	const split = (change: object): CleaningStep => ({
		id: 'a',
		kind: 'split',
		column: 0,
		by: 'text',
		text: ' - ',
		position: 0,
		names: ['X', 'Y'],
		...change
	});

	it('cuts by a text, the last column taking the rest', async () => {
		const { headers, rows } = await clean(split({}), [
			['Leeds - UK - Europe', '', ''],
			['Rome', '', ''],
			['', '', '']
		]);
		expect(headers).toEqual(['A', 'B', 'C', 'X', 'Y']);
		expect(rows.map((row) => row.slice(3))).toEqual([
			['Leeds', 'UK - Europe'],
			['Rome', ''],
			['', '']
		]);
	});

	it('cuts at a position from either end, by characters and not by units', async () => {
		const start = await clean(split({ by: 'position', position: 2 }), [['😀€12', '', '']]);
		expect(start.rows[0]?.slice(3)).toEqual(['😀€', '12']);
		const end = await clean(split({ by: 'position', position: -2 }), [['😀€12', '', '']]);
		expect(end.rows[0]?.slice(3)).toEqual(['😀€', '12']);
	});

	it('joins what is there', async () => {
		const step = { id: 'a', kind: 'join', columns: [2, 0], separator: ', ', name: 'X' } as const;
		const { rows } = await clean(step, [
			['a', '', 'c'],
			['a', '', ' '],
			['', '', '']
		]);
		expect(rows.map((row) => row[3])).toEqual(['c, a', 'a', '']);
	});
});

describe('filtering', () => {
	const cells = ['10', '9', 'x', '', '1,200'];
	const kept = async (test: string, value: string, fate = 'keep', match = 'all'): Promise<string[]> => {
		const conditions = [{ column: 0, test, value }];
		const step = { id: 'a', kind: 'filter', match, conditions, fate, ...styles } as CleaningStep;
		const { rows } = await clean(
			step,
			cells.map((cell) => [cell])
		);
		return rows.map((row) => row[0] ?? '');
	};

	it('compares texts, numbers and what is empty', async () => {
		expect(await kept('equals', '9')).toEqual(['9']);
		expect(await kept('differs', '9')).toEqual(['10', 'x', '', '1,200']);
		expect(await kept('contains', '0')).toEqual(['10', '1,200']);
		expect(await kept('lacks', '0')).toEqual(['9', 'x', '']);
		expect(await kept('starts', '1')).toEqual(['10', '1,200']);
		expect(await kept('empty', '')).toEqual(['']);
		expect(await kept('filled', '')).toEqual(['10', '9', 'x', '1,200']);
		expect(await kept('less', '10')).toEqual(['9']);
		expect(await kept('at-least', '10')).toEqual(['10', '1,200']);
		expect(await kept('number-equals', '1200.0')).toEqual(['1,200']);
		expect(await kept('more', '9.5', 'set-aside')).toEqual(['9', 'x', '']);
	});

	it('compares dates in the order of the step', async () => {
		const conditions = [{ column: 0, test: 'before', value: '2024-02-01' }] as const;
		const step = { id: 'a', kind: 'filter', match: 'any', conditions, fate: 'keep' } as const;
		const rows = [['03/01/2024'], ['01/03/2024'], ['soon']];
		const dmy = await clean({ ...step, ...styles, dateOrder: 'dmy' }, rows);
		expect(dmy.rows).toEqual([['03/01/2024', '', '']]);
		expect(dmy.report.aside).toBe(2);
	});
});

describe('converting currencies', () => {
	const step = {
		id: 'a',
		kind: 'convert-currency',
		amount: 0,
		currency: 1,
		date: null,
		target: 'EUR',
		decimals: 2,
		rates: [
			{ currency: 'usd', rate: '0.925' },
			{ currency: '人民币', rate: '0.1278' }
		],
		name: 'EUR',
		...styles
	} as const;
	const made = async (change: object, rows: string[][]): Promise<(string | undefined)[]> =>
		(await clean({ ...step, ...change }, rows)).rows.map((row) => row[3]);

	it('multiplies exactly, and rounds half of the smallest unit away from zero', async () => {
		expect(
			await made({}, [
				['10.00', 'USD', ''],
				['1.00', ' Usd ', ''],
				['-1.00', 'USD', ''],
				['100', '人民币', ''],
				['7.10', 'EUR', '']
			])
		).toEqual(['9.25', '0.93', '-0.93', '12.78', '7.10']);
	});

	it('rejects a row whose currency has no rate', async () => {
		const { rows, report } = await clean(step, [
			['10', 'GBP', ''],
			['10', '', '']
		]);
		expect([rows.length, report.rejected]).toEqual([0, 2]);
	});

	it('takes the rate of the day: the latest that began', async () => {
		const rates = [
			{ currency: 'USD', from: '2024-01-01', rate: '2' },
			{ currency: 'USD', from: '2024-02-01', rate: '3' }
		];
		const { rows, report } = await clean({ ...step, date: 2, rates }, [
			['1', 'USD', '2024-01-31'],
			['1', 'USD', '2024-02-01'],
			['1', 'USD', '2023-12-31']
		]);
		expect(rows.map((row) => row[3])).toEqual(['2.00', '3.00']);
		expect(report.rejected).toBe(1);
	});

	it('hands on what it cannot read, and never a sign of another currency', async () => {
		expect(
			await made({}, [
				['n/a', 'USD', ''],
				['', 'USD', ''],
				['€5', 'USD', '']
			])
		).toEqual(['n/a', '', '€5 USD']);
	});
});

describe('deriving', () => {
	it('reckons with the columns of a row, and leaves a cell empty that has no value', async () => {
		const step = {
			id: 'a',
			kind: 'derive',
			name: 'Margin',
			formula: 'round([A] - [B], 2)',
			uses: [{ name: 'B', column: 2 }],
			...styles
		} as const;
		const { rows, report } = await clean(step, [
			['1,000.10', 'ignored', '0.105'],
			['', '', '1'],
			['n/a', '', '1']
		]);
		expect(rows.map((row) => row[3])).toEqual(['1000', '', '']);
		expect(report).toMatchObject({ changed: 1, noValue: 1 });
	});
});

describe('a step that cannot be run', () => {
	it('says why, and rows pass by it', async () => {
		const gone = { id: 'a', kind: 'fill', column: 7, from: 'above', value: '' } as const;
		const { rows, report } = await clean(gone, [['1', '2', '3']]);
		expect(rows).toEqual([['1', '2', '3']]);
		expect(report.problem).toEqual({ code: 'column-gone', params: {} });
	});

	it.each([
		['formula-empty', '', { at: 1 }],
		['formula-unfinished', '1 +', { at: 4 }],
		['formula-unexpected', '1 ? 2', { at: 3 }],
		['formula-text-open', '"a', { at: 1 }],
		['formula-unknown-function', 'sum(1)', { at: 1, name: 'sum' }],
		['formula-arguments', 'left("a")', { at: 1, name: 'left' }],
		['formula-unknown-column', '[Z] + 1', { name: 'Z' }]
	])('%s is told with its place', async (code, formula, params) => {
		const { report } = await clean({ id: 'a', kind: 'derive', name: 'X', formula, uses: [], ...styles }, []);
		expect(report.problem).toEqual({ code, params });
	});

	it('may use what an earlier step made, and nothing that a later one makes', async () => {
		const join = { id: 'j', kind: 'join', columns: [0, 1], separator: '', name: 'AB' } as const;
		const fill = { id: 'f', kind: 'fill', column: 'j.0', from: 'value', value: '?' } as const;
		const after = await cleanSample([join, fill], ['A', 'B'], [['', '']], [], null);
		expect([after.rows, after.reports[1]?.problem]).toEqual([[['', '', '?']], null]);
		const before = await cleanSample([fill, join], ['A', 'B'], [['', '']], [], null);
		expect(before.reports[0]?.problem?.code).toBe('column-gone');
	});
});
