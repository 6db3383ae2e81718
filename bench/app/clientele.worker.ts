/** The product's own way: the same stages, storage and methods as in the app, in one worker. */
import { parse } from 'valibot';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { importOrders, inspect, manifestOf } from '#lib/import/index.ts';
import { connect, createWorkspace, loadTable, saveDataset } from '#lib/storage/index.ts';
import { median, type Answer, type Run } from './answer.ts';

const { rfm, retention, lifecycle, overview } = methods;
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
	const scored = rfm.run(input, parse(rfm.params, {}));
	lap('first rfm');
	const kept = retention.run(input, months);
	lap('first cohorts');
	times.job = performance.now() - begun;

	times.rfm = (await median(rounds, () => rfm.run(input, parse(rfm.params, {})))).ms;
	times.cohorts = (await median(rounds, () => retention.run(input, months))).ms;
	times.lifecycle = (await median(rounds, () => lifecycle.run(input, parse(lifecycle.params, {})))).ms;
	times.sum = (await median(rounds, () => sum(ledger.day) + sum(ledger.amount))).ms;
	const opened = await median(rounds, async () => {
		const { table } = await connection.use((database) => loadTable(database, 'bench', { columns: 'ledger' }));
		const again = buildLedger(table, 'net');
		return overview.run({ ledger: again, frame }, parse(overview.params, {})).result.n;
	});
	times.reopen = opened.ms;

	return { times, answer: answerOf(scored, kept.result.tables.matrix.columns, ledger) };
}

function sum(values: Int32Array | Float64Array): number {
	let total = 0;
	for (let i = 0; i < values.length; i++) total += values[i] as number;
	return total;
}

function answerOf(
	scored: ReturnType<typeof rfm.run>,
	matrix: { cohort: Int32Array; n: Uint32Array; active: Uint32Array },
	ledger: ReturnType<typeof buildLedger>
): Answer {
	const codes: Record<string, number> = {};
	const { r, f, m } = (scored.customers?.columns ?? {}) as Record<'r' | 'f' | 'm', Uint8Array>;
	for (let i = 0; i < r.length; i++) {
		const code = `${r[i]}${f[i]}${m[i]}`;
		codes[code] = (codes[code] ?? 0) + 1;
	}
	const cohorts: Record<string, number> = {};
	for (let row = 0; row < matrix.n.length; row++) {
		const active = matrix.active[row] as number;
		if (active > 0)
			cohorts[`${formatDay(matrix.cohort[row] as number).slice(0, 7)}+${matrix.n[row]}`] = active;
	}
	return { customers: scored.result.n, revenue: sum(ledger.amount), codes, cohorts };
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
