import { describe, expect, it } from 'vitest';
import type { WorkerLife } from '#lib/api/index.ts';
import { watchLife, type LifeLocks } from '#lib/client/watch-life.ts';
import { showLife } from '../../../workers/shared/show-life.ts';

/** Locks of one name each, first come, first served; `end` frees what a thread of that number holds. */
function lockTable() {
	const queues = new Map<string, { thread: number; grant: () => void }[]>();
	const of = (thread: number): LifeLocks => ({
		request: ((name: string, task: () => unknown) => {
			const queue = queues.get(name) ?? [];
			queues.set(name, queue);
			return new Promise<unknown>((resolve, reject) => {
				queue.push({ thread, grant: () => void Promise.resolve(task()).then(resolve, reject) });
				if (queue.length === 1) queue[0]?.grant();
			});
		}) as LifeLocks['request']
	});
	function end(thread: number): void {
		for (const queue of queues.values()) {
			if (queue[0]?.thread !== thread) continue;
			queue.shift();
			queue.at(0)?.grant();
		}
	}
	return { of, end };
}

describe('the life of a worker', () => {
	it('is noticed to end when nothing else tells of it, and not before', () => {
		const table = lockTable();
		const worker = new EventTarget();
		let gone = 0;
		watchLife(worker, () => gone++, table.of(1));
		const tell = (data: WorkerLife): boolean => worker.dispatchEvent(new MessageEvent('message', { data }));
		showLife('life', tell, table.of(2));
		expect(gone).toBe(0);
		table.end(2);
		expect(gone).toBe(1);
	});

	it('is not watched where there are no locks, and other messages mean nothing', () => {
		const table = lockTable();
		const worker = new EventTarget();
		let gone = 0;
		watchLife(worker, () => gone++, table.of(1));
		for (const data of [null, 'life', { id: 'x' }, { lifeLock: 4 }]) {
			worker.dispatchEvent(new MessageEvent('message', { data }));
		}
		showLife('life', () => gone++, undefined);
		expect(gone).toBe(0);
	});
});
