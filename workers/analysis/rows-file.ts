import { CoreError } from '#lib/core/errors.ts';
import { undecided } from '#lib/core/identity/decide.ts';
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
	listWorkspaces,
	loadEntityTable,
	loadLinks,
	loadTable,
	type Connection
} from '#lib/storage/index.ts';
import { pause } from '../shared/pause.ts';
import type { OpenData } from './open-data.ts';
import { stamped } from './session.ts';

type CoderFor = () => Promise<Coder>;

/**
 * A snapshot with the rows of the dataset and of the tables that are linked to its customers, locked where there is a passphrase.
 *
 * @throws CoreError `params-invalid` where small groups are to be hidden, which rows would tell; `storage-busy` where what is stored
 * has changed since it was opened; `cancelled`.
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
	const beside = data.beside.allSources;
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

/**
 * All rows of what is open, as it is stored.
 *
 * @throws CoreError `storage-busy` where it has changed since it was opened: answers and rows would be of different data.
 */
async function storedRows(connection: Connection, data: OpenData) {
	if (data.manifest === null) throw new CoreError('orders-needed');
	const { id, workspaceId } = data.manifest;
	const [stored, workspaces, links] = await connection.use(async (database) =>
		Promise.all([loadTable(database, id), listWorkspaces(database), loadLinks(database, workspaceId)])
	);
	const workspace = workspaces.find((one) => one.id === workspaceId);
	if (workspace === undefined) throw new CoreError('storage-not-found');
	const { manifest, table: orders, version } = stored;
	if (stamped(version, workspace.sameCustomers ?? undecided) !== data.version)
		throw new CoreError('storage-busy');
	const tables: TableToShare[] = [];
	for (const { manifest: opened, column } of data.beside.tables) {
		const { manifest: told, table } = await connection.use((database) =>
			loadEntityTable(database, opened.id)
		);
		const link = linkBetween(links, manifest, told) ?? linkBetween(links, told, manifest);
		if (link === undefined || told.changedAt !== opened.changedAt) throw new CoreError('storage-busy');
		tables.push({ manifest: told, table, column, link });
	}
	return { workspace, manifest, orders, tables };
}
