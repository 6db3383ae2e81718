import type {
	Analysis,
	AnalysisRequest,
	ComparedWith,
	ComparisonRequest,
	StatesAsked
} from '#lib/api/index.ts';
import type { Standings } from '#lib/core/comparison/types.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { MethodDefinition } from '#lib/core/methods/types.ts';
import { askedOf, changedParams, type Asked } from '#lib/report/comparison/definitions.ts';
import type { StateContent, StatePair } from '#lib/report/comparison/follow.ts';
import type { Coder } from '#lib/report/disclose/pseudonyms.ts';
import { overallProvenance } from '#lib/report/provenance.ts';
import { readSnapshotInTurns } from '#lib/report/snapshot/read-in-turns.ts';
import { loadSnapshot, type Connection } from '#lib/storage/index.ts';
import { pause } from '../../shared/pause.ts';
import { datasetOf } from '../open-summary.ts';
import type { Session } from '../session.ts';
import { standingsOf } from './standings.ts';

export interface StateTools {
	readonly session: Session;
	readonly connection: Connection;
	readonly definitions: readonly MethodDefinition[];
	readonly coder: () => Promise<Coder>;
	readonly signal: AbortSignal;
}

/** Two states, and when what of now is reckoned, and by which version. */
type AskedStates = StatesAsked & Pick<ComparisonRequest, 'appVersion' | 'nowMs'>;

/**
 * Both states with all that can be known of them: where customers stand is reckoned where the data are those of the open
 * dataset, and so is the later state by the definitions of the earlier one, where these differ.
 *
 * @throws CoreError `storage-not-found`, `storage-damaged`, `snapshot-invalid`; `dataset-not-open` for now; `cancelled`.
 */
export async function statesOf(request: AskedStates, tools: StateTools): Promise<StatePair> {
	const { first, second } = request;
	const [a, b] = [await keptState(first, tools), await keptState(second, tools)];
	const [one, other] = [a ?? (await stateNow(request, b, tools)), b ?? (await stateNow(request, a, tools))];
	return {
		first: await withStandings(one, tools),
		second: await withStandings(other, tools),
		held: await heldState(one, other, tools)
	};
}

async function keptState(of: ComparedWith, { connection, signal }: StateTools): Promise<StateContent | null> {
	if (of.kind === 'now') return null;
	const bytes = await connection.use((database) => loadSnapshot(database, of.id));
	return { kind: 'snapshot', snapshot: await readSnapshotInTurns(bytes, () => turn(signal)) };
}

/** What a snapshot of the open dataset would hold now, as far as the other state has it too. */
export async function stateNow(
	{ now, appVersion, nowMs }: Pick<AskedStates, 'now' | 'appVersion' | 'nowMs'>,
	other: StateContent | null,
	{ session, definitions, signal }: Pick<StateTools, 'session' | 'definitions' | 'signal'>
): Promise<StateContent> {
	const wanted = other && askedOf(other.snapshot);
	const analyses: Analysis[] = [];
	for (const question of now) {
		if (wanted !== null && !wanted.has(question.method)) continue;
		await turn(signal);
		analyses.push(await session.analyse(question));
	}
	const refunds = now[0]?.refunds ?? 'net';
	const { manifest } = datasetOf(session.data, refunds);
	return {
		kind: 'now',
		snapshot: {
			...{ title: '', preparedFor: '', notes: '', createdAt: nowMs, appVersion, refunds, definitions },
			dataset: manifest,
			analyses,
			disclosed: null,
			standings: null,
			provenance: overallProvenance(analyses)
		}
	};
}

export async function turn(signal: AbortSignal): Promise<void> {
	await pause();
	if (signal.aborted) throw new CoreError('cancelled');
}

async function withStandings(state: StateContent, tools: StateTools): Promise<StateContent> {
	const { snapshot } = state;
	if (snapshot.standings !== null || snapshot.disclosed !== null || !(await isOpen(state, tools)))
		return state;
	const standings = await standingsAsked(askedOf(snapshot), snapshot, tools);
	return { ...state, snapshot: { ...snapshot, standings } };
}

/** Whether a state is of the very data that are open: an answer of it comes out with the same hash. */
async function isOpen({ kind, snapshot }: StateContent, { session, signal }: StateTools): Promise<boolean> {
	if (kind === 'now') return true;
	const [analysis] = snapshot.analyses;
	if (analysis === undefined) return false;
	await turn(signal);
	const { method, params, frame } = analysis.result;
	const question = { method, params: params as AnalysisRequest['params'], frame, refunds: snapshot.refunds };
	return (await tried(() => session.analyse(question)))?.provenance === analysis.provenance;
}

/** What comes of something that may not be possible: parameters of another version, or no dataset that is open. */
async function tried<T>(work: () => Promise<T>): Promise<T | null> {
	try {
		return await work();
	} catch (thrown) {
		if (thrown instanceof CoreError && thrown.code !== 'internal' && thrown.code !== 'cancelled') return null;
		throw thrown;
	}
}

function standingsAsked(
	asked: ReadonlyMap<string, Asked>,
	{ refunds }: { readonly refunds: AnalysisRequest['refunds'] },
	{ session, coder, signal }: StateTools,
	on?: Asked['frame']
): Promise<Standings | null> {
	const [any] = asked.values();
	if (any === undefined) return Promise.resolve(null);
	const question = (method: string): AnalysisRequest => {
		const own = asked.get(method);
		return { method, params: own?.params ?? {}, frame: on ?? own?.frame ?? any.frame, refunds };
	};
	return tried(async () => {
		await turn(signal);
		return standingsOf(session, coder, question('rfm'), question('lifecycle'));
	});
}

/**
 * The later state by the definitions of the earlier one. Null where no definition differs, or where its data are not
 * those that are open; methods of another version, which are not this version's to compute, are left out.
 */
async function heldState(
	first: StateContent,
	second: StateContent,
	tools: StateTools
): Promise<StatePair['held']> {
	const [before, now] = [askedOf(first.snapshot), askedOf(second.snapshot)];
	const pairs = [...before.values()].flatMap((asked) => {
		const other = now.get(asked.method);
		return other === undefined || other.version !== asked.version ? [] : [{ asked, other }];
	});
	const { refunds } = first.snapshot;
	const differs =
		refunds !== second.snapshot.refunds ||
		pairs.some(
			({ asked, other }) =>
				changedParams(asked, other).length > 0 ||
				asked.frame.weekStart !== other.frame.weekStart ||
				asked.frame.yearStart !== other.frame.yearStart
		);
	const hides = first.snapshot.disclosed !== null || second.snapshot.disclosed !== null;
	if (!differs || hides || !(await isOpen(second, tools))) return null;
	const analyses: Analysis[] = [];
	for (const { asked, other } of pairs) {
		await turn(tools.signal);
		// The calendar is that of the earlier state, the days are the later one's.
		const frame = { ...asked.frame, asOf: other.frame.asOf, from: other.frame.from };
		const { method, params } = asked;
		const answer = await tried(() => tools.session.analyse({ method, params, frame, refunds }));
		if (answer !== null) analyses.push(answer);
	}
	const [any] = now.values();
	return { analyses, standings: await standingsAsked(before, first.snapshot, tools, any?.frame) };
}
