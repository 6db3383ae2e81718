import type { Contender } from './app/main.ts';
import { questions } from './app/questions/index.ts';
import type { Screen } from './app/questions/question.ts';

const screens: Readonly<Record<Screen, string>> = {
	rfm: 'RFM',
	retention: 'Retention',
	lifecycle: 'Lifecycle',
	overview: 'Overview',
	churn: 'Churn, with P(alive)',
	contribution: 'Contribution',
	value: 'Value, with models and hold-out',
	migration: 'Movement, with its months',
	origins: 'Origins, with intervals and tests',
	contracts: 'Contracts, with survival and renewals'
};

const whole = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 1 : 0));
const ratio = (value: number): string => (Number.isNaN(value) ? '–' : `${value.toFixed(2)} ×`);

/** The table of a run: what each contender took, and the ratios that count. `ms` gives a median. */
export function printed(ms: (contender: Contender, name: string) => number, lines: number): string {
	const clientele = (name: string): number => ms('clientele', name);
	const duck = (name: string): number => ms('duckdb', name);
	const decode = ms('bound', 'decode');
	const sum = clientele('sum');
	// What is left to wait for once an import is asked for: the rows are there (ADR 104).
	const afterReview = clientele('job') - clientele('import');
	const row = (title: string, name: string, theirs: number, beside: string): string[] => [
		title,
		whole(clientele(name)),
		whole(theirs),
		ratio(theirs / clientele(name)),
		beside
	];
	const rows: string[][] = [
		['', 'Clientele ms', 'DuckDB-WASM ms', 'as fast as DuckDB', 'beside'],
		row(
			'CSV → stored columns, RFM, cohorts',
			'job',
			duck('job'),
			`${ratio(clientele('job') / decode)} stream + decode (${whole(decode)} ms)`
		),
		row('  import', 'import', duck('import'), ''),
		row('  store', 'store', NaN, `${((clientele('store') * 1000) / lines).toFixed(2)} µs a line`),
		row('  ledger', 'ledger', NaN, ''),
		[
			'  of it after the review, in which the file is read',
			whole(afterReview),
			whole(duck('job')),
			ratio(duck('job') / afterReview),
			''
		],
		...questions.map(({ title, name, linear }) =>
			row(
				title,
				name,
				duck(name),
				`${ratio(clientele(name) / sum)} one sum${linear ? '' : ', sorts'} (${whole(sum)} ms)`
			)
		),
		...Object.entries(screens).map(([screen, title]) => {
			const asked = questions.filter((question) => question.screen === screen);
			return row(
				`Screen: ${title}`,
				`${screen} screen`,
				asked.reduce((all, { name }) => all + duck(name), 0),
				asked.length === 1 ? '1 query' : `${asked.length} queries`
			);
		}),
		row(
			'Findings, other methods asked',
			'findings',
			NaN,
			`${((clientele('findings') * 1000) / clientele('customers')).toFixed(2)} µs a customer`
		),
		row(
			'Scored anew after a changed cut',
			'rescore',
			duck('rescore'),
			`95 of 100 within ${whole(clientele('rescore p95'))} ms`
		),
		row(
			'Reopen to the first screen',
			'reopen',
			NaN,
			`${ratio(clientele('reopen') / clientele('import'))} its import`
		),
		row('Peak memory of the job over the empty page, MiB', 'job peak', duck('job peak'), ''),
		row('  and of all questions, screens and turns', 'peak', duck('peak'), '')
	];
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((cells) => (cells[column] ?? '').length))
	);
	const aligned = (cell: string, column: number): string =>
		column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
	return rows.map((cells) => cells.map(aligned).join('   ')).join('\n');
}
