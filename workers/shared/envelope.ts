import type { Envelope } from '#lib/api/index.ts';
import { toErrorRecord, type ErrorRecord } from '#lib/core/errors.ts';

/** Runs a job and answers with an envelope, whatever happens: nothing is ever thrown across the wall. */
export async function enveloped<T>(job: () => T | Promise<T>): Promise<Envelope<T>> {
	try {
		return { ok: true, value: await job() };
	} catch (thrown) {
		return { ok: false, error: plainRecord(thrown) };
	}
}

/**
 * A record that can be cloned, whatever was thrown: a DataCloneError on the way out would hide the true fault.
 * Params keep texts and numbers only. `detail` is for developers and names the first cause.
 */
function plainRecord(thrown: unknown): ErrorRecord {
	const record = toErrorRecord(thrown);
	const params = Object.fromEntries(
		Object.entries(record.params).filter(
			([, value]) => typeof value === 'string' || typeof value === 'number'
		)
	);
	const detail = record.detail ?? causeOf(thrown);
	return detail === undefined ? { code: record.code, params } : { code: record.code, params, detail };
}

function causeOf(thrown: unknown): string | undefined {
	const cause = thrown instanceof Error ? thrown.cause : undefined;
	return cause instanceof Error ? `${cause.name}: ${cause.message}` : undefined;
}
