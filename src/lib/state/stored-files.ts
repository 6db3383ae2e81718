import type { ColumnProfile, EntityColumnProfile, Envelope, IssueGroup, LibraryApi } from '#lib/api/index.ts';

/** What is made of, or told about, stored rows when it is asked for. */
export class StoredFiles {
	readonly #api: LibraryApi;

	constructor(api: LibraryApi) {
		this.#api = api;
	}

	/** A file that a dataset was made from, where a copy is kept. */
	original(...args: Parameters<LibraryApi['original']>): Promise<Envelope<Blob>> {
		return this.#api.original(...args);
	}

	/** Rows as a CSV file for spreadsheets. */
	csv(...args: Parameters<LibraryApi['csv']>): Promise<Envelope<Blob>> {
		return this.#api.csv(...args);
	}

	/** A table to be filled in, as a file. */
	template(...args: Parameters<LibraryApi['template']>): Promise<Envelope<Blob>> {
		return this.#api.template(...args);
	}

	/** What was wrong with the rows of a dataset, by code. */
	issues(datasetId: string): Promise<Envelope<readonly IssueGroup[] | null>> {
		return this.#api.issues(datasetId);
	}

	rejects(datasetId: string): Promise<Envelope<Blob>> {
		return this.#api.rejects(datasetId);
	}

	/** The stored rows of a dataset as a Parquet file. */
	rows(datasetId: string): Promise<Envelope<Blob>> {
		return this.#api.rows(datasetId);
	}

	/** What the columns of a dataset look like. */
	profile(datasetId: string): Promise<Envelope<readonly ColumnProfile[]>> {
		return this.#api.profile(datasetId);
	}

	/** The same of a table. */
	profileTable(tableId: string): Promise<Envelope<readonly EntityColumnProfile[]>> {
		return this.#api.profileTable(tableId);
	}
}
