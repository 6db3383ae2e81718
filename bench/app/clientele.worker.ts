/** The product's own way: the same stages, storage and methods as in the app, in one worker. */
import { parse } from 'valibot';
import { groupsAtEntry } from '#lib/core/dataset/customer-groups.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { importOrders, inspect, manifestOf } from '#lib/import/index.ts';
import { connect, createWorkspace, loadTable, saveDataset } from '#lib/storage/index.ts';
import type { Keep } from '#lib/core/methods/types.ts';
import { cutsOf, measured, type Answer, type Run } from './answer.ts';
import { kernels } from './kernels.ts';

const { rfm, retention, lifecycle, overview, churn, value } = methods;
const { contribution, origins, migration, findings } = methods;
/** Turns in which the cuts change. */
const changes = 20;
/** Turns of what takes a while: fits of models, and what asks all other methods. */
const fits = 3;
const months = parse(retention.params, { unit: 'month', measure: 'on', maxPeriods: 36 });

async function run(file: File, rounds: number): Promise<Run> {
	const times: Record<string, number> = {};
	let last = performance.now();
	const lap = (name: string): void => {
		const now = performance.now();
		times[name] = now - last;
		last = performance.now();
	};
	const connection = connect('clientele-bench');
	await connection.erase();
	const workspaceId = 'bench';
	await connection.use((database) =>
		createWorkspace(database, { id: workspaceId, name: 'Bench', kind: 'client', nowMs: 0 })
	);

	last = performance.now();
	const begun = last;
	const { recipe } = await inspect(file, file.name, null);
	const imported = await importOrders(file, file.name, recipe);
	lap('import');
	const facts = {
		id: 'bench',
		workspaceId,
		name: file.name,
		file: { name: file.name, size: file.size },
		recipe,
		importedAt: 0
	};
	const dataset = {
		manifest: manifestOf(imported, facts),
		table: imported.table,
		rejects: imported.rejects,
		job: 'bench'
	};
	await connection.use((database) => saveDataset(database, dataset));
	lap('store');
	const ledger = buildLedger(imported.table, 'net');
	lap('ledger');
	const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
	const input = { ledger, frame };
	const record = async <T>(
		name: string,
		task: (turn: number) => T | Promise<T>,
		turns = rounds
	): Promise<T> => {
		const { ms, p95, value } = await measured(turns, task);
		times[name] = ms;
		times[`${name} p95`] = p95;
		return value;
	};
	const scored = rfm.run(input, parse(rfm.params, {}));
	lap('first rfm');
	const held = retention.run(input, months);
	lap('first cohorts');
	times.job = performance.now() - begun;

	await record('sum', () => sum(ledger.day) + sum(ledger.amount));
	for (const [name, kernel] of Object.entries(kernels(ledger, frame, months)))
		await record(`${name} kernel`, kernel);
	await record('rfm', () => rfm.run(input, parse(rfm.params, {})));
	await record('cohorts', () => retention.run(input, months));
	const lived = await record('lifecycle', () => lifecycle.run(input, parse(lifecycle.params, {})));
	const seen = await record('overview', () => overview.run(input, parse(overview.params, {})));
	await record('churn', () => churn.run(input, parse(churn.params, {})));
	await record('contribution', () => contribution.run(input, parse(contribution.params, {})));
	await record('migration', () => migration.run(input, parse(migration.params, {})));
	const [channel] = imported.table.attributes.filter(({ header }) => header === 'channel');
	if (channel === undefined) throw new Error('The file has no channels.');
	const by = parse(origins.params, { by: 'channel' });
	await record('origins', () => {
		const groups = groupsAtEntry(imported.table, channel, ledger);
		return origins.run({ ...input, groups }, by);
	});
	await record('findings', () => findings.run(input, parse(findings.params, {})), fits);
	// Another horizon each turn: the same question again is answered from what is kept.
	const valued = await record(
		'value',
		(turn) => value.run(input, parse(value.params, { months: 12 + turn })),
		fits
	);
	times.customers = valued.result.scalars.everyone;
	// As the app's worker does: the measures stay while cuts change.
	const kept = new Map<string, object>();
	const keep: Keep = <K extends object>(name: string, make: () => K): K => {
		if (!kept.has(name)) kept.set(name, make());
		return kept.get(name) as K;
	};
	const rescored = await record(
		'rescore',
		(turn) => rfm.run({ ...input, keep }, parse(rfm.params, { binning: 'fixed', cuts: cutsOf(turn) })),
		changes
	);
	await record('reopen', async () => {
		const { table } = await connection.use((database) => loadTable(database, 'bench', { columns: 'ledger' }));
		const again = buildLedger(table, 'net');
		return overview.run({ ledger: again, frame }, parse(overview.params, {})).result.n;
	});

	return { times, answer: answerOf({ scored, held, lived, seen, rescored }, ledger) };
}

function sum(values: Int32Array | Float64Array): number {
	let total = 0;
	for (let i = 0; i < values.length; i++) total += values[i] as number;
	return total;
}

interface Outcomes {
	readonly scored: ReturnType<typeof rfm.run>;
	readonly held: ReturnType<typeof retention.run>;
	readonly lived: ReturnType<typeof lifecycle.run>;
	readonly seen: ReturnType<typeof overview.run>;
	readonly rescored: ReturnType<typeof rfm.run>;
}

const monthOf = (day: number | undefined): string => formatDay(day ?? NaN).slice(0, 7);

function answerOf(outcomes: Outcomes, ledger: ReturnType<typeof buildLedger>): Answer {
	const { scored, held, lived, seen, rescored } = outcomes;
	const codes: Record<string, number> = {};
	const { r, f, m } = (scored.customers?.columns ?? {}) as Record<'r' | 'f' | 'm', Uint8Array>;
	for (let i = 0; i < r.length; i++) {
		const code = `${r[i]}${f[i]}${m[i]}`;
		codes[code] = (codes[code] ?? 0) + 1;
	}
	const cohorts: Record<string, number> = {};
	const matrix = held.result.tables.matrix.columns;
	matrix.active.forEach((active, row) => {
		if (active > 0) cohorts[`${monthOf(matrix.cohort[row])}+${matrix.n[row]}`] = active;
	});
	const states: Record<string, number> = {};
	const { growth } = lived.result.tables;
	for (const state of ['new', 'returning', 'resurrected', 'dormant'] as const) {
		growth.columns[state].forEach((customers, row) => {
			if (customers > 0) states[`${monthOf(growth.columns.period[row])} ${state}`] = customers;
		});
	}
	const { repeatCustomers, orders, revenue } = seen.result.scalars;
	const sums: Record<string, number> = { repeat: repeatCustomers, orders, revenue };
	const trend = seen.result.tables.trend.columns;
	for (const name of ['active', 'orders', 'revenue'] as const) {
		trend[name].forEach((value, row) => {
			if (value > 0) sums[`${monthOf(trend.period[row])} ${name}`] = value;
		});
	}
	const cells: Record<string, number> = {};
	const grid = rescored.result.tables.matrix.columns;
	grid.customers.forEach((customers, row) => {
		if (customers > 0) cells[`${grid.r[row]}${grid.column[row]}`] = customers;
	});
	return {
		customers: scored.result.n,
		revenue: sum(ledger.amount),
		codes,
		cohorts,
		lifecycle: states,
		overview: sums,
		rescored: cells
	};
}

self.onmessage = ({ data }: MessageEvent<{ file: File; rounds: number }>) => {
	run(data.file, data.rounds).then(
		(value) => self.postMessage({ value }),
		(error: unknown) =>
			self.postMessage({
				error: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error)
			})
	);
};
