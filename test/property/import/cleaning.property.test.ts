import fc from 'fast-check';
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import { withSteps } from '#lib/core/dataset/made-columns.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { resultText } from '#lib/core/formula/evaluate.ts';
import { parseFormula } from '#lib/core/formula/parse.ts';
import { cleanSample } from '#lib/import/cleaning/clean-sample.ts';
import { inspect, inspectBy } from '#lib/import/index.ts';
import { byteFeed, digest, outcome, textFeed, type Outcome } from '../../support/feeds.ts';

const styles = { numberStyle: { decimal: '.', group: ',' }, dateOrder: 'ymd' } as const;
const headers = ['Order ID', 'Customer ID', 'Order Date', 'Amount', 'Channel', 'Note'];

const row = fc.tuple(
	fc.constantFrom('A1', 'A2', 'A3', 'A4', ' A1', ''),
	fc.constantFrom('ada', ' ada', 'bob', 'ＢＯＢ', ''),
	fc.constantFrom('2024-01-05', '2024-02-29', '2024-02-30', ''),
	fc.constantFrom('10.25', '-3.5', '0', '1,200.00', 'n/a', '0.125'),
	fc.constantFrom('web', 'Web ', 'shop', 'test', ''),
	fc.constantFrom('', 'x', 'y - z')
);
const table = fc.array(row, { minLength: 1, maxLength: 25 });

const steps = fc
	.subarray<CleaningStep>(
		[
			{
				id: 't',
				kind: 'trim',
				columns: [0, 1, 4],
				blanks: true,
				invisible: true,
				halfWidth: true,
				letters: 'lower'
			},
			{ id: 'm', kind: 'map-values', column: 4, pairs: [{ from: 'web', to: 'Online' }], rest: 'Other' },
			{ id: 'f', kind: 'fill', column: 4, from: 'above', value: '' },
			{ id: 's', kind: 'split', column: 5, by: 'text', text: '-', position: 0, names: ['L', 'R'] },
			{ id: 'd', kind: 'derive', name: 'Twice', formula: '[Amount] * 2', uses: [], ...styles },
			{ id: 'k', kind: 'drop-duplicates', columns: [0], keep: 'first' },
			{ id: 'l', kind: 'drop-duplicates', columns: [1, 4], keep: 'last' },
			{
				id: 'w',
				kind: 'filter',
				match: 'any',
				conditions: [
					{ column: 3, test: 'less', value: '0' },
					{ column: 4, test: 'equals', value: 'test' }
				],
				fate: 'set-aside',
				...styles
			}
		],
		{ minLength: 1 }
	)
	.chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));

const csv = (rows: readonly (readonly string[])[], names: readonly string[] = headers): string =>
	[names, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');

const roles = ['order', 'customer', 'date', 'amount', 'attribute', 'attribute'] as const;
/** A recipe that does not depend on what the rows look like. */
function recipeFor(list: readonly CleaningStep[]): ImportRecipe {
	return withSteps(
		{
			version: 1,
			source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 },
			columns: headers.map((header, index) => ({
				index,
				header,
				role: roles[index] ?? 'attribute',
				...(index === 2 && { dateOrder: 'ymd' }),
				...(index === 3 && { numberStyle: styles.numberStyle })
			})),
			statusRules: [],
			choices: {
				duplicates: 'keep',
				cancelled: 'exclude',
				cancelPrefix: '',
				zeroAmount: 'exclude',
				noCustomer: 'set-aside'
			},
			currency: null
		},
		list
	);
}
const run = (text: string, recipe: ImportRecipe, feed = textFeed): Promise<Outcome> =>
	outcome(new Blob([text]), recipe, feed);
const clean = async (list: readonly CleaningStep[], rows: readonly (readonly string[])[]) =>
	(await cleanSample(list, headers, rows, [], null)).rows;

describe('cleaning steps', () => {
	test.prop([table, steps], { numRuns: 10 })(
		'give the same dataset each time, by either feed, and what they take out is accounted for',
		async (rows, list) => {
			const recipe = recipeFor(list);
			const [one, again, bytes] = await Promise.all([
				run(csv(rows), recipe),
				run(csv(rows), recipe),
				run(csv(rows), recipe, byteFeed)
			]);
			expect(digest(again)).toBe(digest(one));
			expect(digest(bytes)).toBe(digest(one));
			// That the parts make the whole is checked by the import itself; here, that each row is where the steps put it.
			if ('refused' in one) return;
			const { totals } = one;
			const taken = (totals.steps ?? []).reduce((sum, part) => sum + part.rows, 0);
			const source = rows.filter((cells) => cells.some((cell) => cell.trim() !== '')).length;
			expect(totals.source.rows).toBe(source);
			expect(totals.merged.rows + (totals.setAside.filtered?.rows ?? 0)).toBe(taken);
		}
	);

	test.prop([table], { numRuns: 25 })(
		'that touch other columns may be done in either order',
		async (rows) => {
			const trim: CleaningStep = {
				id: 't',
				kind: 'trim',
				columns: [1],
				blanks: true,
				invisible: true,
				halfWidth: true,
				letters: 'upper'
			};
			const map: CleaningStep = { id: 'm', kind: 'map-values', column: 4, pairs: [{ from: '', to: '?' }] };
			expect(await clean([map, trim], rows)).toEqual(await clean([trim, map], rows));
			expect(
				await clean(
					[trim, trim].map((step, i) => ({ ...step, id: `t${i}` })),
					rows
				)
			).toEqual(await clean([trim], rows));
		}
	);

	test.prop([table], { numRuns: 25 })(
		'keep the last row of a key as they keep the first from behind',
		async (rows) => {
			const step = (keep: 'first' | 'last'): CleaningStep => ({
				id: 'k',
				kind: 'drop-duplicates',
				columns: [0, 1],
				keep
			});
			const backwards = await clean([step('first')], [...rows].reverse());
			expect(await clean([step('last')], rows)).toEqual([...backwards].reverse());
		}
	);

	test.prop([table, steps, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 })], { numRuns: 4 })(
		'find their columns again wherever these stand, and give the same dataset',
		async (rows, list, order) => {
			// Rows of every kind first, so that each column is understood.
			const seen = [
				...Array<readonly string[]>(12).fill(['A9', 'cyd', '2024-01-31', '7.50', 'shop', 'x - y']),
				...rows
			];
			const moved = csv(
				seen.map((cells) => order.map((i) => cells[i] ?? '')),
				order.map((i) => headers[i] ?? '')
			);
			const { recipe } = await inspect(new Blob([csv(seen)]), 'a', recipeFor(list));
			const { inspection } = await inspectBy(new Blob([moved]), 'b', recipe);
			const essence = (found: Outcome): unknown =>
				'refused' in found
					? found.refused
					: { totals: found.totals, columns: { ...found.table, attributes: found.table.attributes.length } };
			expect(digest(essence(await run(moved, inspection.recipe as ImportRecipe)))).toBe(
				digest(essence(await run(csv(seen), recipe)))
			);
		}
	);
});

describe('formulas', () => {
	const piece = fc.constantFrom(
		...[
			'1',
			'2.5',
			'"a"',
			'[A]',
			'[B]',
			'+',
			'-',
			'*',
			'/',
			'&',
			'(',
			')',
			',',
			'=',
			'<',
			'>=',
			' and ',
			' or '
		],
		...['not ', 'if(', 'round(', 'left(', 'date(', 'coalesce(', 'true', 'empty', ' ', '"', '[', '。', '😀']
	);
	const reading = {
		cell: (name: string) => (name === 'A' ? '2024-01-05' : ''),
		number: () => null,
		date: () => 19_727
	};

	test.prop([fc.array(piece, { maxLength: 25 })], { numRuns: 800 })(
		'are read or refused with a place in them, and have a text or none: nothing else happens',
		(pieces) => {
			const formula = pieces.join('');
			const parsed = parseFormula(formula);
			if (parsed.ok) {
				const text = resultText(parsed.tree, reading);
				expect(text === null || typeof text === 'string').toBe(true);
			} else expect(parsed.error.at).toBeLessThanOrEqual(formula.length);
		}
	);
});
