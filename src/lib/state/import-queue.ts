import {
	isTableRecipe,
	sourceColumns,
	type AnyInspection,
	type AnyRecipe,
	type ColumnGuess,
	type ColumnPlan,
	type ImportRecipe
} from '#lib/api/index.ts';
import type { ImportStep, ImportTarget } from './import-step.ts';
import type { ReadAgain } from './reviewed.ts';

/** A file among those that came together, and how far it is. */
export interface QueuedFile {
	readonly file: File;
	/** Of an archive that is read file by file: the one that is meant. */
	readonly member?: string;
	readonly state: 'waiting' | 'open' | 'stored' | 'skipped';
	/** Of one that waits since others came before it. */
	readonly heldUp?: HeldUp;
}

/** How a file goes on that was in hand, or next, when others came before it. */
export interface HeldUp {
	readonly target: ImportTarget | null;
	/** What it was read by; null: it is guessed in its turn. */
	readonly recipe: AnyRecipe | null;
	readonly again: ReadAgain | null;
}

/** What a file of the queue is called. */
export const queuedName = ({ file, member }: QueuedFile): string => member ?? file.name;

/**
 * What a file is called where nothing beside it says which archive it is of.
 *
 * @example
 * fullName({ file: new File([], 'may.zip'), member: 'a.csv' }) // => 'may.zip › a.csv'
 */
export const fullName = ({ file, member }: Pick<QueuedFile, 'file' | 'member'>): string =>
	member === undefined ? file.name : `${file.name} › ${member}`;

/** What the file in hand is called, `open` in the queue; null where none is. */
export function nameInHand(step: ImportStep, open: QueuedFile | null): string | null {
	if (!('file' in step)) return null;
	const read = 'recipe' in step ? step.recipe?.source.member : undefined;
	const member = read ?? open?.member;
	return fullName({ file: step.file, ...(member !== undefined && { member }) });
}

/**
 * Files that came together: the first is opened, the others wait.
 *
 * @example
 * queueOf([new File([], 'a.csv'), new File([], 'b.csv')]).map(({ state }) => state) // => ['open', 'waiting']
 */
export function queueOf(files: readonly File[]): readonly QueuedFile[] {
	return files.map((file, i) => ({ file, state: i === 0 ? 'open' : 'waiting' }));
}

/**
 * Files that are read at once, before those that wait: the one in hand waits again, to go on as it was. Where none waits, they
 * take the place of all.
 */
export function queueBefore(
	queue: readonly QueuedFile[],
	files: readonly File[],
	heldUp: HeldUp
): readonly QueuedFile[] {
	if (!queue.some(({ state }) => state === 'waiting')) return queueOf(files);
	const at = queue.findIndex(({ state }) => state === 'open' || state === 'waiting');
	const later = queue.slice(at).map((item, i): QueuedFile => {
		if (item.state === 'open') return { ...item, state: 'waiting', heldUp };
		// The next one still goes where the one before it went.
		return i === 0 ? { heldUp: { ...heldUp, recipe: null, again: null }, ...item } : item;
	});
	return [...queue.slice(0, at), ...queueOf(files), ...later];
}

/** Files behind others that came before. */
export const waitingFor = (files: readonly File[]): readonly QueuedFile[] =>
	files.map((file) => ({ file, state: 'waiting' }));

/** The file in hand is one of an archive, `open`; the others of it that are named follow it. */
export function withMembers(
	queue: readonly QueuedFile[],
	open: string,
	others: readonly string[]
): readonly QueuedFile[] {
	return queue.flatMap((item): readonly QueuedFile[] => {
		if (item.state !== 'open') return [item];
		const { file } = item;
		return [
			{ ...item, member: open },
			...others.map((member) => ({ file, member, state: 'waiting' as const }))
		];
	});
}

/** The file in hand is `member` of its archive now: the one that it was waits in that one's place. */
export function withOpenMember(queue: readonly QueuedFile[], member: string): readonly QueuedFile[] {
	const open = queue.find(({ state }) => state === 'open');
	if (open?.member === undefined || open.member === member) return queue;
	return queue.map((item): QueuedFile => {
		if (item === open) return { ...item, member };
		const isOther = item.file === open.file && item.member === member;
		return isOther ? { ...open, state: 'waiting' } : item;
	});
}

/** A recipe of any file, for `member` of an archive, wherever it was made for; without a member as it is. */
export function readIn(recipe: unknown, member: string | undefined): unknown {
	if (member === undefined || typeof recipe !== 'object' || recipe === null) return recipe;
	const source = 'source' in recipe && typeof recipe.source === 'object' ? recipe.source : null;
	return source === null ? recipe : { ...recipe, source: { ...source, member } };
}

/** A recipe that only says which file of an archive is meant: what is in it is guessed. Null where none is meant. */
export function placeIn(member: string | undefined): ImportRecipe | null {
	if (member === undefined) return null;
	return {
		version: 1,
		source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0, member },
		columns: [],
		statusRules: [],
		choices: {
			duplicates: 'keep',
			cancelled: 'exclude',
			cancelPrefix: '',
			zeroAmount: 'exclude',
			noCustomer: 'set-aside'
		},
		currency: null
	};
}

/** What became of the file in hand. */
export function closeOpen(queue: readonly QueuedFile[], state: 'stored' | 'skipped'): readonly QueuedFile[] {
	return queue.map((item) => (item.state === 'open' ? { ...item, state } : item));
}

/** Opens the first file that waits. */
export function openNext(queue: readonly QueuedFile[]): readonly QueuedFile[] {
	const next = queue.findIndex(({ state }) => state === 'waiting');
	return queue.map((item, i) => {
		if (i !== next) return item;
		const { heldUp: _, ...opened } = item;
		return { ...opened, state: 'open' };
	});
}

/** Whether two recipes are of tables with the same named columns, in the same order. Numbered ones say nothing. */
export function sameColumns(one: AnyRecipe, other: AnyRecipe): boolean {
	const [a, b] = [headersOf(one), headersOf(other)];
	return (
		a.length === b.length &&
		a.some((header) => !/^#\d+$/.test(header)) &&
		a.every((header, i) => header === b[i])
	);
}

/** Names of the columns of the file; those that cleaning steps make come from the recipe. */
const headersOf = ({ columns }: AnyRecipe): readonly string[] =>
	sourceColumns<ColumnPlan<string>>(columns).map(({ header }) => header);

/**
 * The choices made for the file before, for a file with the same columns. What this file itself leaves no doubt of is its
 * own: its form, its currency, the order of its dates and the style of its numbers.
 */
export function choicesFor(like: AnyRecipe, { recipe, columns }: AnyInspection): AnyRecipe {
	const kept = { source: recipe.source, currency: recipe.currency ?? like.currency };
	const own = (plan: ColumnPlan<string>, i: number) => ownDecisions(plan, recipe.columns[i], columns[i]);
	// The two kinds of recipes differ in what their columns say, and each keeps its own.
	return isTableRecipe(like)
		? { ...like, ...kept, columns: like.columns.map((plan, i) => ({ ...plan, ...own(plan, i) })) }
		: { ...like, ...kept, columns: like.columns.map((plan, i) => ({ ...plan, ...own(plan, i) })) };
}

/** What the values of the file itself leave no doubt of, where its column means the same. */
function ownDecisions(
	plan: ColumnPlan<string>,
	own: ColumnPlan<string> | undefined,
	guess: ColumnGuess<string> | undefined
): Pick<ColumnPlan, 'dateOrder' | 'numberStyle'> {
	if (own === undefined || own.role !== plan.role) return {};
	return {
		...(guess?.dateOrders === undefined && own.dateOrder !== undefined && { dateOrder: own.dateOrder }),
		...(guess?.numberStyles === undefined &&
			own.numberStyle !== undefined && { numberStyle: own.numberStyle })
	};
}
