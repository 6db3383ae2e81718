import type { TableRecipe } from '../dataset/recipe.ts';
import type { ProvenanceInput } from '../dataset/sources.ts';
import type { MergedIds } from '../identity/types.ts';
import type { RefundRule } from '../ledger/types.ts';
import type { Frame } from '../methods/types.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * All that a result depends on. Two analyses with equal parts give equal numbers, on any machine and in any time
 * zone; see docs/methods/provenance.md.
 */
export interface ProvenanceParts {
	/** The files: see `provenanceInputs`. */
	readonly inputs: readonly ProvenanceInput[];
	/** Other tables that the result uses, in an order that follows from the question. */
	readonly linked?: readonly LinkedInput[];
	readonly refunds: RefundRule;
	readonly method: string;
	readonly version: number;
	/** Complete: the method's defaults filled in. */
	readonly params: unknown;
	/** Groups of ids that are one customer, as far as the data have them; absent without any. */
	readonly sameCustomers?: readonly MergedIds[];
	/**
	 * Customers go by codes in the place of their ids: they stand in another order, by which ties are broken and samples are drawn.
	 */
	readonly coded?: true;
	/** Resolved: the as-of date as a day number, never "latest". */
	readonly frame: Frame;
}

/** A table that was linked to the orders, and the header of the column by which. */
export interface LinkedInput {
	readonly fingerprint: string;
	readonly recipe: TableRecipe;
	readonly by: string;
}

/** SHA-256, given by the caller: core has no crypto of its own. Fits `crypto.subtle.digest.bind(…, 'SHA-256')`. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

/** Goes up when the text below changes its form, so that old and new hashes never meet by accident. */
const FORM = 'clientele-provenance-1';

/** The text that is hashed: its form, then the parts as canonical JSON, on one line. */
export function provenanceText(parts: ProvenanceParts): string {
	const { inputs, linked = [], refunds, method, version, params, frame, sameCustomers, coded } = parts;
	return canonicalJson({
		form: FORM,
		inputs: [...inputs, ...linked],
		...(sameCustomers !== undefined && { sameCustomers }),
		...(coded && { coded }),
		refunds,
		method: { id: method, version },
		params,
		frame: {
			asOf: frame.asOf,
			from: frame.from,
			weekStart: frame.weekStart,
			...(frame.yearStart !== undefined && { yearStart: frame.yearStart })
		}
	});
}

/** The provenance hash of one analysis, as 64 hex digits. */
export async function provenanceHash(parts: ProvenanceParts, sha256: Sha256): Promise<string> {
	return hashText(provenanceText(parts), sha256);
}

/** The hash over the hashes of several analyses, in their order: names a whole report or snapshot. */
export async function combinedProvenance(hashes: readonly string[], sha256: Sha256): Promise<string> {
	return hashText(combinedText(hashes), sha256);
}

/**
 * The text that `combinedProvenance` hashes.
 *
 * @example
 * combinedText(['00ff']) // => '{"analyses":["00ff"],"form":"clientele-provenance-1"}'
 */
export function combinedText(hashes: readonly string[]): string {
	return canonicalJson({ form: FORM, analyses: hashes });
}

async function hashText(text: string, sha256: Sha256): Promise<string> {
	return hexOf(new Uint8Array(await sha256(new TextEncoder().encode(text))));
}

/**
 * Bytes as lower-case hex digits.
 *
 * @example
 * hexOf(Uint8Array.of(0, 15, 255)) // => '000fff'
 */
export function hexOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
