/** Analyses order exports without a browser: the same import and the same methods, results as JSON. */
import { readFileSync, writeFileSync } from 'node:fs';
import { CoreError, toErrorRecord } from '../src/lib/core/errors.ts';
import { errorText, questionText } from '../src/lib/i18n/coded.ts';
import { messagesFor } from '../src/lib/i18n/messages.ts';
import { parseRecipe } from '../src/lib/import/index.ts';
import { analyseFile, type AnalysedFile } from './lib/analyse-file.ts';
import { wordsFor } from './lib/analyse-words.ts';
import { differenceLine, verifyFile } from './lib/verify-file.ts';
import { localeOf, readArguments, UsageError, type Arguments } from './lib/arguments.ts';

/** Version of the file's form, see docs/schemas/analysis.schema.json. */
const SCHEMA = 'clientele-analysis-1';

function recipeFrom(path: string | null) {
	if (path === null) return null;
	let value: unknown;
	try {
		value = JSON.parse(readFileSync(path, 'utf8'));
	} catch (cause) {
		throw new CoreError('recipe-invalid', { path }, { cause });
	}
	return parseRecipe(value);
}

/** What a person should know of the import, on the side of the data. */
function say({ analysis, inspection }: AnalysedFile, given: Arguments): void {
	const { file, totals } = analysis.import;
	const aside = Object.values(totals.setAside).reduce((sum, part) => sum + part.rows, 0);
	const facts = { source: totals.source.rows, sales: totals.kept.sales.rows, rejected: totals.rejected.rows };
	const lines = [wordsFor(given.locale).summary({ file: file.name, aside, ...facts })];
	const messages = messagesFor(given.locale);
	for (const question of inspection?.questions ?? []) lines.push(`  ${questionText(messages, question)}`);
	process.stderr.write(`${lines.join('\n')}\n`);
}

async function run(given: Arguments): Promise<void> {
	const recipe = recipeFrom(given.recipe);
	const analyses = [];
	for (const path of given.files) {
		const analysed = await analyseFile(path, { ...given, recipe });
		say(analysed, given);
		analyses.push(analysed.analysis);
		if (given.saveRecipe !== null) {
			writeFileSync(given.saveRecipe, `${JSON.stringify(analysed.analysis.import.recipe, null, '\t')}\n`);
		}
		if (given.rejects !== null) writeFileSync(given.rejects, analysed.rejects);
	}
	const [only] = analyses;
	const answer =
		analyses.length === 1 && only !== undefined ? { schema: SCHEMA, ...only } : { schema: SCHEMA, analyses };
	const text = `${JSON.stringify(answer)}\n`;
	if (given.out === null) process.stdout.write(text);
	else writeFileSync(given.out, text);
}

/** Says whether a snapshot is what its file gives: 0, or 4 with the numbers that are not. */
async function verify(snapshot: string, given: Arguments): Promise<number> {
	const words = wordsFor(given.locale);
	const answer = await verifyFile(snapshot, given.files, recipeFrom(given.recipe));
	const { provenance, differences, sameFile, otherVersions } = answer;
	const lines = [words.verified(answer), ...differences.map(differenceLine)];
	if (provenance.saved !== provenance.found) {
		lines.push(words.verifiedOther({ sameFile, versions: otherVersions.join(', ') }));
	}
	process.stdout.write(`${[...lines, words.hash(provenance)].join('\n')}\n`);
	return answer.differing === 0 ? 0 : 4;
}

async function main(): Promise<number> {
	const argv = process.argv.slice(2);
	let locale = localeOf(undefined, process.env);
	try {
		const given = readArguments(argv, process.env);
		({ locale } = given);
		if (given.help) process.stdout.write(wordsFor(locale).usage);
		else if (given.verify !== null) return await verify(given.verify, given);
		else await run(given);
		return 0;
	} catch (error) {
		if (error instanceof UsageError) {
			process.stderr.write(`${wordsFor(locale).notUnderstood(error.option, error.given)}\n`);
			return 2;
		}
		const record = toErrorRecord(error);
		process.stderr.write(`${record.code}: ${errorText(messagesFor(locale), record)}\n`);
		if (record.code !== 'internal') return 1;
		process.stderr.write(`${wordsFor(locale).fault}\n${record.detail ?? ''}\n`);
		return 3;
	}
}

process.exitCode = await main();
