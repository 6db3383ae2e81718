import { isTableManifest, type StoredManifest } from '#lib/api/index.ts';

/** Rows that came in of all files that something was, or would be, made of. */
export const sourceRows = (manifest: StoredManifest): number =>
	isTableManifest(manifest) ? manifest.totals.source : manifest.totals.source.rows;
