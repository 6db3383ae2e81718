import type { MemberChoice, SheetChoice } from '#lib/core/dataset/inspection.ts';
import { isBaskets, isGrid, type SourceFormat } from '#lib/core/dataset/recipe.ts';
import { CoreError } from '#lib/core/errors.ts';
import { guessEntity } from './entities/guess-entity.ts';
import { profileSample } from './infer.ts';
import { guessRoles } from './map.ts';
import { openSource } from './formats/container.ts';
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
	const members = opened.members.map(({ name, bytes }) => ({ name, bytes }));
	if (members.length > 1 && opened.member?.name !== given?.member) return bestMember(source, members);
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

/** Files of an archive that are looked into to find the one to read: the largest. */
const MOST_LOOKED_INTO = 12;

/** The file of an archive that reads as orders, else as a table that is known, else as any table; of equals the largest. */
async function bestMember(source: Blob, members: readonly MemberChoice[]): Promise<SampledSource> {
	const largest = [...members].sort((a, b) => b.bytes - a.bytes).slice(0, MOST_LOOKED_INTO);
	let best: { readonly sampled: SampledSource; readonly rank: number } | null = null;
	let first: CoreError | null = null;
	for (const { name } of largest) {
		try {
			const sampled = await sampleOf(source, { ...ANY_PLACE, member: name }, true);
			const rank = worthOf(sampled.table, name);
			if (best === null || rank > best.rank) best = { sampled, rank };
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

/** 3 for orders, 2 for a table that is known, 1 for any, 0 for what is no table. */
function worthOf(table: SampleTable, name: string): number {
	if (table.headers.length < 2) return 0;
	if (isBaskets(table.source)) return 2;
	const profiles = profileSample(table);
	const named = table.source.header;
	const [first] = guessEntity(profiles, guessRoles(profiles, named), named, name);
	if (first === undefined || first.entity === 'other') return 1;
	return first.entity === 'order' ? 3 : 2;
}
