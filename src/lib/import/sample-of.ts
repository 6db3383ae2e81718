import type { MemberChoice, SheetChoice } from '#lib/core/dataset/inspection.ts';
import { isGrid, type SourceFormat } from '#lib/core/dataset/recipe.ts';
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
	// What was chosen for one file of an archive says nothing of another.
	const kept = given !== null && given.member === opened.member?.name ? given : null;
	if (opened.shape === 'text') {
		const text = kept !== null && !isGrid(kept) && !anew ? kept : null;
		return { table: await sampleTable(source, text, opened.member), members, sheets: [] };
	}
	const grid = await openGrid(opened, true);
	const same = kept !== null && isGrid(kept) && kept.container === grid.container ? kept : null;
	return {
		table: await sampleGrid(opened, grid, same, anew),
		members,
		sheets: grid.sheets.flatMap(({ name, rows }) => (name === null ? [] : [{ name, rows }]))
	};
}
