import { provenanceInputs, sourcesOf } from '#lib/core/dataset/sources.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import { provenanceHash } from '#lib/core/result/provenance.ts';
import { sha256 } from '../shared/digest.ts';
import type { OpenData } from './open-data.ts';
import type { Question } from './question.ts';

/** The hash over all that the answer to a question depends on. */
export function provenanceOf(
	{ manifest, merged, coded }: OpenData,
	{ method, params, input, linked }: Question,
	refunds: RefundRule
): Promise<string> {
	const { id, version } = method.definition;
	const inputs = manifest === null ? [] : provenanceInputs(sourcesOf(manifest));
	const same = merged.length > 0 && { sameCustomers: merged };
	return provenanceHash(
		{
			inputs,
			linked,
			...same,
			...(coded && { coded }),
			refunds,
			method: id,
			version,
			params,
			frame: input.frame
		},
		sha256
	);
}
