import type { ImportJob } from '#lib/api/index.ts';
import { sourcesOf, tableSourcesOf } from '#lib/core/dataset/sources.ts';
import { isTableManifest, type StoredManifest } from '#lib/core/dataset/table-manifest.ts';
import type { OriginalFile } from '#lib/storage/index.ts';

/**
 * The files that are to lie beside what a job makes, in their order. Where a file is added, those that are kept already stay,
 * whatever is wanted of the new one.
 */
export function filesToKeep(
	{ file, among, appendTo, keepOriginal }: ImportJob,
	manifest: StoredManifest
): readonly OriginalFile[] {
	if (!keepOriginal && appendTo === undefined) return [];
	const sources = isTableManifest(manifest) ? tableSourcesOf(manifest) : sourcesOf(manifest);
	return sources.map(({ fingerprint, file: { name } }, i): OriginalFile => {
		const given = among?.files[i] ?? (i === sources.length - 1 ? file : undefined);
		return { fingerprint, name, ...(keepOriginal && given !== undefined && { content: given }) };
	});
}
