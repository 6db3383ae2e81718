import type { Analysis } from '#lib/api/analysis-api.ts';
import { sha256Hex } from './sha256.ts';

/**
 * The one hash over a whole report: SHA-256 of the analyses' provenance hashes, one a line, in the order of the
 * sections.
 */
export function overallProvenance(analyses: readonly Pick<Analysis, 'provenance'>[]): string {
	return sha256Hex(analyses.map(({ provenance }) => `${provenance}\n`).join(''));
}
