import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { examplesOf, exportedFunctions, runExample } from '../support/examples.ts';

const modules = import.meta.glob<Record<string, unknown>>([
	'../../src/lib/{core,import,i18n,report,storage,state,charts,ui,features}/**/*.ts',
	'!**/*.d.ts',
	'!**/*.svelte.ts'
]);
const sources = Object.keys(modules).map((key) => {
	const path = key.replace('../../', '');
	return { key, path, text: readFileSync(path, 'utf8') };
});

/** Parameters that no line of an example can hold: what takes them is shown in its unit test. */
const wholeTables =
	/\b(Ledger|MethodInput|OrderTable|Dictionary|Table|MethodResult|CustomerSpan|Matrix|Measures|Scores|OrderDraft|CustomerFacts|RevenueSpread|ObservedSpan|CustomerStages|FunnelWalk|PeriodTable|CustomerGroups|AttributeColumn|GroupPlan|GroupSums|OriginsParts|LifecycleTables|WholeNumberCounts|CohortPlan|BackTest|ChurnTables|ChurnProfiles|ChurnStanding|CustomerSigns|PeriodCounts|RevenueMoves|ChurnParts|ChurnScalars|RepeatGroups|RepeatPairs|RepeatSummary|SpendRecords|Contribution|CohortValues|Forecast|Outlook|Holdout|ValueAnalysis|ProvenanceParts|Sha256|Sources|Candidate|UnifiedRows|Comparison|RetentionGrid|RetentionTables|LinkSide|LinkColumn|LinkedTable|LinkedReader|EntityTable|TableManifest|CustomerAnswers|LossStanding|RfmTables|HistoryInputs)\b/;

/** Exported functions of core without an example, each with the reason. */
const withoutExample: Readonly<Record<string, string>> = {};

describe('examples in docstrings', () => {
	const withExamples = sources.flatMap(({ key, path, text }) =>
		examplesOf(path, text).map((example) => ({ key, path, ...example }))
	);

	test('there are many', () => {
		expect(withExamples.length).toBeGreaterThan(20);
	});

	test.each(withExamples)('$path:$line, $name, gives what it says', async ({ key, code }) => {
		const scope = await modules[key]!();
		const claims = await runExample(code, scope);
		expect(claims.length, 'an example claims something: expression // => literal').toBeGreaterThan(0);
		for (const { expression, actual, expected } of claims) expect(actual, expression).toEqual(expected);
	});

	test('a wrong claim is caught', async () => {
		const [claim] = await runExample('half(3) // => 2', { half: (n: number) => n / 2 });
		expect(claim).toEqual({ expression: 'half(3)', actual: 1.5, expected: 2 });
	});

	test('typed arrays compare as plain arrays, and errors by their code', async () => {
		const claims = await runExample(
			"const a = Int32Array.of(1, 2);\n({ a }) // => { a: [1, 2] }\nfail() // => throws 'no'",
			{
				fail: () => {
					throw Object.assign(new Error('no'), { code: 'no' });
				}
			}
		);
		for (const { actual, expected } of claims) expect(actual).toEqual(expected);
		expect(claims).toHaveLength(2);
	});
});

describe('exported functions of core', () => {
	const functions = sources
		.filter(({ path }) => path.startsWith('src/lib/core/'))
		.flatMap(({ path, text }) => exportedFunctions(path, text).map((entry) => ({ path, ...entry })));

	test('are found', () => {
		expect(functions.length).toBeGreaterThan(20);
	});

	test.each(functions)('$path: $name has a docstring', ({ hasDocstring }) => {
		expect(hasDocstring).toBe(true);
	});

	test.each(functions)('$path: $name has an example, or a reason why not', (entry) => {
		const excused = `${entry.path}#${entry.name}` in withoutExample;
		const takesTables = entry.parameters.some((type) => wholeTables.test(type));
		expect(entry.hasExample || excused || takesTables).toBe(true);
		expect(entry.hasExample && excused, 'no longer needs its excuse').toBe(false);
	});
});
