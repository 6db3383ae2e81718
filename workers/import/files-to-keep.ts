import type { ImportJob } from '#lib/api/index.ts';
import { sourcesOf, tableSourcesOf } from '#lib/core/dataset/sources.ts';
import { isTableManifest, type StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import type { OriginalFile } from '#lib/storage/index.ts';

/**
 * The files that are to lie beside what a job makes, in their order; each once, though several parts of it may have been
 * added. Where a file is added, those that are kept already stay, whatever is wanted of the new one.
 */
export function filesToKeep(
	{ file, among, appendTo, keepOriginal }: ImportJob,
	manifest: StoredManifest
): readonly OriginalFile[] {
	if (!keepOriginal && appendTo === undefined) return [];
	const sources = isTableManifest(manifest) ? tableSourcesOf(manifest) : sourcesOf(manifest);
	const files = new Map<string, OriginalFile>();
	sources.forEach(({ fingerprint, file: { name } }, i) => {
		const given = among?.files[i] ?? (i === sources.length - 1 ? file : undefined);
		const content = keepOriginal ? given : undefined;
		if (content !== undefined || !files.has(fingerprint))
			files.set(fingerprint, { fingerprint, name, ...(content !== undefined && { content }) });
	});
	return [...files.values()];
}
