import type { StateComparison, ComparisonRequest } from '#lib/api/index.ts';
import { comparisonDocument } from '#lib/report/comparison/comparison-document.ts';
import { comparisonSteps } from '#lib/report/comparison/compare-states.ts';
import { HiddenMemory } from '#lib/report/redact/hidden-memory.ts';
import { hiddenNames, rememberHidden } from '#lib/storage/index.ts';
import { inTurns } from '../in-turns.ts';
import { statesOf, type StateTools } from './states.ts';

/** What is another in one state than in the other. */
export async function compared(
	request: ComparisonRequest,
	tools: StateTools,
	tell: (share: number) => void
): Promise<StateComparison> {
	const { locale, hideBelow } = request;
	const states = await statesOf(request, tools);
	return inTurns(comparisonSteps({ ...states, locale, hideBelow }), tools.signal, tell);
}

/** The same as a page to read. Where it hides groups, what earlier files have hidden stays hidden. */
export async function comparedFile(
	request: ComparisonRequest,
	tools: StateTools,
	workspaceId: string | null
): Promise<Blob> {
	const { locale, hideBelow, day } = request;
	const { connection } = tools;
	const states = await statesOf(request, tools);
	const hides = hideBelow !== null && workspaceId !== null;
	const memory = new HiddenMemory(
		hides ? await connection.use((database) => hiddenNames(database, workspaceId)) : []
	);
	const steps = comparisonSteps({ ...states, locale, hideBelow, ...(hides && { memory }) });
	const comparison = await inTurns(steps, tools.signal);
	const html = comparisonDocument(comparison, locale, { day, hideBelow });
	if (hides) await connection.use((database) => rememberHidden(database, workspaceId, memory.fresh));
	return new Blob([html], { type: 'text/html;charset=utf-8' });
}
