import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safeParse } from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { analyseFile } from '../../scripts/lib/analyse-file.ts';
import { localeOf, readArguments, UsageError } from '../../scripts/lib/arguments.ts';
import { openFile } from '../../scripts/lib/open-file.ts';
import { resultFromJson } from '../../src/lib/core/result/json.ts';
import { importOrders, manifestOf } from '../../src/lib/import/index.ts';
import { writeSnapshot } from '../../src/lib/report/index.ts';
import { analysisSchema } from '../../scripts/lib/schemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientele-analyse-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

/** Orders around the hours at which clocks change, and at both ends of days, in three ways of writing dates. */
const shifts = [
	'2024-03-10 02:30:00',
	'2024-03-31 02:30:00',
	'2024-11-03 01:30:00',
	'2011-12-30 00:00:00',
	'2024-01-01 23:59:59'
];
const orders = fileWith(
	'orders.csv',
	`customer,order,date,amount\n${Array.from({ length: 240 }, (_, i) => {
		const date = shifts[i % 5] as string;
		return `C${i % 37},${i},${date.replace('2024', String(2021 + (i % 4)))},${(i * 37) % 101}.${10 + (i % 80)}`;
	}).join('\n')}\n`
);

interface Ended {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Runs the command as a user does, under a time zone and a language. */
const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> =>
	new Promise((resolve) => {
		execFile(
			process.execPath,
			['--import', 'tsx', 'scripts/analyse.ts', ...args],
			{ env: { ...process.env, LC_ALL: 'en_GB.UTF-8', ...environment }, maxBuffer: 1 << 26 },
			(error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err })
		);
	});

const request = {
	recipe: null,
	methods: ['overview'],
	params: {},
	asOf: null,
	from: null,
	weekStart: 1,
	yearStart: 1,
	refunds: 'net',
	customers: true
} as const;

describe('npm run analyse', () => {
	it('gives byte-equal answers in time zones from one end to the other', async () => {
		const zones = ['America/New_York', 'Asia/Shanghai', 'Pacific/Apia'];
		const answers: Ended[] = [];
		for (const TZ of zones) answers.push(await run([orders, '--customers'], { TZ }));
		expect(answers.map((answer) => answer.code)).toEqual([0, 0, 0]);
		for (const answer of answers) expect(answer.out).toBe(answers[0]?.out);
		const parsed = safeParse(analysisSchema, JSON.parse(answers[0]?.out ?? ''));
		expect(parsed.issues).toBeUndefined();
	}, 300_000);

	it('says what is wrong in the language of the environment, with an exit code', async () => {
		const empty = fileWith('empty.csv', '');
		const english = await run([empty]);
		expect([english.code, english.out]).toEqual([1, '']);
		expect(english.err).toMatch(/^file-empty: The file is empty/);
		const chinese = await run([empty], { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' });
		expect(chinese.err).toContain('文件是空的');
		const misspelt = await run(['--metod', 'rfm', orders]);
		expect(misspelt.code).toBe(2);
	}, 120_000);

	it('writes the answer and the recipe, and reads that recipe again', async () => {
		const [out, recipe] = [join(folder, 'a.json'), join(folder, 'recipe.json')];
		const first = await run([
			orders,
			'--method',
			'rfm',
			'--params',
			'{"bins":4}',
			'--out',
			out,
			'--save-recipe',
			recipe
		]);
		expect([first.code, first.out]).toEqual([0, '']);
		const again = await run([orders, '--method', 'rfm', '--params', '{"bins":4}', '--recipe', recipe]);
		expect(again.out).toBe(readFileSync(out, 'utf8'));
		expect(JSON.parse(again.out)).toMatchObject({
			schema: 'clientele-analysis-1',
			import: { totals: { source: { rows: 240 } } },
			results: [{ result: { method: 'rfm', params: { bins: 4 } } }]
		});
	}, 120_000);

	it('refuses to choose between two readings of a date', async () => {
		const open = fileWith('open.csv', 'customer,date,amount\nA,3/4/2024,5.5\nB,5/6/2024,6.5\n');
		await expect(analyseFile(open, request)).rejects.toMatchObject({ code: 'date-order-ambiguous' });
		const none = fileWith('none.csv', 'customer,amount\nA,5.5\nB,6.5\n');
		await expect(analyseFile(none, request)).rejects.toMatchObject({ code: 'mapping-no-date' });
		await expect(analyseFile(join(folder, 'missing.csv'), request)).rejects.toMatchObject({
			code: 'file-unreadable'
		});
	});

	it('refuses parameters that a method does not have, and names them', async () => {
		const wrong = { ...request, methods: ['rfm'], params: { rfm: { bins: 99 } } };
		await expect(analyseFile(orders, wrong)).rejects.toMatchObject({
			code: 'params-invalid',
			params: { method: 'rfm', param: 'bins' }
		});
	});
});

describe('The command line', () => {
	const read = (...argv: string[]) => readArguments(argv, {});

	it('is read with its defaults: all methods, net refunds, weeks from Monday', () => {
		expect(read('a.csv')).toMatchObject({
			files: ['a.csv'],
			methods: [
				'overview',
				'findings',
				'rfm',
				'lifecycle',
				'migration',
				'retention',
				'origins',
				'churn',
				'contracts',
				'value',
				'contribution'
			],
			refunds: 'net',
			weekStart: 1,
			yearStart: 1,
			asOf: null,
			locale: 'en'
		});
	});

	it('takes days, lists, and parameters for one method or several', () => {
		expect(read('a.csv', '--as-of', '2011-12-09', '--method', 'rfm', '--params', '{"bins":4}')).toMatchObject(
			{
				asOf: 15_317,
				methods: ['rfm'],
				params: { rfm: { bins: 4 } }
			}
		);
		expect(read('a.csv', '--method', 'rfm,overview', '--params', '{"rfm":{"bins":4}}').params).toEqual({
			rfm: { bins: 4 }
		});
	});

	it.each([
		[['--method', 'nps']],
		[['--as-of', '2011-02-30']],
		[['--refunds', 'maybe']],
		[['--week-start', '0']],
		[['--year-start', '13']],
		[['--params', '{']],
		[['--params', '{"bins":4}']],
		[['--bogus']]
	])('that says %j is not understood', (argv) => {
		expect(() => read('a.csv', ...argv)).toThrow(UsageError);
	});

	it('needs a file', () => {
		expect(() => read()).toThrow(UsageError);
	});

	it('speaks the language asked for, else that of the environment', () => {
		expect(localeOf('zh', {})).toBe('zh-CN');
		expect(localeOf(undefined, { LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
		expect(localeOf(undefined, { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en');
		expect(localeOf(undefined, {})).toBe('en');
	});
});

describe('verify', () => {
	it('says equal for a snapshot of the file, and names the number that was changed', async () => {
		const { analysis, inspection } = await analyseFile(orders, { ...request, methods: ['overview'] });
		const { import: made, results } = analysis;
		const [{ result, provenance } = { result: null, provenance: '' }] = results;
		if (result === null || inspection === null) throw new Error('no result');
		const imported = await importOrders(await openFile(orders), 'orders.csv', made.recipe);
		const about = { id: 'd', workspaceId: 'w', name: 'n', recipe: made.recipe, importedAt: 0 };
		const manifest = manifestOf(imported, { ...about, file: made.file });
		const revived = resultFromJson(result);
		const snapshot = (n: number) =>
			writeSnapshot({
				request: {
					...{ title: 'T', preparedFor: '', locale: 'en', notes: '', sections: [], nowMs: 0 },
					...{ appVersion: '0', hideBelow: null, sharing: null }
				},
				dataset: {
					...{ manifest, customers: 0, prospects: 0, orders: 0, revenue: 0 },
					...{
						firstDay: 0,
						lastDay: 0,
						ordersNettedAway: 0,
						attributes: [],
						eventTables: [],
						contractTables: [],
						reasonColumns: [],
						merged: null,
						decided: 0
					}
				},
				analyses: [{ result: { ...revived, n }, provenance }],
				definitions: [],
				refunds: 'net'
			});
		const equal = await run(['verify', fileWith('a.clientele.json', snapshot(revived.n)), orders]);
		expect(equal).toMatchObject({ code: 0, err: '' });
		expect(equal.out).toMatch(/^equal: \d+ values compared\.\nhash [0-9a-f]{64}\n$/);
		const changed = await run(['verify', fileWith('b.clientele.json', snapshot(revived.n + 1)), orders]);
		expect(changed.code).toBe(4);
		expect(changed.out).toContain(`overview: scalars / n: ${revived.n + 1} → ${revived.n}`);
	}, 30_000);
});
