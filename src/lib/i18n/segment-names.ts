import { segmentIds, type SegmentId } from '#lib/core/methods/rfm/types.ts';
import type { Messages } from './messages.ts';

/** A segment as it is shown. */
export interface NamedSegment {
	readonly name: string;
	/** Place in `segmentIds` whose colour it has. */
	readonly tone: number;
}

/**
 * The segments that codes of a result stand for: the eleven, or those of own rules in the order of their first rule.
 * A name that is an id of the eleven is written in the reader's language; any other is the user's own text. Rules may
 * come straight from an address: what is no rule is no segment.
 */
export function segmentsOf(rules: unknown, words: Messages['terms']['segments']): readonly NamedSegment[] {
	if (!Array.isArray(rules)) return segmentIds.map((id, tone) => ({ name: words[id](), tone }));
	const names = rules.map((rule: unknown) => (rule as { readonly segment?: unknown } | null)?.segment);
	return [...new Set(names.filter((name) => typeof name === 'string'))].map((segment, at) => {
		const tone = segmentIds.indexOf(segment as SegmentId);
		const id = segmentIds[tone];
		return id === undefined ? { name: segment, tone: at % segmentIds.length } : { name: words[id](), tone };
	});
}
