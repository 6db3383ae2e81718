import type { MethodResult } from '#lib/core/methods/types.ts';
import { isMethodId, methodById } from '#lib/core/methods/registry.ts';
import { attributesOf } from '#lib/core/links/linked-attributes.ts';
import type { ReadRows } from './read-rows.ts';

type Params = Readonly<Record<string, unknown>>;

/**
 * The parameters that each method of a snapshot was asked with first, for screens to begin with: of those alone that the rows which
 * came with it can answer.
 */
export function askedParams({ snapshot, manifest, body }: ReadRows): Readonly<Record<string, Params>> {
	const linked = body.tables.flatMap(({ manifest: own }) =>
		attributesOf({ manifest: { ...own, id: '' }, column: 0 }).map(({ name }) => name)
	);
	const attributes = [...manifest.attributes, ...linked];
	const found: Record<string, Params> = {};
	for (const { result } of snapshot.analyses) {
		if (found[result.method] === undefined && isAnswerable(result, attributes, body.tables))
			found[result.method] = result.params as Params;
	}
	return found;
}

function isAnswerable(
	{ method: id, params }: MethodResult,
	attributes: readonly string[],
	tables: ReadRows['body']['tables']
): boolean {
	if (!isMethodId(id)) return false;
	const method = methodById(id);
	const hasTable = (name: string, column: string | null): boolean =>
		tables.some(
			({ manifest }) =>
				manifest.name === name &&
				(column === null || manifest.columns.some(({ header }) => header === column))
		);
	const by = method.groupsBy?.(params, attributes) ?? null;
	const lines = method.linesBy?.(params) ?? null;
	const said = method.answersBy?.(params) ?? null;
	const source = method.ledgerOf?.(params) ?? null;
	const bound = method.contractsOf?.(params) ?? null;
	return (
		(by === null || attributes.includes(by)) &&
		(lines === null || attributes.includes(lines)) &&
		(said === null ||
			(said.table === null ? attributes.includes(said.column) : hasTable(said.table, said.column))) &&
		(bound === null || bound.table === null || hasTable(bound.table, bound.by)) &&
		(source === null || hasTable(source.table, source.value))
	);
}
