import { describe, expect, it } from 'vitest';
import { CoreError } from '#lib/core/errors.ts';
import type { MethodResult } from '#lib/core/methods/types.ts';
import { resultFromJson, resultToJson } from '#lib/core/result/json.ts';

const result: MethodResult = {
	method: 'rfm',
	version: 1,
	params: { bins: 5, cuts: null },
	frame: { asOf: 15317, from: null, weekStart: 1 },
	status: 'ok',
	missing: [],
	n: 2,
	warnings: [{ code: 'few-customers', params: { n: 2, name: '客户' } }],
	scalars: { rate: Number.NaN, tiny: 5e-324, third: 1 / 3, big: 2 ** 53 },
	tables: {
		cells: {
			rows: 2,
			columns: {
				share: Float64Array.of(0.1 + 0.2, Number.NaN),
				day: Int32Array.of(-1, 2 ** 31 - 1),
				customers: Uint32Array.of(0, 0xffffffff),
				score: Uint8Array.of(0, 255),
				label: ['a', '重要价值']
			},
			types: { share: 'share', day: 'day', customers: 'count', score: 'code', label: 'text' }
		},
		none: { rows: 0, columns: { x: new Float64Array(0) }, types: { x: 'number' } }
	}
};

/** Through text, as a file holds it, with one place changed. */
function broken(change: (json: Record<string, never>) => void): unknown {
	const json = JSON.parse(JSON.stringify(resultToJson(result))) as Record<string, never>;
	change(json);
	return json;
}

/** Path → a hostile change to the JSON at that path. */
function set(path: string, value: unknown): unknown {
	return broken((json) => {
		const keys = path.split('.');
		const last = keys.pop() as string;
		let at = json as Record<string, unknown>;
		for (const key of keys) at = at[key] as Record<string, unknown>;
		if (value === undefined) Reflect.deleteProperty(at, last);
		else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
	});
}

describe('a result as JSON', () => {
	it('comes back from text as it was: every number, every kind of array, NaN as NaN', () => {
		const text = JSON.stringify(resultToJson(result));
		expect(text).not.toContain('NaN');
		expect(resultFromJson(JSON.parse(text))).toStrictEqual(result);
	});

	it('refuses to write an infinite number', () => {
		const scalars = { rate: Infinity };
		expect(() => resultToJson({ ...result, scalars })).toThrow(CoreError);
		const table = { rows: 1, columns: { x: Float64Array.of(-Infinity) }, types: { x: 'number' as const } };
		expect(() => resultToJson({ ...result, tables: { table } })).toThrow(CoreError);
	});

	it.each([
		['method', 7],
		['method', '<script>'],
		['version', 0],
		['n', -1],
		['n', 1.5],
		['status', 'fine'],
		['frame.asOf', null],
		['frame.weekStart', 8],
		['warnings.0.code', 5],
		['warnings.0.params.n', {}],
		['scalars.rate', 'x'],
		['tables.cells.rows', 3],
		['tables.cells.rows', 2 ** 40],
		['tables.cells.columns.share', [1, 2]],
		['tables.cells.columns.share.kind', 'float32'],
		['tables.cells.columns.share.values.0', '1'],
		['tables.cells.columns.share.values', { length: 2 }],
		['tables.cells.columns.day.values.0', 2 ** 31],
		['tables.cells.columns.day.values.0', null],
		['tables.cells.columns.customers.values.1', -1],
		['tables.cells.columns.score.values.0', 256],
		['tables.cells.columns.score.values.0', 0.5],
		['tables.cells.columns.label.values.0', 1],
		['tables.cells.types.share', 'cash'],
		['tables.cells.types.share', undefined],
		['tables.cells.types.other', 'count'],
		['tables.cells.columns.share', undefined],
		['extra', 1]
	])('refuses a file whose %s is %j, and says where', (path, value) => {
		let thrown: unknown;
		try {
			resultFromJson(set(path, value));
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toBeInstanceOf(CoreError);
		expect((thrown as CoreError).code).toBe('snapshot-invalid');
		expect(String((thrown as CoreError).params['at'])).not.toBe('');
	});

	it('leaves out a key that would reach a prototype', () => {
		const read = resultFromJson(set('scalars.__proto__', 1));
		expect(read).toStrictEqual(result);
		expect(Object.getPrototypeOf(read.scalars)).toBe(Object.prototype);
	});

	it.each([[null], [[]], ['text'], [0]])('refuses %j', (value) => {
		expect(() => resultFromJson(value)).toThrow('snapshot-invalid');
	});
});
