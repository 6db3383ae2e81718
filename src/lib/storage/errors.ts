import { CoreError, type ErrorCode } from '#lib/core/errors.ts';

/** Names that say "no room left", in whatever wrapping they come. */
const quotaNames = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED']);
const lostNames = new Set([
	'NotReadableError',
	'NotFoundError',
	'DataError',
	'UnknownError',
	'InvalidBlobError'
]);

interface Wrapped {
	readonly name?: unknown;
	readonly inner?: unknown;
	readonly cause?: unknown;
	readonly failures?: unknown;
}

/** Whether `thrown`, or anything wrapped inside it, bears one of the names. */
function bears(thrown: unknown, names: ReadonlySet<string>, depth = 4): boolean {
	if (typeof thrown !== 'object' || thrown === null || depth === 0) return false;
	const { name, inner, cause, failures } = thrown as Wrapped;
	if (typeof name === 'string' && names.has(name)) return true;
	if (Array.isArray(failures) && failures.some((failure) => bears(failure, names, depth - 1))) return true;
	return bears(inner, names, depth - 1) || bears(cause, names, depth - 1);
}

/** A full disk or quota: arrives as itself, inside an AbortError, or among the failures of a bulk write. */
export const isQuotaError = (thrown: unknown): boolean => bears(thrown, quotaNames);

/** What a write fails of when the browser could not put it on the disk; Chromium's word for a full one, often. */
const unwrittenNames = new Set(['DataError', 'UnknownError']);

/** Nothing could be written: no room in the quota or on the disk. Only for what a write has thrown. */
export const isNoRoomError = (thrown: unknown): boolean =>
	isQuotaError(thrown) || bears(thrown, unwrittenNames);

/** The connection was closed under us: another tab upgraded or erased the database. */
export const isClosedError = (thrown: unknown): boolean =>
	bears(thrown, new Set(['DatabaseClosedError', 'InvalidStateError']));

/** The browser could not give back what it had stored. */
export const isLostError = (thrown: unknown): boolean => bears(thrown, lostNames);

/** What a record that is not a chunk takes, at most; who writes more says how much. */
const recordBytes = 4096;

/** A storage failure as a coded error; own errors pass. `otherwise` names what is none of the known kinds. */
export function toStorageError(thrown: unknown, otherwise: ErrorCode = 'internal'): CoreError {
	if (thrown instanceof CoreError) return thrown;
	const options = { cause: thrown };
	if (isQuotaError(thrown)) return new CoreError('storage-quota', { needed: recordBytes }, options);
	if (bears(thrown, new Set(['VersionError']))) {
		return new CoreError('storage-newer-schema', { found: 0, known: 0 }, options);
	}
	if (isClosedError(thrown)) return new CoreError('storage-busy', {}, options);
	return new CoreError(otherwise, {}, options);
}
