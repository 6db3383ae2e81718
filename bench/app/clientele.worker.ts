/** The product's own way: the same stages, storage and methods as in the app, in one worker. */
import { parse } from 'valibot';
import { groupsAtEntry } from '#lib/core/dataset/customer-groups.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { methods } from '#lib/core/methods/registry.ts';
import { importOrders, inspect, manifestOf } from '#lib/import/index.ts';
import { connect, createWorkspace, loadTable, saveDataset } from '#lib/storage/index.ts';
import type { Keep } from '#lib/core/methods/types.ts';
import { measured, type Run } from './answer.ts';
import { contractsOf } from './questions/contracts.ts';
import { questions } from './questions/index.ts';
import { loadedFrom, type Counts, type Screen } from './questions/question.ts';
import { changes, cutsOf, rescoredCells } from './rescore.ts';

const { rfm, retention, lifecycle, overview, churn, value } = methods;
const { contribution, origins, migration, findings, contracts } = methods;
/** Turns of a screen, and of a kernel, whose first ones are the compiler's more than its own. */
const turns = 9;
const kernelTurns = 25;
/** Turns of what takes a while: fits of models, and what asks all other methods. */
const fits = 3;

async function run(file: File): Promise<Run> {
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
	const loaded = loadedFrom(imported.table, ledger);
	const { frame, channel } = loaded;
	const input = { ledger, frame };
	const record = async <T>(
		name: string,
		task: (turn: number) => T | Promise<T>,
		among = turns
	): Promise<T> => {
		const { ms, p95, value } = await measured(among, task);
		times[name] = ms;
		times[`${name} p95`] = p95;
		return value;
	};
	rfm.run(input, parse(rfm.params, {}));
	retention.run(input, parse(retention.params, {}));
	times.job = performance.now() - begun;
	await new Promise((resolve) => {
		self.onmessage = resolve;
		self.postMessage({});
	});

	const answers: Record<string, Counts> = {};
	await record('sum', () => sum(ledger.day) + sum(ledger.amount), kernelTurns);
	for (const { name, kernel, answerOf } of questions) {
		await record(name, kernel(loaded), kernelTurns);
		answers[name] = answerOf(loaded);
	}
	const terms = contractsOf(ledger);
	const by = parse(origins.params, { by: 'channel' });
	// Another horizon each turn: the same question again is answered from what is kept.
	const valued = (turn: number) => value.run(input, parse(value.params, { months: 12 + turn }));
	const screens: Record<Screen, (turn: number) => unknown> = {
		rfm: () => rfm.run(input, parse(rfm.params, {})),
		retention: () => retention.run(input, parse(retention.params, {})),
		lifecycle: () => lifecycle.run(input, parse(lifecycle.params, {})),
		overview: () => overview.run(input, parse(overview.params, {})),
		churn: () => churn.run(input, parse(churn.params, {})),
		contribution: () => contribution.run(input, parse(contribution.params, {})),
		value: valued,
		migration: () => migration.run(input, parse(migration.params, {})),
		contracts: () => contracts.run({ ...input, contracts: terms }, parse(contracts.params, { age: 'month' })),
		origins: () => origins.run({ ...input, groups: groupsAtEntry(imported.table, channel, ledger) }, by)
	};
	for (const [name, screen] of Object.entries(screens))
		await record(`${name} screen`, screen, name === 'value' ? fits : turns);
	await record('findings', () => findings.run(input, parse(findings.params, {})), fits);
	times.customers = ledger.customers.size;
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

	answers.rescore = rescoredCells(rescored.result);
	return { times, answers };
}

function sum(values: Int32Array | Float64Array): number {
	let total = 0;
	for (let i = 0; i < values.length; i++) total += values[i] as number;
	return total;
}

self.onmessage = ({ data }: MessageEvent<{ file: File }>) => {
	run(data.file).then(
		(value) => self.postMessage({ value }),
		(error: unknown) =>
			self.postMessage({
				error: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error)
			})
	);
};
