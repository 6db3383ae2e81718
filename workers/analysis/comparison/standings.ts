import type { AnalysisRequest, LifecycleCustomers, RfmCustomers } from '#lib/api/index.ts';
import { stringAt } from '#lib/core/columns/dictionary.ts';
import { standingsAt } from '#lib/core/comparison/standings-at.ts';
import type { Standings } from '#lib/core/comparison/types.ts';
import { isKnown } from '#lib/core/ledger/count-prospects.ts';
import { selectCustomers } from '#lib/core/methods/select-customers.ts';
import type { Coder } from '#lib/report/disclose/pseudonyms.ts';
import type { Session } from '../session.ts';

/**
 * Where each known customer of the open dataset stands, by the segments of one question and the stages of another about
 * the same frame, under the codes of its workspace: those that files of customers have.
 */
export async function standingsOf(
	session: Session,
	coder: () => Promise<Coder>,
	rfm: AnalysisRequest,
	lifecycle: AnalysisRequest
): Promise<Standings> {
	const { data } = session;
	const [scored, staged] = [await session.question(rfm), await session.question(lifecycle)];
	// Their orders and revenue are those of orders, whatever the segments are by.
	const { frame } = scored.input;
	const ledger = data.ledgerAsOf(rfm.refunds, frame.asOf);
	const segments = session.outcome(scored).customers as RfmCustomers | null;
	const stages = session.outcome(staged).customers as LifecycleCustomers | null;
	const who = selectCustomers(ledger.customers.size, (customer) => isKnown(ledger, customer, frame.asOf));
	const keys = Array.from(who, (customer) => stringAt(data.table.customers, customer));
	const codes = await (await coder())('customer', keys);
	return standingsAt({ ledger, frame }, who, codes, segments, stages);
}
