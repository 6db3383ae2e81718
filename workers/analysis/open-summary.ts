import type { OpenBase, OpenDataset } from '#lib/api/index.ts';
import { orderReasons } from '#lib/core/dataset/loss-reasons.ts';
import { CoreError } from '#lib/core/errors.ts';
import { countProspects } from '#lib/core/ledger/count-prospects.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import type { OpenData } from './open-data.ts';

/** The open dataset under a refund rule. Throws `orders-needed` where there are only tables. */
export function datasetOf(data: OpenData, refunds: RefundRule): OpenDataset {
	if (data.manifest === null) throw new CoreError('orders-needed');
	return { ...summaryOf(data, refunds), manifest: data.manifest };
}

/** What there is under a refund rule, over all of its time. */
export function summaryOf(data: OpenData, refunds: RefundRule): OpenBase {
	const ledger = data.ledger(refunds);
	const span = data.span(refunds);
	const { eventTables, contractTables, reasonColumns } = data.beside.offers;
	let customers = 0;
	for (let who = 0; who < ledger.customers.size; who++) {
		if (ledger.offsets[who] !== ledger.offsets[who + 1]) customers++;
	}
	return {
		attributes: data.attributes,
		eventTables,
		contractTables,
		reasonColumns: [
			...reasonColumns,
			...(data.manifest === null ? [] : orderReasons(data.manifest)).map((column) => ({
				table: null,
				column
			}))
		],
		customers,
		prospects: countProspects(ledger, Infinity),
		orders: ledger.orders,
		revenue: ledger.amount.reduce((sum, amount) => sum + amount, 0),
		firstDay: span.first,
		lastDay: span.last,
		ordersNettedAway: ledger.ordersNettedAway,
		merged:
			data.merged.length === 0
				? null
				: { ids: data.merged.reduce((sum, ids) => sum + ids.length, 0), into: data.merged.length },
		decided: data.same.version
	};
}
