import type { Analysis } from '#lib/api/analysis-api.ts';
import { combinedText } from '#lib/core/result/provenance.ts';
import { sha256Hex } from './sha256.ts';

/** The one hash over a whole report or snapshot, as `combinedProvenance` of core gives it, without waiting for it. */
export function overallProvenance(analyses: readonly Pick<Analysis, 'provenance'>[]): string {
	return sha256Hex(combinedText(analyses.map(({ provenance }) => provenance)));
}
