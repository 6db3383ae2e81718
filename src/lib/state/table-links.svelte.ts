import type { Envelope, LibraryApi, Link, LinkChoice, OrphanList, TableManifest } from '#lib/api/index.ts';
import { versionKey } from './version-key.ts';

/** How the tables of each workspace are linked. */
export class TableLinks {
	readonly #api: LibraryApi;
	readonly #tablesOf: (workspaceId: string | null) => readonly TableManifest[];
	/** Goes up with each link that was chosen: what was computed by the old ones is out of date. */
	#turn = $state(0);

	constructor(api: LibraryApi, tablesOf: (workspaceId: string | null) => readonly TableManifest[]) {
		this.#api = api;
		this.#tablesOf = tablesOf;
	}

	/** Changes whenever the tables of a workspace, or their links, do. */
	key(workspaceId: string | null): string {
		return [this.#turn, ...this.#tablesOf(workspaceId).map((table) => versionKey(table))].join(' ');
	}

	async of(workspaceId: string): Promise<Envelope<readonly Link[]>> {
		const answer = await this.#api.links(workspaceId);
		if (!answer.ok) return answer;
		if (answer.value.recounted) this.#turn++;
		return { ok: true, value: answer.value.links };
	}

	async choose(workspaceId: string, choice: LinkChoice): Promise<Envelope<Link>> {
		const answer = await this.#api.chooseLink(workspaceId, choice);
		if (answer.ok) this.#turn++;
		return answer;
	}

	/** Keys of one side of a link that the other does not have. */
	orphans(
		workspaceId: string,
		choice: LinkChoice,
		side: 'from' | 'to',
		rowsHeader: string
	): Promise<Envelope<OrphanList>> {
		return this.#api.orphans(workspaceId, choice, side, rowsHeader);
	}
}
