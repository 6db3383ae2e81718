import { columnRoles, type ColumnRole } from '#lib/api/index.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import { delimiterName } from '#lib/state/delimiter-name.ts';

/** The facts of a question or blocker, with ids that have a name in words (roles, delimiters) put into words. */
export function questionParams(
	params: Readonly<Record<string, string | number>>,
	t: Messages
): Readonly<Record<string, string | number>> {
	if (typeof params.delimiter === 'string')
		return { ...params, delimiter: delimiterName(params.delimiter, t) };
	const role = columnRoles.find((known): known is ColumnRole => known === params.role);
	return role === undefined ? params : { ...params, role: t.importing.roles[role]() };
}
