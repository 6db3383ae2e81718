import { columnRoles, type ColumnRole, type EntityKind, type EntityRole } from '#lib/api/index.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
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

/** The same for a table of any entity: its roles and kinds in words. */
export function tableQuestionParams(
	params: Readonly<Record<string, string | number>>,
	t: Messages,
	words: TopicTexts<'entities'>
): Readonly<Record<string, string | number>> {
	const { role, roles, entity, other } = params;
	const roleText = (id: string) => words.roles[id as EntityRole]();
	const kindText = (id: string) => words.kinds[id as EntityKind]();
	return {
		...questionParams(params, t),
		...(typeof role === 'string' && { role: roleText(role) }),
		...(typeof roles === 'string' && { roles: roles.split(',').map(roleText).join(words.either()) }),
		...(typeof entity === 'string' && { entity: kindText(entity) }),
		...(typeof other === 'string' && 'entity' in params && { other: kindText(other) })
	};
}
