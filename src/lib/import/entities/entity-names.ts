import { tableEntities, type SingleRole, type TableEntity } from '#lib/core/dataset/entities.ts';
import { entitySpecs } from '#lib/core/dataset/entity-specs.ts';
import { simplified } from '../simplified.ts';
import { GROUP_MARK, plainName, rolesByName } from '../synonyms.ts';
import { entityHeaders } from './entity-headers.ts';

/** How much a later name of a list says, held against the first. */
const LEAST = 0.6;

const scores = new Map<TableEntity, Map<string, Map<SingleRole, number>>>();
for (const entity of tableEntities) {
	const names = new Map<string, Map<SingleRole, number>>();
	for (const { role } of entitySpecs[entity].roles) {
		const list = entityHeaders[entity][role] ?? [];
		list.forEach((written, rank) => {
			const name = simplified(written);
			const roles = names.get(name) ?? new Map<SingleRole, number>();
			const score = 1 - ((1 - LEAST) * rank) / list.length;
			roles.set(role, Math.max(score, roles.get(role) ?? 0));
			names.set(name, roles);
		});
	}
	scores.set(entity, names);
}

/**
 * How surely a header names a role of an entity, 0..1; 0 when it does not. What is known of the headers of orders helps
 * with longer names of customers and products.
 *
 * @example
 * nameScore('ticket', 'opened', 'Created Date') // => 1
 * nameScore('product', 'price', 'Ship Date') // => 0
 * nameScore('owner', 'owner', '订单 / 编号') // => 0
 */
export function nameScore(entity: TableEntity, role: SingleRole, header: string): number {
	const group = header.lastIndexOf(GROUP_MARK);
	if (group < 0) return scoreOf(entity, role, header);
	const own = header.slice(group + GROUP_MARK.length);
	// 客户 / 编号 is the 客户编号, whatever an 编号 by itself would be.
	const whole = header.slice(0, group) + own;
	const isKnown = scores.get(entity)?.has(plainName(whole)) === true || rolesByName(whole).length > 0;
	return scoreOf(entity, role, isKnown ? whole : own);
}

function scoreOf(entity: TableEntity, role: SingleRole, header: string): number {
	const known = scores.get(entity)?.get(plainName(header));
	if (known !== undefined) return known.get(role) ?? 0;
	if (role !== 'customer' && role !== 'product') return 0;
	return rolesByName(header).find((match) => match.role === role)?.score ?? 0;
}
