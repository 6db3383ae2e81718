import type { DatasetManifest } from '#lib/api/index.ts';

/**
 * Names a version of a dataset: what was known of another version is not known of this one.
 *
 * @example
 * versionKey({ id: 'a', importedAt: 5 }) // => 'a:5'
 * versionKey({ id: 'a', importedAt: 5, changedAt: 9 }) // => 'a:9'
 */
export function versionKey({
	id,
	importedAt,
	changedAt
}: Pick<DatasetManifest, 'id' | 'importedAt' | 'changedAt'>): string {
	return `${id}:${changedAt ?? importedAt}`;
}
