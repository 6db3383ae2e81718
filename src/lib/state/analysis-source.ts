import type {
	Analysis,
	AnalysisApi,
	AnalysisRequest,
	DatasetManifest,
	Envelope,
	OpenSnapshot
} from '#lib/api/index.ts';
import { versionKey } from './version-key.ts';

/** Where results come from: the worker that holds a dataset, or a snapshot that holds them ready-made. */
export interface AnalysisSource {
	/** Names the source; results of different sources are never mixed. */
	readonly key: string;
	readonly readOnly: boolean;
	readonly manifest: DatasetManifest;
	/** `onShare` is told what share of the work is done, where that takes a while. */
	analyse(request: AnalysisRequest, onShare?: (share: number) => void): Promise<Envelope<Analysis>>;
}

/** A dataset in the analysis worker, which was told to open it; `links` names the tables linked to it. */
export function datasetSource(
	api: AnalysisApi,
	manifest: DatasetManifest,
	decided: number,
	links: string
): AnalysisSource {
	return {
		key: `dataset:${versionKey(manifest, decided)}:${links}`,
		readOnly: false,
		manifest,
		analyse: (...args) => api.analyse(...args)
	};
}

/** Results as they were saved, whatever is asked. */
export function snapshotSource(id: string, snapshot: OpenSnapshot): AnalysisSource {
	return {
		key: `snapshot:${id}`,
		readOnly: true,
		manifest: snapshot.dataset,
		analyse: async (request) => {
			const found = snapshot.analyses.find((analysis) => analysis.result.method === request.method);
			return found === undefined
				? { ok: false, error: { code: 'snapshot-lacks-method', params: { method: request.method } } }
				: { ok: true, value: found };
		}
	};
}
