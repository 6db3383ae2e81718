/**
 * The catalogue of coded errors. Core and the rooms around it throw `CoreError`; the texts live in
 * i18n (`errors`), one per code in each language. A code never changes its meaning once released.
 * Params are small facts (a line number, a column header, a limit), never a cell's value.
 */
export const errorCodes = [
	// source and import
	'file-empty',
	'file-header-only',
	'file-binary',
	'file-too-large',
	'file-unreadable',
	'row-too-large',
	'columns-too-many',
	'file-corrupt-gzip',
	'archive-damaged',
	'archive-encrypted',
	'archive-method',
	'archive-too-many',
	'archive-too-large',
	'archive-bomb',
	'archive-no-table',
	'workbook-encrypted',
	'workbook-damaged',
	'grid-too-large',
	'grid-deadline',
	'table-not-found',
	'sheet-not-found',
	'member-not-found',
	'json-malformed',
	'parquet-damaged',
	'parquet-compression',
	'table-single-column',
	'mapping-no-customer',
	'mapping-no-date',
	'date-without-year',
	'date-without-year-either',
	'mapping-no-amount',
	'mapping-role-twice',
	'mapping-profit-currency',
	'mapping-lacks',
	'date-order-ambiguous',
	'date-order-mixed',
	'amount-style-ambiguous',
	'amount-sum-too-large',
	'currency-mixed',
	'import-no-valid-rows',
	'import-totals-mismatch',
	'recipe-invalid',
	'zone-unknown',
	'append-same-file',
	'append-currency',
	'append-type',
	'step-invalid',
	'steps-invalid',
	// storage
	'storage-unavailable',
	'storage-quota',
	'storage-newer-schema',
	'storage-damaged',
	'storage-not-found',
	'storage-busy',
	'workspace-read-only',
	// analysis
	'method-unknown',
	'params-invalid',
	'selection-invalid',
	'benchmark-nothing',
	'dataset-not-open',
	'orders-needed',
	'snapshot-invalid',
	'snapshot-newer',
	'snapshot-lacks-method',
	'report-without-snapshot',
	'verify-files-missing',
	'verify-other-customers',
	'verify-steps-withheld',
	// protected files
	'passphrase-short',
	'sealed-unreadable',
	'crypto-unavailable',
	// workers
	'cancelled',
	'worker-crashed',
	'out-of-memory',
	'internal'
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Small facts that complete an error's sentence. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** A plain, cloneable error, as it crosses a worker's wall. `detail` is for developers, never shown. */
export interface ErrorRecord {
	readonly code: ErrorCode;
	readonly params: ErrorParams;
	readonly detail?: string;
}

/**
 * The one exception that this code base throws on purpose.
 *
 * @example
 * const error = new CoreError('file-too-large', { size: 3, limit: 2 });
 * error.code // => 'file-too-large'
 */
export class CoreError extends Error {
	readonly code: ErrorCode;
	readonly params: ErrorParams;

	constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
		super(code, options);
		this.name = 'CoreError';
		this.code = code;
		this.params = params;
	}
}

/**
 * Turns anything thrown into a plain record: own errors keep their code, all else is `internal`.
 *
 * @example
 * toErrorRecord(new CoreError('file-empty')) // => { code: 'file-empty', params: {} }
 * toErrorRecord('odd') // => { code: 'internal', params: {}, detail: 'odd' }
 */
export function toErrorRecord(thrown: unknown): ErrorRecord {
	if (thrown instanceof CoreError) return { code: thrown.code, params: thrown.params };
	if (thrown instanceof RangeError && /alloc|memory|array length/i.test(thrown.message)) {
		return { code: 'out-of-memory', params: {}, detail: thrown.message };
	}
	const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
	return { code: 'internal', params: {}, detail };
}
