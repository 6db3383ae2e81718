import type { MethodAnswer } from './method-answer.svelte.ts';
import type { AnalysisResource, MethodId, MethodResults } from './view-contract.ts';

/** What stands behind an answer: the source that is looked at now, and how it is asked and told to stop. */
interface Behind {
	readonly source: () => string | null;
	readonly ask: () => void;
	readonly stop: () => void;
}

/** The answer of a method as its screen sees it: reactive, and of the source that is looked at alone. */
export function answerResource<M extends MethodId>(
	answer: MethodAnswer,
	{ source, ask, stop }: Behind
): AnalysisResource<MethodResults[M]> {
	return {
		get current() {
			const current = answer.currentOf(source());
			if (current === null) return undefined;
			return current as { readonly result: MethodResults[M]; readonly provenance: string };
		},
		get loading() {
			return answer.loading;
		},
		get share() {
			return answer.share;
		},
		get error() {
			return answer.error;
		},
		retry: ask,
		stop
	};
}
