import { describe, expect, it, vi } from 'vitest';
import type { Envelope } from '#lib/api/index.ts';
import { Resource } from '#lib/state/resource.svelte.ts';

const ok = <T>(value: T): Envelope<T> => ({ ok: true, value });
const failed: Envelope<never> = { ok: false, error: { code: 'internal', params: {} } };

function open<T>() {
	let settle: (value: T) => void = () => undefined;
	const promise = new Promise<T>((resolve) => (settle = resolve));
	return { promise, settle };
}

describe('a resource', () => {
	it('answers, and does not ask the same question twice', async () => {
		const resource = new Resource<number>();
		const question = vi.fn(() => Promise.resolve(ok(1)));
		await resource.ask('a', question);
		await resource.ask('a', question);
		expect(resource.current).toBe(1);
		expect(question).toHaveBeenCalledTimes(1);
	});

	it('drops an answer that comes after a newer question', async () => {
		const resource = new Resource<string>();
		const slow = open<Envelope<string>>();
		const first = resource.ask('slow', () => slow.promise);
		await resource.ask('fast', () => Promise.resolve(ok('new')));
		slow.settle(ok('old'));
		await first;
		expect(resource.current).toBe('new');
		expect(resource.loading).toBe(false);
	});

	it('keeps the value before while the next is under way', async () => {
		const resource = new Resource<number>();
		await resource.ask('a', () => Promise.resolve(ok(1)));
		const next = open<Envelope<number>>();
		const asked = resource.ask('b', () => next.promise);
		expect(resource.current).toBe(1);
		expect(resource.loading).toBe(true);
		next.settle(ok(2));
		await asked;
		expect(resource.current).toBe(2);
	});

	it('shows a failure beside the value before, and asks the same again', async () => {
		const resource = new Resource<number>();
		await resource.ask('before', () => Promise.resolve(ok(2)));
		await resource.ask('a', () => Promise.resolve(failed));
		expect(resource.error?.code).toBe('internal');
		expect(resource.current).toBe(2);
		await resource.ask('a', () => Promise.resolve(ok(3)));
		expect(resource.error).toBeNull();
		expect(resource.current).toBe(3);
	});

	it('turns a question that throws into a failure', async () => {
		const resource = new Resource<number>();
		await resource.ask('a', () => Promise.reject(new Error('gone')));
		expect(resource.error).toMatchObject({ code: 'internal', detail: 'Error: gone' });
	});

	it('forgets everything, and what is still under way', async () => {
		const resource = new Resource<number>();
		const late = open<Envelope<number>>();
		const asked = resource.ask('a', () => late.promise);
		resource.clear();
		late.settle(ok(1));
		await asked;
		expect(resource.current).toBeNull();
		expect(resource.key).toBeNull();
	});
});
