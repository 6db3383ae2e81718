import {
	closeOpen,
	openNext,
	queuedName,
	queueBefore,
	waitingFor,
	withMembers,
	withOpenMember,
	type HeldUp,
	type QueuedFile
} from './import-queue.ts';

/** The files that came together, the one in hand among them, and how far each is. */
export class QueuedFiles {
	#queue = $state.raw<readonly QueuedFile[]>([]);

	get all(): readonly QueuedFile[] {
		return this.#queue;
	}

	/** The one in hand; null after its end. */
	get open(): QueuedFile | null {
		return this.#queue.find(({ state }) => state === 'open') ?? null;
	}

	/** Those that wait for their turn. */
	get waiting(): readonly QueuedFile[] {
		return this.#queue.filter(({ state }) => state === 'waiting');
	}

	/** What those are called. */
	get waitingNames(): readonly string[] {
		return this.waiting.map(queuedName);
	}

	/** The first is in hand now; those that wait go on after these, the one that was in hand as `heldUp` says. */
	begin(files: readonly File[], heldUp: HeldUp): void {
		this.#queue = queueBefore(this.#queue, files, heldUp);
	}

	/** Lets further files wait behind those that wait already; answers whether any do. */
	add(files: readonly File[]): boolean {
		if (this.waiting.length === 0) return false;
		this.#queue = [...this.#queue, ...waitingFor(files)];
		return true;
	}

	/** The file in hand is `open` of an archive: the others that are named wait behind it. */
	addMembers(open: string, others: readonly string[]): void {
		this.#queue = withMembers(this.#queue, open, others);
	}

	/** The file in hand is another one of an archive that is read file by file; answers whether it is. */
	turnTo(member: string): boolean {
		const before = this.#queue;
		this.#queue = withOpenMember(before, member);
		return this.#queue !== before;
	}

	/** Whether a file of an archive was imported already. */
	isStored(archive: File, member: string): boolean {
		return this.#queue.some(
			(item) => item.state === 'stored' && item.file === archive && item.member === member
		);
	}

	/** Says what became of the file in hand. */
	close(state: 'stored' | 'skipped'): void {
		this.#queue = closeOpen(this.#queue, state);
	}

	/** Lets a file that was skipped wait again, at its place. */
	putBack(place: number): void {
		this.#queue = this.#queue.map((item, i) =>
			i === place && item.state === 'skipped' ? { ...item, state: 'waiting' } : item
		);
	}

	/** Opens the first that waits; null where none does. */
	next(): QueuedFile | null {
		const [next] = this.waiting;
		if (next === undefined) return null;
		this.#queue = openNext(this.#queue);
		return next;
	}

	clear(): void {
		this.#queue = [];
	}
}
