import type { AnalysisRequest, RowNames } from '#lib/api/index.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { CoreError } from '#lib/core/errors.ts';
import { nameOf } from './search-index.ts';
import type { Session } from './session.ts';

/**
 * The customers of a table whose rows are customers. Results carry no names, so that none leaves with a snapshot: the
 * page asks for them, and holds them to the answer that they are of.
 *
 * Throws `selection-invalid` for a table without a column of customers.
 */
export async function rowNames(session: Session, request: AnalysisRequest, table: string): Promise<RowNames> {
	const { data } = session;
	const { result, provenance } = await session.analyse(request);
	// Another dataset may have been opened meanwhile: its customers are other people.
	if (session.data !== data) throw new CoreError('cancelled');
	const found = Object.hasOwn(result.tables, table) ? result.tables[table]?.columns['customer'] : undefined;
	if (!(found instanceof Uint32Array)) throw new CoreError('selection-invalid', { table, row: 0 });
	const { customers, names } = data.table;
	return {
		provenance,
		keys: Array.from(found, (who) => stringAt(customers, who)),
		names: names === null ? null : Array.from(found, (who) => nameOf(names, who))
	};
}
