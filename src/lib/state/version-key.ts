import type { DatasetManifest } from '#lib/api/index.ts';

/**
 * Names a version of a dataset: what was known of another version is not known of this one. `decided` is the
 * version of the decisions about same customers, for what depends on them.
 *
 * @example
 * versionKey({ id: 'a', importedAt: 5 }) // => 'a:5'
 * versionKey({ id: 'a', importedAt: 5, changedAt: 9 }) // => 'a:9'
 * versionKey({ id: 'a', importedAt: 5 }, 3) // => 'a:5:3'
 */
export function versionKey(
	{ id, importedAt, changedAt }: Pick<DatasetManifest, 'id' | 'importedAt' | 'changedAt'>,
	decided = 0
): string {
	const version = `${id}:${changedAt ?? importedAt}`;
	return decided === 0 ? version : `${version}:${decided}`;
}
