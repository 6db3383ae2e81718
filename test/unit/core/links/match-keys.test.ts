import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { NO_CODE, dictionaryOf, type Dictionary } from '#lib/core/columns/dictionary.ts';
import { findLink, roleBetween, type LinkColumn, type LinkSide } from '#lib/core/links/find-link.ts';
import { commonForm, KeySpace } from '#lib/core/links/key-space.ts';
import { matchKeys } from '#lib/core/links/match-keys.ts';

const noPause = () => Promise.resolve();

/** A column of texts, null for an empty cell: each distinct text once in the dictionary. */
function columnOf(texts: readonly (string | null)[]): { dictionary: Dictionary; codes: Uint32Array } {
	const distinct = [...new Set(texts.filter((text) => text !== null))];
	return {
		dictionary: dictionaryOf(distinct),
		codes: Uint32Array.from(texts, (text) => (text === null ? NO_CODE : distinct.indexOf(text)))
	};
}

async function match(from: readonly (string | null)[], to: readonly (string | null)[]) {
	const space = new KeySpace();
	const numbered = async ({ dictionary, codes }: ReturnType<typeof columnOf>) => ({
		numbers: await space.numbers(dictionary, noPause),
		codes
	});
	return matchKeys(space, await numbered(columnOf(from)), await numbered(columnOf(to)));
}

/** The same by sets of strings, row by row. */
function byHand(from: readonly (string | null)[], to: readonly (string | null)[]) {
	const forms = (texts: readonly (string | null)[]) =>
		texts.flatMap((text) => (text === null || commonForm(text) === '' ? [] : [commonForm(text)]));
	const [left, right] = [forms(from), forms(to)];
	const there = new Set(right);
	const bare = (form: string) => (/^\d+$/.test(form) ? form.replace(/^0+(?=\d)/, '') : null);
	const meant = (form: string): string | null => {
		if (there.has(form)) return form;
		const same = [...there].filter((other) => bare(other) !== null && bare(other) === bare(form));
		return same.length === 1 ? (same[0] ?? null) : null;
	};
	const values = [...new Set(left)];
	const hits = new Set(values.flatMap((form) => meant(form) ?? []));
	return {
		fromValues: values.length,
		fromMatched: values.filter((form) => meant(form) !== null).length,
		toValues: there.size,
		toMatched: hits.size,
		fromRows: left.length,
		fromRowsMatched: left.filter((form) => meant(form) !== null).length,
		byZeros: values.filter((form) => !there.has(form) && meant(form) !== null).length
	};
}

const cell = fc.option(
	fc.constantFrom(
		'7',
		'07',
		'007',
		' 7 ',
		'10',
		'010',
		'A1',
		'a1',
		'Ａ１',
		'B  2',
		'b 2',
		'0',
		'00',
		'  ',
		'x'
	)
);

describe('Keys of two columns', () => {
	property.prop([fc.array(cell), fc.array(cell)])(
		'meet as sets of their common forms do',
		async (from, to) => {
			expect((await match(from, to)).rates).toEqual(byHand(from, to));
		}
	);

	it('meet without zeros only where one key can be meant', async () => {
		expect((await match(['42'], ['042'])).rates).toMatchObject({ fromMatched: 1, byZeros: 1 });
		expect((await match(['42'], ['042', '0042'])).rates).toMatchObject({ fromMatched: 0, byZeros: 0 });
		expect((await match(['42'], ['42', '042'])).rates).toMatchObject({ fromMatched: 1, byZeros: 0 });
	});
});

describe('Links', () => {
	const column = (index: number, role: string | null, texts: readonly (string | null)[]): LinkColumn => ({
		index,
		header: `h${index}`,
		role,
		load: () => Promise.resolve(columnOf(texts))
	});
	const side = (id: string, entity: LinkSide['entity'], ...columns: LinkColumn[]): LinkSide => ({
		id,
		version: id,
		entity,
		columns
	});

	it('go by the column with the role, unless another one meets more', async () => {
		const customers = side(
			'c',
			'customer',
			column(0, 'customer', ['1001', '1002', '1003']),
			column(1, 'email', ['a@x.org', 'b@x.org', 'c@x.org'])
		);
		const byId = side('t', 'ticket', column(0, 'customer', ['1001', '1001', '1009']));
		expect(await findLink(byId, customers, 'customer', noPause)).toMatchObject({
			fromColumn: 0,
			toColumn: 0,
			rates: { fromValues: 2, fromMatched: 1, toValues: 3, toMatched: 1, fromRows: 3, fromRowsMatched: 2 }
		});
		const byMail = side('t', 'ticket', column(0, 'customer', ['A@x.org', 'b@x.org']));
		expect(await findLink(byMail, customers, 'customer', noPause)).toMatchObject({ toColumn: 1 });
		const elsewhere = side(
			't',
			'survey',
			column(0, 'customer', ['p', 'q']),
			column(4, 'attribute', ['1003', '1002'])
		);
		expect(await findLink(elsewhere, customers, 'customer', noPause)).toMatchObject({ fromColumn: 4 });
	});

	it('are not made of counts that happen to be ids', async () => {
		const campaigns = side('k', 'campaign', column(0, 'campaign', ['1', '2', '3', '4']));
		const orders = side('o', 'order', column(0, null, ['1', '2', '3']));
		expect(await findLink(orders, campaigns, 'campaign', noPause)).toBeNull();
	});

	it('go from what names to what is named, and never between events', () => {
		expect(roleBetween('order', 'customer')).toBe('customer');
		expect(roleBetween('membership', 'order')).toBe('customer');
		expect(roleBetween('customer', 'owner')).toBe('owner');
		expect(roleBetween('campaign-contact', 'campaign')).toBe('campaign');
		expect(roleBetween('ticket', 'survey')).toBeNull();
		expect(roleBetween('product', 'order')).toBeNull();
		expect(roleBetween('other', 'customer')).toBe('customer');
		expect(roleBetween('other', 'order')).toBe('customer');
		expect(roleBetween('other', 'product')).toBeNull();
		expect(roleBetween('customer', 'other')).toBeNull();
	});
});
