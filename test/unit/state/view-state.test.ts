import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { emptyView, formatView, parseView, windowStart, type ViewState } from '#lib/state/view-state.ts';

const day = fc.integer({ min: -20_000, max: 60_000 });
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,36}$/);
const name = fc
	.stringMatching(/^[a-z][A-Za-z0-9]{0,12}$/)
	.filter((text) => !['__proto__', 'show'].includes(text));
const view: fc.Arbitrary<ViewState> = fc.record({
	workspace: fc.option(id),
	dataset: fc.option(id),
	snapshot: fc.option(id),
	asOf: fc.option(day),
	window: fc.oneof(
		fc.constant({ kind: 'all' } as const),
		fc.record({ kind: fc.constant('months' as const), months: fc.integer({ min: 1, max: 999 }) }),
		fc.record({ kind: fc.constant('from' as const), day })
	),
	refunds: fc.option(fc.constantFrom('net', 'gross')),
	params: fc.dictionary(
		name,
		fc.dictionary(
			name,
			fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.jsonValue({ noUnicodeString: false })),
			{
				minKeys: 1,
				noNullPrototype: true
			}
		),
		{ noNullPrototype: true }
	),
	looks: fc.dictionary(name, fc.stringMatching(/^[a-z]{1,12}$/), { noNullPrototype: true }),
	selection: fc.option(fc.record({ method: name, table: name, row: fc.nat({ max: 999_999 }) }))
});

describe('the address of a view', () => {
	property.prop([view])('gives back the view that it was written from', (state) => {
		const normal = JSON.parse(JSON.stringify(state)) as ViewState;
		expect(parseView(formatView(normal))).toEqual(normal);
	});

	property.prop([fc.string()])('never fails to be read, whatever stands in it', (query) => {
		const read = parseView(`?${query}`);
		expect(parseView(formatView(read))).toEqual(read);
	});

	it('is empty for the empty view', () => {
		expect(formatView(emptyView)).toBe('');
		expect(parseView('')).toEqual(emptyView);
	});

	it('is readable: ids, days, months and method.parameter pairs', () => {
		const state: ViewState = {
			...emptyView,
			workspace: 'w1',
			asOf: 15_317,
			window: { kind: 'months', months: 12 },
			refunds: 'gross',
			params: { rfm: { bins: 4, binning: 'ntile' } },
			selection: { method: 'rfm', table: 'matrix', row: 3 }
		};
		expect(formatView(state)).toBe(
			'?w=w1&asOf=2011-12-09&from=12m&refunds=gross&rfm.binning=ntile&rfm.bins=4&sel=rfm.matrix.3'
		);
	});

	it('leaves out what is malformed and keeps the rest', () => {
		expect(parseView('?w=a/b&asOf=2011-02-30&from=0m&refunds=some&sel=rfm.matrix&d=ok')).toEqual({
			...emptyView,
			dataset: 'ok'
		});
	});

	it('does not let a key reach the prototype', () => {
		const { params } = parseView('?__proto__.polluted=1&rfm.__proto__=1');
		expect(params).toEqual({});
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

describe('the start of a window', () => {
	const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

	it('of twelve months is the day after the same day a year before', () => {
		expect(windowStart({ kind: 'months', months: 12 }, dayOf('2011-12-09'))).toBe(dayOf('2010-12-10'));
	});

	it('falls on the last day of a shorter month', () => {
		expect(windowStart({ kind: 'months', months: 1 }, dayOf('2024-03-31'))).toBe(dayOf('2024-03-01'));
		expect(windowStart({ kind: 'months', months: 12 }, dayOf('2024-02-29'))).toBe(dayOf('2023-03-01'));
	});

	it('is the day chosen, or null for all history', () => {
		expect(windowStart({ kind: 'from', day: 42 }, 100)).toBe(42);
		expect(windowStart({ kind: 'all' }, 100)).toBeNull();
	});
});
