import { ORDER_CUSTOMERS } from '#lib/core/dataset/link.ts';
import { CoreError } from '#lib/core/errors.ts';
import { linkBetween } from '#lib/core/links/link-versions.ts';
import { rowColumns, type RowColumn } from '#lib/report/rows/row-columns.ts';
import { rowsFile, type TableToShare } from '#lib/report/rows/rows-file.ts';
import { sealAge } from '#lib/report/protect/age-file.ts';
import type { Coder } from '#lib/report/disclose/pseudonyms.ts';
import type { ReportInput } from '#lib/report/types.ts';
import type { SharedColumn, SharingRules } from '#lib/api/index.ts';
import { policyAmong } from '#lib/core/dataset/sharing.ts';
import { masked } from '#lib/core/privacy/mask.ts';
import {
	listTables,
	listWorkspaces,
	loadEntityTable,
	loadLinks,
	loadTable,
	type Connection
} from '#lib/storage/index.ts';
import { pause } from '../shared/pause.ts';
import type { OpenData } from './open-data.ts';

type CoderFor = () => Promise<Coder>;

/**
 * A snapshot with the rows of the dataset and of the tables that are linked to its customers, locked where there is a passphrase.
 *
 * @throws CoreError `params-invalid` where small groups are to be hidden, which rows would tell; `cancelled`.
 */
export async function snapshotWithRows(
	connection: Connection,
	data: OpenData,
	input: ReportInput,
	coder: CoderFor,
	{ passphrase, signal }: { readonly passphrase: string | null; readonly signal: AbortSignal }
): Promise<Blob> {
	if (input.request.hideBelow !== null) throw new CoreError('params-invalid', { method: '', param: 'rows' });
	const turn = async (): Promise<void> => {
		await pause();
		if (signal.aborted) throw new CoreError('cancelled');
	};
	const { workspace, manifest, orders, tables } = await storedRows(connection, data);
	const beside = data.allBeside;
	const { sharing: rules, currency = null } = input.request;
	const shown = { ...manifest, currency: manifest.currency ?? currency };
	const file = await rowsFile(input, {
		...{ workspace, manifest: shown, tables, rules, coder, pause: turn },
		orders: { ...orders, currency: shown.currency },
		beside: workspace.origin?.beside ?? beside
	});
	if (passphrase === null) return file;
	await turn();
	const sealed = await sealAge(new Uint8Array(await file.arrayBuffer()), passphrase);
	return new Blob([sealed], { type: 'application/octet-stream' });
}

/** What the receiver of a file with rows will see of each column: its rule, and what that makes of the first values. */
export async function columnsWithRows(
	connection: Connection,
	data: OpenData,
	rules: SharingRules | null,
	coder: CoderFor
): Promise<SharedColumn[]> {
	const { orders, tables } = await storedRows(connection, data);
	const beside = tables.map(({ manifest: { name }, table, column }) => ({ name, table, column }));
	return Promise.all(
		rowColumns(orders, beside).map(async (column) => ({
			...column,
			seen: await seenOf(column, rules, coder),
			choices: []
		}))
	);
}

async function seenOf(
	column: RowColumn,
	rules: SharingRules | null,
	coder: CoderFor
): Promise<readonly string[]> {
	const { id, nature, examples } = column;
	switch (policyAmong(rules, column)) {
		case 'keep':
			return examples;
		case 'mask':
			return examples.map((text) => masked(text, nature));
		case 'pseudonym':
			return (await coder())(id, examples);
		case 'drop':
			return [];
	}
}

async function storedRows(connection: Connection, data: OpenData) {
	if (data.manifest === null) throw new CoreError('orders-needed');
	const { id, workspaceId } = data.manifest;
	const [stored, workspaces, links, all] = await connection.use(async (database) =>
		Promise.all([
			loadTable(database, id),
			listWorkspaces(database),
			loadLinks(database, workspaceId),
			listTables(database)
		])
	);
	const workspace = workspaces.find((one) => one.id === workspaceId);
	if (workspace === undefined) throw new CoreError('storage-not-found');
	const { manifest, table: orders } = stored;
	const tables: TableToShare[] = [];
	for (const { manifest: linked, column } of data.linkedTables) {
		const told = all.find((one) => one.id === linked.id);
		const link = told && (linkBetween(links, manifest, told) ?? linkBetween(links, told, manifest));
		if (told === undefined || link === undefined || link.toColumn === null) continue;
		if (link.fromColumn !== ORDER_CUSTOMERS && link.toColumn !== ORDER_CUSTOMERS) continue;
		const { table } = await connection.use((database) => loadEntityTable(database, told.id));
		tables.push({ manifest: told, table, column, link });
	}
	return { workspace, manifest, orders, tables };
}
