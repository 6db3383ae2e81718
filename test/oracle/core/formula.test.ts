import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resultText } from '#lib/core/formula/evaluate.ts';
import { parseFormula } from '#lib/core/formula/parse.ts';

const golden = JSON.parse(
	readFileSync(new URL('../golden/formula.json', import.meta.url), 'utf8')
) as readonly (readonly [string, string | null])[];
const reading = { cell: () => '', number: () => null, date: () => null };

describe('formulas', () => {
	// Made by test/oracle/make/formula.py: Python's fractions, written by its decimal. Tolerance: none.
	test('400 of them give what exact fractions of Python give, digit for digit', () => {
		expect(golden).toHaveLength(400);
		const found = golden.map(([formula]) => {
			const parsed = parseFormula(formula);
			return [formula, parsed.ok ? resultText(parsed.tree, reading) : parsed.error.code];
		});
		expect(found).toEqual(golden);
	});
});
