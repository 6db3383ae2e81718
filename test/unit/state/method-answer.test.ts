import { describe, expect, it } from 'vitest';
import type { Analysis, AnalysisRequest, Envelope } from '#lib/api/index.ts';
import type { AnalysisSource } from '#lib/state/analysis-source.ts';
import { MethodAnswer } from '#lib/state/method-answer.svelte.ts';

const request = (months: number): AnalysisRequest => ({
	method: 'value',
	params: { months },
	frame: { asOf: 0, from: null, weekStart: 1 },
	refunds: 'net'
});
const cancelled: Envelope<Analysis> = { ok: false, error: { code: 'cancelled', params: {} } };

/** A source whose answers come when the test says so. */
function slowSource() {
	const calls: { tell: (share: number) => void; answer: (answer: Envelope<Analysis>) => void }[] = [];
	const source: Pick<AnalysisSource, 'key' | 'analyse'> = {
		key: 'dataset:a',
		analyse: (_request, tell = () => undefined) =>
			new Promise((answer) => {
				calls.push({ tell, answer });
			})
	};
	return { calls, source: source as AnalysisSource };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the answer of a method that takes a while', () => {
	it('says what share is done, of the latest question alone', async () => {
		const { calls, source } = slowSource();
		const answer = new MethodAnswer();
		answer.ask(source, request(6));
		expect(answer.share).toBeNull();
		calls[0]?.tell(0.25);
		expect(answer.share).toBe(0.25);
		answer.ask(source, request(12));
		calls[0]?.tell(0.5);
		expect(answer.share).toBeNull();
		calls[1]?.answer(cancelled);
		await settled();
		expect(answer.share).toBeNull();
	});

	it('reports that it was given up only to the user who did', async () => {
		const { calls, source } = slowSource();
		const answer = new MethodAnswer();
		answer.ask(source, request(6));
		calls[0]?.answer(cancelled);
		await settled();
		expect(answer.error).toBeNull();
		answer.ask(source, request(6));
		answer.stop();
		calls[1]?.answer(cancelled);
		await settled();
		expect(answer.error?.code).toBe('cancelled');
		answer.ask(source, request(6));
		expect(answer.error).toBeNull();
	});
});
