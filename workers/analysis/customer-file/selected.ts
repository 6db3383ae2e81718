import type { Consent, CustomerFileRequest } from '#lib/api/index.ts';
import { stringAt, NO_CODE } from '#lib/core/columns/dictionary.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { CustomerLists, Matches } from '../customer-list.ts';
import type { AttributeValues } from '../open-columns.ts';
import type { OpenData } from '../open-data.ts';
import type { Session } from '../session.ts';

/** Whom a file is about: the data they are from, and what is known of each. */
export interface Selected {
	readonly data: OpenData;
	readonly matches: Matches;
	/** Those of the matches who may be told of, in the list's order. */
	readonly rows: Uint32Array;
}

/** The customers of a file: those of its query who have given the consent that it asks for. */
export async function selectedBy(
	session: Session,
	lists: CustomerLists,
	{ query, consent }: CustomerFileRequest
): Promise<Selected> {
	const { data } = session;
	const matches = await lists.matches(query);
	const values = consent === null ? null : await data.columns.latest(consent.attribute);
	// Another dataset may have been opened meanwhile: its customers are other people.
	if (session.data !== data) throw new CoreError('cancelled');
	const rows = consent === null || values === null ? matches.rows : consenting(matches.rows, values, consent);
	return { data, matches, rows };
}

/** Whoever has no value has not consented. */
function consenting(
	rows: Uint32Array,
	{ dictionary, codes }: AttributeValues,
	{ value }: Consent
): Uint32Array {
	const wanted = new Uint8Array(dictionary.size);
	for (let code = 0; code < dictionary.size; code++)
		wanted[code] = stringAt(dictionary, code) === value ? 1 : 0;
	return rows.filter((who) => codes[who] !== NO_CODE && wanted[codes[who] as number] === 1);
}
