import type { StoredManifest } from '#lib/api/index.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import { sourceRows } from './source-rows.ts';

/** What was imported, in a few words: the rows that came in, of all files that it is made of. */
export function doneTitle(t: Messages, manifest: StoredManifest): string {
	const { sources } = manifest;
	const rows = sourceRows(manifest);
	return sources === undefined
		? t.importing.doneTitle({ rows })
		: t.importing.doneTitleFiles({ rows, n: sources.length });
}
