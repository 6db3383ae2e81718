import type { MemberChoice, SheetChoice } from '#lib/core/dataset/inspection.ts';
import { isBaskets, isGrid, type SourceFormat } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { guessEntity } from './entities/guess-entity.ts';
import { profileSample } from './infer.ts';
import { guessRoles } from './map.ts';
import { openSource, type Opened } from './formats/container.ts';
import { openGrid } from './formats/open-grid.ts';
import { sampleGrid } from './formats/sample-grid.ts';
import { sampleTable, type SampleTable } from './sample-table.ts';

/** The sample of a file of any kind, and what else in it could have been taken. */
export interface SampledSource {
	readonly table: SampleTable;
	readonly members: readonly MemberChoice[];
	readonly sheets: readonly SheetChoice[];
}

/**
 * The sample of a file, text or not, plain or packed. `given` holds as far as the file is of its kind;
 * `anew`: only the file of the archive and the sheet that it names.
 *
 * @throws CoreError those of `openSource`, `sampleTable` and the grids' readers
 */
export async function sampleOf(
	source: Blob,
	given: SourceFormat | null,
	anew: boolean
): Promise<SampledSource> {
	const opened = await openSource(source, given?.member, false);
	if (opened.members.length > 1 && opened.member?.name !== given?.member) return bestMember(source, opened);
	return sampleOpened(source, opened, given, anew);
}

/** The sample of what was opened. */
async function sampleOpened(
	source: Blob,
	opened: Opened,
	given: SourceFormat | null,
	anew: boolean
): Promise<SampledSource> {
	const members = opened.members.map(({ name, bytes }) => ({ name, bytes }));
	// What was chosen for one file of an archive says nothing of another.
	const kept = given !== null && given.member === opened.member?.name ? given : null;
	if (opened.shape === 'text') {
		const text = kept !== null && !isGrid(kept) && !anew ? kept : null;
		return { table: await sampleTable(source, text, opened.member), members, sheets: [] };
	}
	const grid = await openGrid(opened, true);
	const same = kept !== null && isGrid(kept) && kept.container === grid.container ? kept : null;
	const table = await sampleGrid(opened, grid, same, anew);
	return {
		table,
		members,
		sheets: grid.sheets.flatMap(({ name, rows }) => {
			if (name === null) return [];
			return [{ name, rows, ...(table.alike?.includes(name) === true && { alike: true as const }) }];
		})
	};
}

/** Files of an archive that are looked into to find the one to read. */
const MOST_LOOKED_INTO = 12;

/** Names of files of orders. */
const ofOrders =
	/order|sale|transact|invoice|bestell|auftrag|rechnung|verk[aä]uf|umsatz|commande|vente|factur|pedido|venta|ordin|vendit|fattur|venda|订单|訂單|销售|銷售|交易|注文|受注|売上/i;

/**
 * The file of an archive that reads as orders, else as a table that is known, else as any table; of equals the largest. Of many
 * files those with the names of orders are looked into before others.
 */
async function bestMember(source: Blob, opened: Opened): Promise<SampledSource> {
	const largest = [...opened.members].sort((a, b) => b.bytes - a.bytes);
	if (largest.length > MOST_LOOKED_INTO)
		largest.sort((a, b) => Number(ofOrders.test(b.name)) - Number(ofOrders.test(a.name)));
	let best: { readonly sampled: SampledSource; readonly rank: number } | null = null;
	let first: CoreError | null = null;
	for (const member of largest.slice(0, MOST_LOOKED_INTO)) {
		try {
			const one = member === opened.member ? opened : await opened.withMember?.(member);
			const format = { ...ANY_PLACE, member: member.name };
			const sampled = await sampleOpened(source, one ?? opened, format, true);
			const rank = worthOf(sampled.table, member.name);
			if (best === null || rank > best.rank) best = { sampled, rank };
			if (rank === MOST_WORTH) break;
		} catch (error) {
			// A file that is none of those that can be read is none to choose.
			if (!(error instanceof CoreError)) throw error;
			first ??= error;
		}
	}
	if (best !== null) return best.sampled;
	throw first ?? new CoreError('archive-no-table');
}

/** Names a file of an archive, and nothing else. */
const ANY_PLACE: SourceFormat = { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 };

/** What orders are worth. */
const MOST_WORTH = 3;

/** 3 for orders, 2 for a table that is known, 1 for any, 0 for what is no table. */
function worthOf(table: SampleTable, name: string): number {
	if (table.headers.length < 2) return 0;
	if (isBaskets(table.source)) return 2;
	const profiles = profileSample(table);
	const named = table.source.header;
	const [first] = guessEntity(profiles, guessRoles(profiles, named), named, name);
	if (first === undefined || first.entity === 'other') return 1;
	return first.entity === 'order' ? MOST_WORTH : 2;
}
