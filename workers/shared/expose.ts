import * as Comlink from 'comlink';
import { newId } from './new-id.ts';
import { showLife } from './show-life.ts';
import { buffersIn } from './transfer.ts';

type Handler = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Makes a handler's methods callable from the page. The buffers in an answer are moved, not copied. The page also learns when the worker ends. */
export function expose(handler: object): void {
	const methods = Object.entries(handler as Handler).map(([name, method]) => [
		name,
		async (...args: never[]) => {
			const answer = await method(...args);
			return typeof answer === 'object' && answer !== null
				? Comlink.transfer(answer, buffersIn(answer))
				: answer;
		}
	]);
	Comlink.expose(Object.fromEntries(methods));
	const locks = (navigator as { readonly locks?: LockManager }).locks;
	showLife(`clientele:life:${newId()}`, (life) => postMessage(life), locks);
}
