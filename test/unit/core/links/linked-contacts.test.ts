import { expect, it } from 'vitest';
import { codeOf, dictionaryOf, stringAt } from '#lib/core/columns/dictionary.ts';
import type { EntityRole, TableEntity } from '#lib/core/dataset/entities.ts';
import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import { linkedContacts } from '#lib/core/links/linked-contacts.ts';
import type { LinkedTable } from '#lib/core/links/linked-reader.ts';

/** A table of two rows with a column of ids and one of phone numbers; linked by the first. */
async function contactsIn(entity: TableEntity, roles: readonly [EntityRole, EntityRole]) {
	const columns = roles.map((role, i) => ({ header: `h${i}`, role, type: 'key' as const }));
	const manifest = { id: 't', name: 'T', entity, columns } as unknown as LinkedTable['manifest'];
	const table = {
		rows: 2,
		columns: [
			{ type: 'key', dictionary: dictionaryOf(['a', 'x']), codes: Uint32Array.of(0, 1) },
			{ type: 'key', dictionary: dictionaryOf(['1', '2']), codes: Uint32Array.of(0, 1) }
		]
	} as unknown as EntityTable;
	return linkedContacts(
		{
			tables: [{ manifest, column: 0 }],
			load: () => Promise.resolve(table),
			match: (from, to) =>
				Promise.resolve(
					Uint32Array.from({ length: from.size }, (_, code) => codeOf(to, stringAt(from, code)))
				)
		},
		dictionaryOf(['a', 'b']),
		[]
	);
}

it.each([
	['customer', ['customer', 'phone'], 'phone'],
	['customer', ['email', 'phone'], 'phone'],
	['ticket', ['customer', 'customer-name'], 'name'],
	// Whose they are is not said.
	['other', ['customer', 'phone'], null],
	['other', ['attribute', 'email'], null],
	['owner', ['customer', 'phone'], null],
	// The customer that the row meets is not the one whom it is about.
	['customer', ['attribute', 'phone'], null]
] as const)(
	'A table of kind %s with columns %j tells the %s of its customers',
	async (entity, roles, kind) => {
		const found = await contactsIn(entity, roles);
		expect(found.map((one) => one.kind)).toEqual(kind === null ? [] : [kind]);
		if (kind !== null) expect(found[0]?.contacts).toEqual([{ customer: 0, value: '1' }]);
	}
);
