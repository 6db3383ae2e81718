import type { Analysis } from '#lib/api/analysis-api.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import type { Verification } from '#lib/api/verification.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { appendTables } from '#lib/core/dataset/append/append-tables.ts';
import { compareTables } from '#lib/core/dataset/append/compare-tables.ts';
import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import { ledgerOfAll, withKnownCustomers } from '#lib/core/dataset/known-customers.ts';
import type { DatasetSource } from '#lib/core/dataset/manifest.ts';
import { provenanceInputs, sourcesOf } from '#lib/core/dataset/sources.ts';
import { CoreError } from '#lib/core/errors.ts';
import { buildLedger } from '#lib/core/ledger/build-ledger.ts';
import { idsAt } from '#lib/core/identity/merged-places.ts';
import { mergeCustomers } from '#lib/core/identity/merge-customers.ts';
import { LinkedTables, type LinkedTable } from '#lib/core/links/linked-tables.ts';
import { recompute, type RecomputeFrom } from '#lib/core/methods/recompute.ts';
import { overallProvenance } from '../provenance.ts';
import { compareFindings } from './compare-findings.ts';
import { compareResults } from './compare-results.ts';
import { Tally } from './tally.ts';

/** The original files, read by the snapshot's own recipes. */
export interface ReadAgain {
	/** Of the orders, in the order of the snapshot's sources; their attributes as read. */
	readonly orders: readonly { readonly table: OrderTable; readonly fingerprint: string }[];
	readonly linked?: readonly (LinkedTable & { readonly table: EntityTable })[];
}

/** Called before each analysis: lets others have their turn, and throws where the work is not wanted any more. */
export type BetweenAnalyses = (done: number, total: number) => Promise<void>;

/**
 * Computes everything that a snapshot says again from its files, with its own recipes, merged customers, parameters and frames, and says what
 * is another number: method, table, row and column, and both values. The snapshot's hash is compared as well: equal, it
 * names the same file, recipe, versions and parameters.
 *
 * @throws CoreError `verify-other-customers` where merged customers are not in the files; what `recompute` throws.
 */
export async function verifySnapshot(
	snapshot: OpenSnapshot,
	read: ReadAgain,
	between: BetweenAnalyses
): Promise<Verification> {
	const sources = sourcesOf(snapshot.dataset);
	const from = await joined(snapshot, read, () => between(0, 1));
	const asked = snapshot.disclosed?.sections ?? snapshot.analyses.map(({ result }) => result);
	const found: Analysis[] = [];
	for (const [i, question] of asked.entries()) {
		await between(i, asked.length);
		found.push(await recompute(from, question, (bytes) => crypto.subtle.digest('SHA-256', bytes)));
	}
	const tally = new Tally();
	if (snapshot.disclosed === null) {
		for (const [i, { result }] of snapshot.analyses.entries()) {
			compareResults(result, (found[i] as Analysis).result, tally, snapshot.coded);
		}
	} else {
		// The words of reports are large, and only such snapshots have them.
		const { shownWhole } = await import('./shown-whole.ts');
		const whole = shownWhole(snapshot, snapshot.disclosed, found);
		for (const [i, section] of snapshot.disclosed.sections.entries()) {
			compareFindings(section, whole.sections[i] ?? section, tally, snapshot.disclosed.locale);
		}
	}
	const { compared, hidden, differing, differences } = tally;
	return {
		...{ compared, hidden, differing, differences },
		sameFile: sameFiles(snapshot, sources, read),
		otherVersions: asked.flatMap(({ method, version }, i) =>
			found[i]?.result.version === version ? [] : [method]
		),
		provenance: { saved: snapshot.provenance, found: overallProvenance(found) }
	};
}

/** All that the snapshot's numbers were reckoned from, put together as the app does it. */
async function joined(
	{ dataset, refunds, beside, coded }: OpenSnapshot,
	{ orders, linked = [] }: ReadAgain,
	pause: () => Promise<void>
): Promise<RecomputeFrom> {
	const sources = sourcesOf(dataset);
	const [first, ...added] = orders;
	if (first === undefined) throw new CoreError('verify-files-missing', { n: 1, files: dataset.file.name });
	let { table } = first;
	for (const [i, next] of added.entries()) {
		const compared = await compareTables(table, next.table, pause);
		// Without a contradiction every rule gives the same.
		const rule = sources[i + 1]?.rule ?? 'newer';
		({ table } = await appendTables(compared, [table, next.table], rule, pause));
	}
	const tables = new Map(linked.map(({ manifest, table: own }) => [manifest.id, own]));
	const links = new LinkedTables(
		linked,
		async (id, columns) => {
			const own = tables.get(id) as EntityTable;
			return { ...own, columns: own.columns.filter((_, at) => columns.includes(at)) };
		},
		pause
	);
	// Ids that were merged away are known by their orders.
	const known = await links.unknownTo(table.customers);
	const merged = mergeCustomers(table, idsAt(table.customers, beside?.merged ?? []));
	table = merged?.table ?? table;
	const all = known === null ? null : withKnownCustomers(table, known);
	const ledger = buildLedger(all?.table ?? table, refunds);
	return {
		table: all?.table ?? table,
		full: all === null ? ledger : ledgerOfAll(ledger, all.since),
		inputs: provenanceInputs(
			sources.map((source, i) => ({ ...source, fingerprint: orders[i]?.fingerprint ?? '' }))
		),
		...(merged !== null && { sameCustomers: merged.merged }),
		...(coded && { coded }),
		linked: links,
		namesCustomers: known !== null
	};
}

function sameFiles(
	{ beside }: OpenSnapshot,
	sources: readonly DatasetSource[],
	{ orders, linked = [] }: ReadAgain
): boolean {
	const tables = beside?.linked ?? [];
	return (
		sources.every(({ fingerprint }, i) => orders[i]?.fingerprint === fingerprint) &&
		tables.every(({ fingerprint }, i) => linked[i]?.manifest.fingerprint === fingerprint)
	);
}
