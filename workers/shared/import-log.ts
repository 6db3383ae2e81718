import type { ImportJob } from '#lib/api/index.ts';
import { loggedTotals, type LogEntry } from '#lib/core/dataset/log.ts';
import type { StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { hexOf } from '#lib/core/result/provenance.ts';
import { sha256 } from './digest.ts';

/** What the log says of a job before its end is known. */
export async function begunEntry(job: ImportJob): Promise<LogEntry> {
	const recipe = new TextEncoder().encode(canonicalJson(job.recipe));
	return {
		at: job.nowMs,
		workspaceId: job.workspaceId,
		kind: job.appendTo !== undefined ? 'append' : job.replaces !== undefined ? 'change' : 'import',
		subject: job.datasetName.trim() || job.file.name,
		file: { name: job.file.name, size: job.file.size },
		recipe: hexOf(new Uint8Array(await sha256(recipe)))
	};
}

/** The same once the dataset or table is stored. */
export function storedEntry(begun: LogEntry, manifest: StoredManifest, durationMs: number): LogEntry {
	const { name, fingerprint } = manifest;
	return { ...begun, subject: name, fingerprint, durationMs, totals: loggedTotals(manifest) };
}
