import type { Envelope, ErrorCode, ErrorRecord } from '#lib/api/index.ts';
import * as Comlink from 'comlink';
import { watchLife } from './watch-life.ts';

/** A method of a worker's contract that answers with an envelope. */
type Answering = (...args: never[]) => Promise<Envelope<unknown>>;
type AnsweringKeys<Api> = { [K in keyof Api]: Api[K] extends Answering ? K : never }[keyof Api];
type ArgumentsOf<F> = F extends (...args: infer A) => unknown ? A : never;
type AnswerOf<F> = F extends (...args: never[]) => Promise<infer A> ? A : never;

/** The part of a `Worker` that is needed here, so that tests can bring their own. */
export interface WorkerLike extends Comlink.Endpoint {
	terminate(): void;
}

/** How long a worker may take to give up a job before it is ended, in ms. */
export const cancelGraceMs = 200;

/** One worker behind its contract. Calls never throw: whatever goes wrong is an envelope with a code. */
export interface Remote<Api> {
	/** Calls a method; starts the worker when there is none. Functions among the arguments are proxied. */
	call<K extends AnsweringKeys<Api>>(method: K, ...args: ArgumentsOf<Api[K]>): Promise<AnswerOf<Api[K]>>;
	/**
	 * Asks the worker to stop, and ends it when not all of `calls` (all pending ones by default) have answered
	 * within the grace. Ended calls answer `cancelled`. Resolves to whether the worker was ended.
	 */
	cancel(
		ask: (worker: Comlink.Remote<Api>) => unknown,
		calls?: readonly Promise<unknown>[]
	): Promise<boolean>;
	/** Goes up with every worker started: what an earlier one held is gone. */
	readonly generation: number;
	/** Ends the worker; pending calls answer `cancelled`. The next call starts another. */
	end(): void;
}

interface Pending {
	readonly settled: Promise<unknown>;
	fail(error: ErrorRecord): void;
}

interface Running<Api> {
	readonly worker: WorkerLike;
	readonly proxy: Comlink.Remote<Api>;
	readonly pending: Set<Pending>;
}

/** A worker that is started by `start` at the first call, and again after it crashed or was ended. */
export function remote<Api>(start: () => WorkerLike, graceMs = cancelGraceMs): Remote<Api> {
	let running: Running<Api> | null = null;
	let generation = 0;

	function worker(): Running<Api> {
		if (running !== null) return running;
		const started = start();
		const fresh: Running<Api> = { worker: started, proxy: Comlink.wrap<Api>(started), pending: new Set() };
		const crashed = (event: Event): void => {
			// A worker whose handler threw past its own fences is in an unknown state: never reused.
			if (running === fresh) stop(fresh, 'worker-crashed', messageOf(event));
		};
		started.addEventListener('error', crashed);
		started.addEventListener('messageerror', crashed);
		watchLife(started, () => {
			if (running === fresh) stop(fresh, 'worker-crashed');
		});
		running = fresh;
		generation++;
		return fresh;
	}

	function stop(ended: Running<Api>, code: ErrorCode, detail?: string): void {
		if (running === ended) running = null;
		ended.worker.terminate();
		const error: ErrorRecord = detail === undefined ? { code, params: {} } : { code, params: {}, detail };
		for (const pending of [...ended.pending]) pending.fail(error);
	}

	return {
		get generation() {
			return generation;
		},
		call<K extends AnsweringKeys<Api>>(method: K, ...args: ArgumentsOf<Api[K]>) {
			type Answer = AnswerOf<Api[K]>;
			let called: Running<Api>;
			try {
				called = worker();
			} catch (thrown) {
				return Promise.resolve(failed('worker-crashed', thrown) as Answer);
			}
			const { promise, resolve } = deferred<Envelope<unknown>>();
			const pending: Pending = { settled: promise, fail: (error) => settle({ ok: false, error }) };
			function settle(envelope: Envelope<unknown>): void {
				called.pending.delete(pending);
				resolve(envelope);
			}
			called.pending.add(pending);
			const send = called.proxy[method as keyof Comlink.Remote<Api>] as unknown as (
				...sent: unknown[]
			) => Promise<Envelope<unknown>>;
			send(...args.map(proxied)).then(settle, (thrown: unknown) => settle(failed('internal', thrown)));
			return promise as Promise<Answer>;
		},
		async cancel(ask, calls) {
			const asked = running;
			if (asked === null) return false;
			const watched = calls ?? [...asked.pending].map(({ settled }) => settled);
			// The answer to the question itself does not matter: whether the calls come back does.
			void Promise.resolve(ask(asked.proxy)).catch(() => undefined);
			const done = Promise.all(watched).then(() => true);
			const stopped = await Promise.race([done, afterMs(graceMs).then(() => false)]);
			if (stopped || running !== asked) return false;
			stop(asked, 'cancelled');
			return true;
		},
		end() {
			if (running !== null) stop(running, 'cancelled');
		}
	};
}

function proxied(argument: unknown): unknown {
	return typeof argument === 'function' ? Comlink.proxy(argument) : argument;
}

function failed(code: ErrorCode, thrown: unknown): Envelope<never> {
	const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
	return { ok: false, error: { code, params: {}, detail } };
}

function messageOf(event: Event): string {
	const { message } = event as Partial<ErrorEvent>;
	return typeof message === 'string' ? message : event.type;
}

function afterMs(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
	let resolve: (value: T) => void = () => undefined;
	const promise = new Promise<T>((fulfil) => (resolve = fulfil));
	return { promise, resolve };
}
