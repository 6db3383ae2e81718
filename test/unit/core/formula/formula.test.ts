import { describe, expect, it } from 'vitest';
import { resultText } from '#lib/core/formula/evaluate.ts';
import { parseFormula } from '#lib/core/formula/parse.ts';
import { CellReader } from '#lib/import/cleaning/cell-reader.ts';

const cells: Readonly<Record<string, string>> = {
	Price: '1.200,50',
	Pieces: '3',
	Zero: '0',
	Name: ' Ada Lovelace ',
	Empty: ' ',
	Day: '05/03/2024',
	Later: '1.4.2024',
	Id: '007',
	Bad: 'n/a'
};
const reader = new CellReader(
	{ numberStyle: { decimal: ',', group: '.' }, dateOrder: 'dmy' },
	{ zone: null }
);
const reading = {
	cell: (name: string) => cells[name] ?? '',
	number: (text: string) => reader.number(text),
	date: (text: string) => reader.date(text)
};

function result(formula: string): string | null {
	const parsed = parseFormula(formula);
	if (!parsed.ok) throw new Error(`${parsed.error.code} at ${parsed.error.at}`);
	return resultText(parsed.tree, reading);
}

describe('a formula', () => {
	it.each([
		['1 + 2 * 3', '7'],
		['(1 + 2) * 3', '9'],
		['2 - 3 - 4', '-5'],
		['-2 * -3', '6'],
		['12 / 4 / 3', '1'],
		['0.1 + 0.2', '0.3'],
		['[Price] * [Pieces]', '3601.5'],
		['not 1 = 2 and 3 > 2', 'true'],
		['1 = 2 or 2 = 2', 'true'],
		['"a" & 1 + 1 & "b"', 'a2b'],
		['if([Pieces] >= 3, "many", "few")', 'many'],
		['round（2.345，1）', '2.3'],
		['round(2.5)', '3'],
		['round(-2.345, 2)', '-2.35'],
		['round(1250, -2)', '1300'],
		['upper(left([Name], 3))', 'ADA'],
		['right([Name], 8)', 'Lovelace'],
		['mid("abcdef", 2, 3)', 'bcd'],
		['len("😀€")', '2'],
		['replace([Name], " ", "_")', 'Ada_Lovelace'],
		['contains([Name], "Love")', 'true'],
		['concat([Id], "-", [Pieces])', '007-3'],
		['"say ""so"""', 'say "so"']
	])('%s is %s', (formula, expected) => expect(result(formula)).toBe(expected));

	it('reads dates in the order of its step, and reckons in days', () => {
		expect(result('date([Day])')).toBe('2024-03-05');
		expect(result('year([Day]) & "-" & month([Day]) & "-" & day([Day])')).toBe('2024-3-5');
		expect(result('date([Later]) - date([Day])')).toBe('27');
		expect(result('date([Day]) + 30')).toBe('2024-04-04');
		expect(result('date([Day]) < "2024-03-06"')).toBe('true');
	});

	it('hands an empty value on, and takes it for nothing in texts and for false as a truth', () => {
		expect(result('[Empty] + 1')).toBe('');
		expect(result('[Empty] = empty')).toBe('true');
		expect(result('[Empty] <> 1')).toBe('true');
		expect(result('[Empty] < 1 or [Empty] >= 1')).toBe('false');
		expect(result('"a" & [Empty] & "b"')).toBe('ab');
		expect(result('if([Empty], 1, 2)')).toBe('2');
		expect(result('if(1 = 2, 1)')).toBe('');
		expect(result('coalesce([Empty], [Name], "x")')).toBe('Ada Lovelace');
		expect(result('isempty([Empty])')).toBe('true');
		expect(result('year([Empty])')).toBe('');
	});

	it('compares texts as they are written, and orders numbers as numbers', () => {
		expect(result('[Id] = "7"')).toBe('false');
		expect(result('[Id] = 7')).toBe('true');
		expect(result('"9" < "10"')).toBe('true');
		expect(result('"b" > "a"')).toBe('true');
	});

	it.each(['[Bad] + 1', '1 / [Zero]', '1 / 0', 'date([Bad])', 'if([Name], 1, 2)', 'left("a", 1.5)', 'not 3'])(
		'%s has no value',
		(formula) => expect(result(formula)).toBeNull()
	);

	it('asks only for the branch that counts', () => {
		expect(result('if([Zero] = 0, "none", 1 / [Zero])')).toBe('none');
		expect(result('[Zero] = 0 or 1 / [Zero] > 1')).toBe('true');
	});

	it('is refused when nested without end, and a text that grows without end has no value', () => {
		expect(parseFormula('('.repeat(500))).toMatchObject({ error: { code: 'formula-too-long' } });
		const nested = Array.from({ length: 4 }).reduce<string>(
			(inner) => `replace(${inner}, "a", "${'a'.repeat(40)}")`,
			'"aaaaaaaaaa"'
		);
		expect(result(nested)).toBeNull();
	});
});
