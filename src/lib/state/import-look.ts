import type {
	AnyInspection,
	AnyRecipe,
	Envelope,
	ImportApi,
	MatchedInspection,
	ReadAs
} from '#lib/api/index.ts';
import { choicesFor, sameColumns } from './import-queue.ts';
import { firstLook, type ReadingDefaults } from './import-surroundings.ts';

/** What was understood of a file; `keepsChoices`: it is read by the choices made for another of the same columns. */
export interface LookedAt {
	readonly answer: Envelope<AnyInspection>;
	readonly keepsChoices: boolean;
}

/** Looks at files, and answers the latest question only: what is on its way for an older one answers null. */
export class ImportLook {
	#turn = 0;
	#settle: ReturnType<typeof setTimeout> | undefined;
	readonly #api: ImportApi;
	readonly #settleMs: number;

	constructor({ api, settleMs }: { readonly api: ImportApi; readonly settleMs: number }) {
		this.#api = api;
		this.#settleMs = settleMs;
	}

	/** Nobody waits for what is on its way any more. */
	drop(): void {
		this.#turn++;
		this.hold();
	}

	/** What waits for changes to settle is not asked. */
	hold(): void {
		clearTimeout(this.#settle);
	}

	/** Asks once changes have settled. */
	later(ask: () => Promise<void>): void {
		this.drop();
		this.#settle = setTimeout(() => void ask(), this.#settleMs);
	}

	/** Where nothing is given, or only a place in the file, a table with the columns of `like` is read as that one was. */
	async inspect(
		file: File,
		by: AnyRecipe | ReadAs | null,
		like: AnyRecipe | null,
		defaults: ReadingDefaults
	): Promise<LookedAt | null> {
		const turn = ++this.#turn;
		const ask = (recipe: AnyRecipe | ReadAs | null) => this.#api.inspect(file, recipe);
		const first = await ask(by);
		if (turn !== this.#turn) return null;
		const isGiven = by !== null && 'version' in by && by.columns.length > 0;
		if (!first.ok || isGiven) return { answer: first, keepsChoices: false };
		const isAnew = by === null || 'version' in by;
		const keeps = isAnew && like !== null && sameColumns(first.value.recipe, like);
		const answer = keeps
			? await ask(choicesFor(like, first.value))
			: await firstLook(first.value, defaults, ask);
		return turn === this.#turn ? { answer, keepsChoices: keeps && answer.ok } : null;
	}

	/** By the recipe of another file. */
	async inspectBy(file: File, recipe: unknown): Promise<Envelope<MatchedInspection> | null> {
		this.hold();
		const turn = ++this.#turn;
		const answer = await this.#api.inspectBy(file, recipe);
		return turn === this.#turn ? answer : null;
	}
}
