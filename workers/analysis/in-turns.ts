import type { Steps } from '#lib/core/comparison/steps.ts';
import { Breather } from '#lib/import/breather.ts';

/** Does a long work while others get their turn: it is heard when it shall stop. Throws `cancelled` then. */
export async function inTurns<T>(
	steps: Steps<T>,
	signal: AbortSignal,
	tell: (share: number) => void = () => undefined
): Promise<T> {
	const breather = new Breather(signal);
	try {
		for (;;) {
			const step = steps.next();
			if (step.done === true) return step.value;
			tell(step.value);
			await breather.pause();
		}
	} finally {
		breather.close();
	}
}
