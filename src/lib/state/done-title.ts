import { isTableManifest, type StoredManifest } from '#lib/api/index.ts';
import type { Messages } from '#lib/i18n/messages.ts';

/** What was imported, in a few words: the rows that came in, of all files that it is made of. */
export function doneTitle(t: Messages, manifest: StoredManifest): string {
	const { sources } = manifest;
	const rows = isTableManifest(manifest) ? manifest.totals.source : manifest.totals.source.rows;
	return sources === undefined
		? t.importing.doneTitle({ rows })
		: t.importing.doneTitleFiles({ rows, n: sources.length });
}
