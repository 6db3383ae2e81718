import type { Analysis, AnalysisRequest, ErrorRecord } from '#lib/api/index.ts';
import type { AnalysisSource } from './analysis-source.ts';
import { Resource } from './resource.svelte.ts';

/** The latest answer of one method, from whichever source it came. */
export class MethodAnswer {
	readonly #resource = new Resource<{ readonly source: string; readonly analysis: Analysis }>();

	get loading(): boolean {
		return this.#resource.loading;
	}

	get error(): ErrorRecord | null {
		// Nothing went wrong with a question that was given up, nor with a snapshot that was saved without the method.
		const code = this.#resource.error?.code;
		return code === 'cancelled' || code === 'snapshot-lacks-method' ? null : this.#resource.error;
	}

	get current(): Analysis | null {
		return this.#resource.current?.analysis ?? null;
	}

	/** The answer, if it speaks of this source: numbers of one client never stand under another's name. */
	currentOf(source: string | null): Analysis | null {
		return this.#resource.current?.source === source ? this.#resource.current.analysis : null;
	}

	ask(source: AnalysisSource, request: AnalysisRequest): void {
		void this.#resource.ask(`${source.key} ${JSON.stringify(request)}`, async () => {
			const answer = await source.analyse(request);
			return answer.ok ? { ok: true, value: { source: source.key, analysis: answer.value } } : answer;
		});
	}
}
