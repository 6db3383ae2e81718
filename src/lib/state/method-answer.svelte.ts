import type { Analysis, AnalysisRequest, ErrorRecord } from '#lib/api/index.ts';
import type { AnalysisSource } from './analysis-source.ts';
import { Resource } from './resource.svelte.ts';

/** The latest answer of one method, from whichever source it came. */
export class MethodAnswer {
	readonly #resource = new Resource<{ readonly source: string; readonly analysis: Analysis }>();

	#share = $state<number | null>(null);
	#stopped = $state(false);

	/** What share of the work under way is done, 0 to 1; null where nobody says. */
	get share(): number | null {
		return this.loading ? this.#share : null;
	}

	get loading(): boolean {
		return this.#resource.loading;
	}

	get error(): ErrorRecord | null {
		// Nothing went wrong with a question that was given up, nor with a snapshot that was saved without the method.
		const code = this.#resource.error?.code;
		return (code === 'cancelled' && !this.#stopped) || code === 'snapshot-lacks-method'
			? null
			: this.#resource.error;
	}

	get current(): Analysis | null {
		return this.#resource.current?.analysis ?? null;
	}

	/** The answer, if it speaks of this source: numbers of one client never stand under another's name. */
	currentOf(source: string | null): Analysis | null {
		return this.#resource.current?.source === source ? this.#resource.current.analysis : null;
	}

	ask(source: AnalysisSource, request: AnalysisRequest): void {
		const key = `${source.key} ${JSON.stringify(request)}`;
		void this.#resource.ask(key, async () => {
			this.#share = null;
			this.#stopped = false;
			const answer = await source.analyse(request, (share) => {
				if (this.#resource.key === key) this.#share = share;
			});
			return answer.ok ? { ok: true, value: { source: source.key, analysis: answer.value } } : answer;
		});
	}

	/** Says that the user gave up what is under way; whoever answers is told by the caller. */
	stop(): void {
		if (this.loading) this.#stopped = true;
	}
}

/** The answers of all methods, each made when it is first asked for. */
export class MethodAnswers {
	readonly #all = new Map<string, MethodAnswer>();

	of(method: string): MethodAnswer {
		let answer = this.#all.get(method);
		if (answer === undefined) {
			answer = new MethodAnswer();
			this.#all.set(method, answer);
		}
		return answer;
	}

	/** Gives up all that is under way. */
	stop(): void {
		for (const answer of this.#all.values()) answer.stop();
	}
}
