import * as Comlink from 'comlink';
import type { WorkerLike } from '#lib/client/remote.ts';

/** A worker in the same thread: a real message channel and real Comlink, so that everything is really cloned. */
export interface FakeWorker extends WorkerLike {
	readonly terminated: boolean;
	/** What the browser does when a worker's script throws past its fences. */
	crash(message: string): void;
}

/** Starts a fake worker that serves `handler`. */
export function fakeWorker(handler: object): FakeWorker {
	const { port1, port2 } = new MessageChannel();
	Comlink.expose(handler, port2);
	const errors = new EventTarget();
	const port = port1 as unknown as Comlink.Endpoint;
	port1.start();
	let terminated = false;
	return {
		get terminated() {
			return terminated;
		},
		postMessage: (message: unknown, transfer?: Transferable[]) => {
			if (!terminated) port.postMessage(message, transfer);
		},
		addEventListener: (type: string, listener: EventListenerOrEventListenerObject) => {
			if (type === 'message') port.addEventListener(type, listener);
			else errors.addEventListener(type, listener);
		},
		removeEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
			port.removeEventListener(type, listener),
		terminate: () => {
			terminated = true;
			port1.close();
			port2.close();
		},
		crash: (message) => errors.dispatchEvent(Object.assign(new Event('error'), { message }))
	};
}

/** Starts fake workers one after the other, each with a new handler, and remembers them. */
export function fakeWorkers(makeHandler: (generation: number) => object): {
	readonly start: () => FakeWorker;
	readonly all: FakeWorker[];
} {
	const all: FakeWorker[] = [];
	return {
		all,
		start: () => {
			const worker = fakeWorker(makeHandler(all.length + 1));
			all.push(worker);
			return worker;
		}
	};
}
