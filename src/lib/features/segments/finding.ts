import { segmentIds, valueTypeIds, type RfmResult } from '#lib/api/index.ts';
import { segmentsOf } from '#lib/i18n/segment-names.ts';
import { joinSentences } from '#lib/i18n/join-sentences.ts';
import { spokenOf, type Wording } from './wording.ts';

/** The finding on top: who carries the revenue, and who of the strong has gone quiet. */
export function segmentsFinding(result: RfmResult, wording: Wording): { lead: string; rest: string } {
	const { messages, amount } = spokenOf(result, wording);
	const words = messages.segments;
	const { segments, types } = result.tables;
	const { outsideWindow } = result.scalars;
	const outside = outsideWindow > 0 ? words.outside({ n: outsideWindow }) : '';
	if (segments.rows === 0) {
		const best = valueTypeIds.indexOf('hhh');
		return {
			lead: words.leadTypes({
				share: types.columns.share[best] ?? NaN,
				revenue: types.columns.revenueShare[best] ?? NaN
			}),
			rest: outside
		};
	}
	const { columns } = segments;
	let best = 0;
	for (let row = 1; row < segments.rows; row++) {
		if ((columns.revenueShare[row] ?? 0) > (columns.revenueShare[best] ?? 0)) best = row;
	}
	const bestName = segmentsOf(result.params.rules, messages.terms.segments)[columns.segment[best] ?? 255]
		?.name;
	const lead = words.lead({
		share: columns.share[best] ?? NaN,
		segment: bestName ?? words.rules.uncovered(),
		revenue: columns.revenueShare[best] ?? NaN
	});
	// What has gone quiet is a matter of the eleven's definitions: nothing is known of own segments.
	if (result.params.rules !== null) return { lead, rest: outside };
	const quiet = (['at-risk', 'cant-lose'] as const).map((id) => segmentIds.indexOf(id));
	const n = quiet.reduce((sum, row) => sum + (columns.customers[row] ?? 0), 0);
	const spent = quiet.reduce((sum, row) => sum + (columns.revenue[row] ?? 0), 0);
	const { segments: names } = messages.terms;
	const sentence =
		n > 0
			? words.quiet({
					n,
					first: names['at-risk'](),
					second: names['cant-lose'](),
					money: amount.short(spent)
				})
			: words.noneQuiet();
	return {
		lead,
		rest: joinSentences([sentence, outside])
	};
}
