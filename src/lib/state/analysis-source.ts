import type {
	Analysis,
	AnalysisApi,
	AnalysisRequest,
	DatasetManifest,
	Envelope,
	OpenBase,
	OpenDataset,
	OpenSnapshot,
	RefundRule
} from '#lib/api/index.ts';
import { versionKey } from './version-key.ts';

/** What was opened, and the key of the source that it is: the data may have changed meanwhile. */
export interface Opened {
	readonly key: string;
	readonly content: OpenBase;
}

/** Whether what is open has orders. */
export const isDataset = (base: OpenBase): base is OpenDataset => 'manifest' in base;

/** Where results come from: the worker that holds a dataset or tables, or a snapshot that holds them ready-made. */
export interface AnalysisSource {
	/** Names the source; results of different sources are never mixed. */
	readonly key: string;
	readonly readOnly: boolean;
	/** Has the worker open it; null where there is nothing to open. */
	readonly open: ((refunds: RefundRule) => Promise<Envelope<Opened>>) | null;
	/** `onShare` is told what share of the work is done, where that takes a while. */
	analyse(request: AnalysisRequest, onShare?: (share: number) => void): Promise<Envelope<Analysis>>;
}

/** A dataset in the analysis worker; `links` names the tables linked to it. */
export function datasetSource(
	api: AnalysisApi,
	manifest: DatasetManifest,
	decided: number,
	links: string
): AnalysisSource {
	const keyOf = (of: DatasetManifest, version: number) => `dataset:${versionKey(of, version)}:${links}`;
	return {
		key: keyOf(manifest, decided),
		readOnly: false,
		open: async (refunds) =>
			opened(await api.open(manifest.id, refunds), (content) => keyOf(content.manifest, content.decided)),
		analyse: (...args) => api.analyse(...args)
	};
}

/** The tables of a workspace without orders in the analysis worker; `links` names them. */
export function tablesSource(api: AnalysisApi, workspaceId: string, links: string): AnalysisSource {
	const key = `tables:${workspaceId}:${links}`;
	return {
		key,
		readOnly: false,
		open: async (refunds) => opened(await api.openTables(workspaceId, refunds), () => key),
		analyse: (...args) => api.analyse(...args)
	};
}

/** Results as they were saved, whatever is asked. */
export function snapshotSource(id: string, snapshot: OpenSnapshot): AnalysisSource {
	return {
		key: `snapshot:${id}`,
		readOnly: true,
		open: null,
		analyse: async (request) => {
			const found = snapshot.analyses.find((analysis) => analysis.result.method === request.method);
			return found === undefined
				? { ok: false, error: { code: 'snapshot-lacks-method', params: { method: request.method } } }
				: { ok: true, value: found };
		}
	};
}

function opened<T extends OpenBase>(
	answer: Envelope<T>,
	keyOf: (content: T) => string
): Envelope<{ readonly key: string; readonly content: T }> {
	return answer.ok ? { ok: true, value: { key: keyOf(answer.value), content: answer.value } } : answer;
}
