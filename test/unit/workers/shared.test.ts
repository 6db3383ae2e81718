import { describe, expect, it } from 'vitest';
import { CoreError } from '#lib/core/errors.ts';
import { Cache } from '../../../workers/analysis/cache.ts';
import { enveloped } from '../../../workers/shared/envelope.ts';
import { newId } from '../../../workers/shared/new-id.ts';
import { progressReporter, release } from '../../../workers/shared/progress.ts';
import { buffersIn, copied } from '../../../workers/shared/transfer.ts';

describe('envelopes', () => {
	it('carry what was thrown as plain records that can be cloned', async () => {
		const odd = new CoreError('storage-quota', { needed: 5, odd: (() => undefined) as unknown as number });
		const answers = [
			await enveloped(() => {
				throw odd;
			}),
			await enveloped(() => Promise.reject(new Error('boom'))),
			await enveloped(() => {
				// eslint-disable-next-line @typescript-eslint/only-throw-error -- anything can be thrown
				throw Symbol('odd');
			})
		];
		expect(structuredClone(answers)).toEqual([
			{ ok: false, error: { code: 'storage-quota', params: { needed: 5 } } },
			{ ok: false, error: { code: 'internal', params: {}, detail: 'Error: boom' } },
			{ ok: false, error: { code: 'internal', params: {}, detail: 'Symbol(odd)' } }
		]);
	});

	it('name the first cause for developers', async () => {
		const cause = new TypeError('inner');
		const answer = await enveloped(() => Promise.reject(new CoreError('storage-busy', {}, { cause })));
		expect(answer).toMatchObject({ error: { code: 'storage-busy', detail: 'TypeError: inner' } });
	});
});

describe('moving buffers', () => {
	const value = () => {
		const shared = new Float64Array([1, 2]);
		return {
			a: shared,
			b: [{ c: shared.subarray(1) }, { d: Uint8Array.of(3) }],
			e: 'text',
			f: null,
			g: ['x']
		};
	};

	it('finds each buffer once, at any depth', () => {
		expect(buffersIn(value())).toHaveLength(2);
		expect(buffersIn('text')).toEqual([]);
		expect(buffersIn(null)).toEqual([]);
	});

	it('copies every typed array into a buffer of its own, and nothing is changed by moving the copy', () => {
		const original = value();
		const copy = copied(original);
		expect(copy).toEqual(original);
		expect(buffersIn(copy)).toHaveLength(3);
		structuredClone(copy, { transfer: buffersIn(copy) });
		expect(original).toEqual(value());
		expect(copy.a).toHaveLength(0);
	});
});

describe('progress', () => {
	it('survives a page that is gone', async () => {
		const gone = () => Promise.reject(new Error('closed'));
		const report = progressReporter(gone, () => 0);
		report({ stage: 'reading', done: 0, total: 1, unit: 'rows', rows: 0 });
		await new Promise((resolve) => setTimeout(resolve, 5));
	});

	it('leaves callbacks alone that did not come across the wall', () => {
		expect(() => release(() => undefined)).not.toThrow();
		expect(() => release(undefined)).not.toThrow();
	});
});

describe('the cache', () => {
	it('forgets what was used longest ago, and makes nothing twice', () => {
		const cache = new Cache<{ key: string }>(2);
		let made = 0;
		const get = (key: string) =>
			cache.get(key, () => {
				made++;
				return { key };
			});
		get('a');
		get('b');
		get('a');
		get('c');
		expect(made).toBe(3);
		expect(cache.find('b')).toBeUndefined();
		expect(get('a')).toEqual({ key: 'a' });
		expect(made).toBe(3);
	});
});

describe('ids', () => {
	it('are 32 hex digits, each another', () => {
		const ids = new Set(Array.from({ length: 100 }, newId));
		expect(ids.size).toBe(100);
		for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
	});
});
