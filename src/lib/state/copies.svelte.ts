/** Copies of files that are still being written beside what was imported of them. */
export class Copies {
	#writing = $state.raw<ReadonlyMap<string, Promise<unknown>>>(new Map());

	/** Whether a copy beside a dataset or table is being written. */
	isWriting(id: string): boolean {
		return this.#writing.has(id);
	}

	/** Something was stored; `written`: when its files are kept, or could not be. */
	async follow(id: string, written: Promise<unknown>): Promise<void> {
		this.#writing = new Map([...this.#writing, [id, written]]);
		await written.catch(() => undefined);
		if (this.#writing.get(id) !== written) return;
		const rest = new Map(this.#writing);
		rest.delete(id);
		this.#writing = rest;
	}

	/** Waits until nothing is written beside it any more. */
	async settled(id: string): Promise<void> {
		await this.#writing.get(id)?.catch(() => undefined);
	}
}
