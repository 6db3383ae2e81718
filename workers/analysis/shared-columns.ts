import {
	attributeColumn,
	policyOf,
	type ColumnNature,
	type SharedColumn,
	type SharedColumnId,
	type SharingRules
} from '#lib/api/index.ts';
import { stringAt, type Dictionary } from '#lib/core/columns/dictionary.ts';
import { masked } from '#lib/core/privacy/mask.ts';
import type { Coder } from '#lib/report/disclose/pseudonyms.ts';
import type { OpenData } from './open-data.ts';

/** Values shown of each column. */
const shown = 2;
/** A list to pick from is no longer. */
const mostChoices = 50;

/** The columns of a dataset that hold the client's own values, each with what its rule would make of the first few. */
export async function sharedColumns(
	data: OpenData,
	rules: SharingRules | null,
	coder: () => Promise<Coder>
): Promise<SharedColumn[]> {
	const { table, ownAttributes } = data;
	const described = (id: SharedColumnId, nature: ColumnNature, values: Dictionary) =>
		describe(id, nature, values, rules, coder);
	const found = [await described('customer', 'id', table.customers)];
	if (table.names !== null) found.push(await described('name', 'name', table.names.dictionary));
	for (const header of ownAttributes) {
		const { dictionary, nature } = await data.columns.latest(header);
		found.push(await described(attributeColumn(header), nature, dictionary));
	}
	return found;
}

async function describe(
	id: SharedColumnId,
	nature: ColumnNature,
	values: Dictionary,
	rules: SharingRules | null,
	coder: () => Promise<Coder>
): Promise<SharedColumn> {
	const first = (n: number) => Array.from({ length: n }, (_, code) => stringAt(values, code));
	const examples = first(Math.min(shown, values.size));
	const policy = policyOf(rules, id, nature);
	let seen: readonly string[] = [];
	if (policy === 'keep') seen = examples;
	if (policy === 'mask') seen = examples.map((text) => masked(text, nature));
	if (policy === 'pseudonym') seen = await (await coder())(id, examples);
	const choices = nature === 'category' && values.size <= mostChoices ? first(values.size) : [];
	return { id, nature, values: values.size, examples, seen, choices };
}
