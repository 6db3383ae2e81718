import { columnRoles, type ColumnRole } from '#lib/api/index.ts';
import type { Messages } from '#lib/i18n/messages.ts';

/** The facts of a question or blocker, with ids that have a name in words (roles) put into words. */
export function questionParams(
	params: Readonly<Record<string, string | number>>,
	t: Messages
): Readonly<Record<string, string | number>> {
	const role = columnRoles.find((known): known is ColumnRole => known === params.role);
	return role === undefined ? params : { ...params, role: t.importing.roles[role]() };
}
