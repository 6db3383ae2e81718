import type { LinkChoice, LinkList, OrphanList } from '#lib/api/index.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import type { Link } from '#lib/core/dataset/link.ts';
import { isTableManifest } from '#lib/core/dataset/table-manifest.ts';
import { CoreError } from '#lib/core/errors.ts';
import { ratesOf, roleBetween, type LinkColumn } from '#lib/core/links/find-link.ts';
import { KeySpace } from '#lib/core/links/key-space.ts';
import { matchKeys } from '#lib/core/links/match-keys.ts';
import { orphansOf } from '#lib/core/links/orphans.ts';
import { csvRows, CSV_BOM } from '#lib/report/csv.ts';
import { refuseChange, saveLinks, type Connection } from '#lib/storage/index.ts';
import { pause } from '../shared/pause.ts';
import { ensureLinks, manifestsOf, noRates } from './ensure-links.ts';
import { sideOf } from './sides.ts';

/** Orphans shown; the file has them all. */
const SHOWN = 50;

/** The links of a workspace's tables; those not looked for yet are found. */
export const workspaceLinks = (connection: Connection, workspaceId: string): Promise<LinkList> =>
	ensureLinks(connection, workspaceId, pause);

/**
 * Links two tables by columns that somebody chose, or unlinks them. Throws `storage-not-found`, `params-invalid`, `workspace-read-only`.
 */
export async function chooseLink(
	connection: Connection,
	workspaceId: string,
	choice: LinkChoice
): Promise<Link> {
	await connection.use((database) => refuseChange(database, workspaceId));
	const { links } = await workspaceLinks(connection, workspaceId);
	const known = links.find(({ from, to }) => from === choice.from && to === choice.to);
	if (known === undefined) throw new CoreError('storage-not-found');
	const { fromColumn, toColumn } = choice;
	const link: Link = { ...known, fromColumn, toColumn, by: 'chosen', rates: noRates };
	if (toColumn === null) {
		await connection.use((database) => saveLinks(database, workspaceId, [link]));
		return link;
	}
	const [from, to] = await endsOf(connection, workspaceId, choice);
	const counted = { ...link, rates: await ratesOf(from, to, pause) };
	await connection.use((database) => saveLinks(database, workspaceId, [counted]));
	return counted;
}

/** The keys of one side of a link that the other side does not have. Headers are those of the file. */
export async function listOrphans(
	connection: Connection,
	workspaceId: string,
	choice: LinkChoice,
	side: 'from' | 'to',
	rowsHeader: string
): Promise<OrphanList> {
	const [from, to] = await endsOf(connection, workspaceId, choice);
	const [own, other] = side === 'from' ? [from, to] : [to, from];
	const space = new KeySpace();
	const mine = await own.load();
	const theirs = await other.load();
	const numbers = await space.numbers(mine.dictionary, pause);
	const against = { numbers: await space.numbers(theirs.dictionary, pause), codes: theirs.codes };
	const { entries } = matchKeys(space, { numbers, codes: mine.codes }, against);
	const orphans = orphansOf(entries, numbers, mine.codes);
	const valueAt = (i: number) => ({
		value: stringAt(mine.dictionary, orphans.entries[i] as number),
		rows: orphans.rows[i] as number
	});
	const total = orphans.entries.length;
	const parts = [CSV_BOM, csvRows([[own.header, rowsHeader]])];
	for (let at = 0; at < total; at += 5_000) {
		const lines = Math.min(5_000, total - at);
		parts.push(
			csvRows(
				Array.from({ length: lines }, (_, i) => {
					const { value, rows } = valueAt(at + i);
					return [value, rows];
				})
			)
		);
		await pause();
	}
	return {
		total,
		first: Array.from({ length: Math.min(SHOWN, total) }, (_, i) => valueAt(i)),
		file: new Blob(parts, { type: 'text/csv;charset=utf-8' })
	};
}

/** The two columns of a choice. Throws `storage-not-found`, `params-invalid`. */
async function endsOf(
	connection: Connection,
	workspaceId: string,
	{ from, to, fromColumn, toColumn }: LinkChoice
): Promise<[LinkColumn, LinkColumn]> {
	const manifests = await manifestsOf(connection, workspaceId);
	const columnOf = (id: string, index: number | null): LinkColumn => {
		const manifest = manifests.find((known) => known.id === id);
		if (manifest === undefined) throw new CoreError('storage-not-found');
		const found = sideOf(connection, manifest).columns.find((column) => column.index === index);
		if (found === undefined) throw new CoreError('params-invalid', { method: 'link', param: 'column' });
		return found;
	};
	const kinds = [from, to].map((id) => {
		const manifest = manifests.find((known) => known.id === id);
		return manifest !== undefined && isTableManifest(manifest) ? manifest.entity : 'order';
	});
	if (roleBetween(kinds[0] ?? 'other', kinds[1] ?? 'other') === null)
		throw new CoreError('params-invalid', { method: 'link', param: 'to' });
	return [columnOf(from, fromColumn), columnOf(to, toColumn)];
}
