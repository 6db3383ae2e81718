import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { methodIds } from '../../src/lib/core/methods/registry.ts';

/** One comparison with an independent answer, as its test declares it. */
export interface OracleClaim {
	readonly file: string;
	/** Titles of the groups it stands in, then its own; parameters as the test writes them. */
	readonly titles: readonly string[];
	/** Where the answer is from, and how near it must be: the comments of the file that say so, nearest above first. */
	readonly oracle: string;
}

/** What became of one case of a test, as vitest's JSON reporter tells it. */
export interface TestOutcome {
	readonly file: string;
	readonly titles: readonly string[];
	readonly status: string;
}

const folder = 'test/oracle';
const declares =
	/toleranc|oracle|pandas|published|mpmath|scipy|\bR(’s|'s| survival| package)|brute force|\(\d{4}\)|Abramowitz/i;

/** All claims of the oracle tests, file by file, in the order in which they stand. */
export function oracleClaims(root = '.'): OracleClaim[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.test.ts'))
		.sort()
		.flatMap((file) => claimsOf(join(folder, file), readFileSync(join(root, folder, file), 'utf8')));
}

function claimsOf(file: string, text: string): OracleClaim[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
	const found: OracleClaim[] = [];
	const visit = (node: ts.Node, above: readonly string[], said: string): void => {
		if (ts.isCallExpression(node)) {
			const name = /^\w+/.exec(node.expression.getText())?.[0] ?? '';
			const title = node.arguments[0];
			const body = node.arguments[1];
			const isGroup = name.startsWith('describe');
			if (title !== undefined && body !== undefined && (isGroup || name === 'test' || name === 'it')) {
				const titles = [...above, plainTitle(title)];
				const own = commentsOf(node, text) || said;
				if (isGroup) ts.forEachChild(body, (child) => visit(child, titles, own));
				else found.push({ file, titles, oracle: own || firstComment(body) });
				return;
			}
		}
		ts.forEachChild(node, (child) => visit(child, above, said));
	};
	visit(source, [], fileComment(text));
	return found;
}

function plainTitle(node: ts.Expression): string {
	if (ts.isStringLiteralLike(node)) return node.text;
	return node
		.getText()
		.replace(/^[`'"]|[`'"]$/g, '')
		.replace(/\$\{[^}]*\}/g, '%s');
}

/** Line comments straight above a statement, where they say what it is held to. */
function commentsOf(node: ts.Node, text: string): string {
	const statement = ts.isExpressionStatement(node.parent) ? node.parent : node;
	return declared(
		(ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [])
			.map(({ pos, end }) => text.slice(pos, end))
			.filter((comment) => comment.startsWith('//'))
	);
}

/** The first block of line comments inside a test. */
function firstComment(body: ts.Node): string {
	return declared(
		(/(?:^[ \t]*\/\/.*\n)+/m.exec(body.getText())?.[0] ?? '').split('\n').map((line) => line.trim())
	);
}

/** The block of line comments in a file that first speaks of a tolerance. */
function fileComment(text: string): string {
	const blocks = text.match(/^(?:\/\/.*\n)+/gm) ?? [];
	return declared((blocks.find((block) => /toleranc/i.test(block)) ?? '').split('\n'));
}

function declared(lines: readonly string[]): string {
	const text = lines
		.map((line) => line.replace(/^\/\/\s*/, '').trim())
		.filter((line) => line !== '' && !line.startsWith('@') && !line.startsWith('eslint'))
		.join(' ');
	return declares.test(text) ? text : '';
}

/** The method that a file is about: the longest id that its name begins with; null for what several share. */
export function methodOf(file: string): string | null {
	const name = relative('.', file).split('/').at(-1)?.replace('.test.ts', '') ?? '';
	const own = methodIds.filter((id) => name === id || name.startsWith(`${id}-`));
	return own.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** How a title with parameters reads once they are filled in. */
function matches(pattern: string, title: string): boolean {
	const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const holes = escaped.replace(/%(?:\d+\\\$)?[sdifjo#]|\\\$[\w.]+/g, '.*');
	return new RegExp(`^${holes}$`, 's').test(title.replace(/ \(skipped: no data folder\)$/, ''));
}

/** The results of a claim: how many cases passed, of how many; what was skipped was not compared. */
function resultOf(claim: OracleClaim, outcomes: readonly TestOutcome[]): string {
	const cases = outcomes.filter(
		({ file, titles }) =>
			file === claim.file &&
			titles.length === claim.titles.length &&
			claim.titles.every((pattern, at) => matches(pattern, titles[at] ?? ''))
	);
	const passed = cases.filter(({ status }) => status === 'passed').length;
	const failed = cases.filter(({ status }) => status === 'failed').length;
	if (failed > 0) return `**${failed} of ${cases.length} fail**`;
	if (passed === 0) return 'not run';
	return passed === 1 ? 'equal' : `equal, ${passed} cases`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The page, without results where `outcomes` is null: what it says apart from them. */
export function oraclePage(claims: readonly OracleClaim[], outcomes: readonly TestOutcome[] | null): string {
	const lines = [
		'# Methods and their oracles',
		'',
		'Every number of a method is held to an answer that was not made by its own code: a published figure, another',
		'program, or a brute force in another language. This page is written by `npm run oracle-table` from the tests in',
		'`test/oracle` and a run of them; titles and tolerances are those of the tests themselves. Laws that need no oracle',
		'stand in `test/property`.',
		''
	];
	const sections = [...methodIds, null];
	for (const method of sections) {
		const own = claims.filter(({ file }) => methodOf(file) === method);
		if (own.length === 0) continue;
		lines.push(`## ${method ?? 'Shared mathematics, and several methods at once'}`, '');
		const files = [...new Set(own.map(({ file }) => file))];
		for (const file of files) {
			lines.push(
				`\`${file}\``,
				'',
				'| What is compared | Oracle and tolerance | Result |',
				'| --- | --- | --- |'
			);
			for (const claim of own.filter((other) => other.file === file)) {
				const result = outcomes === null ? '' : resultOf(claim, outcomes);
				lines.push(`| ${cell(claim.titles.join(': '))} | ${cell(claim.oracle || 'as titled')} | ${result} |`);
			}
			lines.push('');
		}
	}
	return lines.join('\n');
}

/** A page's rows without their last cell and without the widths of its columns: what the tests declare. */
export function structureOf(page: string): string[] {
	return page
		.split('\n')
		.filter((line) => line.trim() !== '' && !/^\|[\s|:-]+\|$/.test(line))
		.map((line) =>
			line.startsWith('|')
				? line
						.split(/(?<!\\)\|/)
						.slice(1, -2)
						.map((part) => part.trim())
						.join(' | ')
				: line.trim()
		);
}
