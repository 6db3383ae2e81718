import type { Messages } from './messages.ts';

type Spoken = Pick<Messages, 'segments' | 'value' | 'terms' | 'byProfit'>;

/**
 * The messages with the words of profit in the place of those of revenue: of value, of the segments, and the names of
 * measures that stand beside them. As they are where revenue counts.
 */
export function wordsByProfit<M extends Spoken>(messages: M, basis: 'profit' | undefined): M {
	if (basis === undefined) return messages;
	const { segments, value, terms, byProfit: by } = messages;
	const { rfm } = by;
	// Where all together bring nothing or a loss, there are no shares to speak of.
	const sharing =
		<P extends { revenue: string | number }>(say: (values: P) => string) =>
		(values: P) =>
			Number.isNaN(values.revenue) ? by.none() : say(values);
	return {
		...messages,
		value: {
			...value,
			concentration: by.concentration,
			cards: {
				...value.cards,
				tierASub: ({ share }) => (Number.isNaN(share) ? by.none() : by.tierASub({ share }))
			},
			tiers: {
				...value.tiers,
				finding: ({ n, share, revenue }) =>
					Number.isNaN(revenue)
						? by.tiers.findingNone({ n, share })
						: by.tiers.finding({ n, share, revenue }),
				revenue: by.revenue,
				revenueShare: by.share,
				mean: by.tiers.mean
			},
			curve: {
				...value.curve,
				title: by.curve.title,
				finding: ({ tenth }) => by.curve.finding({ tenth }),
				axis: by.curve.axis,
				share: by.share,
				line: by.share
			}
		},
		segments: {
			...segments,
			lead: sharing(rfm.lead),
			leadTypes: sharing(rfm.leadTypes),
			quiet: rfm.quiet,
			matrix: {
				...segments.matrix,
				titleFm: rfm.titleFm,
				finding: rfm.finding,
				findingStatic: rfm.findingStatic,
				revenue: by.revenue
			},
			table: { ...segments.table, revenue: by.revenue },
			cuts: { ...segments.cuts, monetary: rfm.monetary, monetaryMean: rfm.monetaryMean },
			fixed: { ...segments.fixed, monetary: by.revenue },
			vip: { ...segments.vip, monetary: rfm.limit, monetaryMean: rfm.limitMean },
			sensitivity: { ...segments.sensitivity, revenueChange: rfm.change },
			ranks: { ...segments.ranks, revenue: by.revenue }
		},
		terms: { ...terms, measures: { ...terms.measures, monetary: by.revenue, revenue: by.revenue } }
	};
}
