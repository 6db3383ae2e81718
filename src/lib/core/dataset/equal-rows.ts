import type { EntityRole, TableEntity } from './entities.ts';
import { entitySpecs } from './entity-specs.ts';

/**
 * What becomes of rows equal in every cell unless somebody chooses otherwise. A row that names what it stands for says
 * nothing new when it comes again: dropped. Without a name in it nothing tells a repeat from a second answer, contact or
 * ticket that happens to be alike: kept (ADR 92).
 *
 * @param roles of the columns of the table
 * @example
 * equalRowsIn('survey', ['record', 'score']) // => 'drop'
 * equalRowsIn('survey', ['customer', 'date', 'score']) // => 'keep'
 * equalRowsIn('campaign-contact', ['campaign', 'customer']) // => 'keep'
 */
export function equalRowsIn(entity: TableEntity, roles: readonly EntityRole[]): 'keep' | 'drop' {
	const { key } = entitySpecs[entity];
	return key !== null && roles.includes(key) ? 'drop' : 'keep';
}
