import type { CustomerPair, DuplicateList, PairSide } from '#lib/api/index.ts';
import { decodeAll } from '#lib/core/columns/dictionary.ts';
import { candidatePairs } from '#lib/core/identity/candidate-pairs.ts';
import { contactKind, contactsIn } from '#lib/core/identity/contact-columns.ts';
import { pairKey } from '#lib/core/identity/decide.ts';
import {
	PairReason,
	type CandidatePairs,
	type Contact,
	type ContactFacts
} from '#lib/core/identity/types.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import type { OpenData } from './open-data.ts';
import { nameOf } from './search-index.ts';

/** Pairs that are shown to a person: more nobody looks at in one go. */
const SHOWN = 300;
/** Phones and addresses that are shown of a customer. */
const SHOWN_CONTACTS = 5;

const exactReasons = PairReason.SAME_ID | PairReason.SAME_PHONE | PairReason.SAME_EMAIL;
const isExact = (reasons: number): boolean =>
	(reasons & exactReasons) !== 0 && (reasons & PairReason.OTHER_NAME) === 0;

/**
 * Customers of the open dataset that may be one: those merged already count as one, those decided to be different are
 * left out. Columns of phones and addresses, of the orders and of linked tables, are read one by one and let go.
 */
export async function duplicatesIn(data: OpenData, refunds: RefundRule): Promise<DuplicateList> {
	const { facts, columns } = await contactFactsOf(data);
	const found = candidatePairs(facts);
	const open = openPairs(data, facts, found);
	const side = sidesOf(data, facts, refunds);
	const pairs = open.slice(0, SHOWN).map((at): CustomerPair => ({
		first: side(found.first[at] as number),
		second: side(found.second[at] as number),
		score: found.score[at] as number,
		reasons: found.reasons[at] as number
	}));
	const exact = open.filter((at) => isExact(found.reasons[at] as number));
	const touched = new Set(exact.flatMap((at) => [found.first[at] as number, found.second[at] as number]));
	return {
		pairs,
		found: open.length,
		exact: {
			pairs: exact.map((at) => idsOf(facts, found, at)),
			revenue: [...touched].reduce((sum, who) => sum + revenueOf(data, refunds, who), 0)
		},
		crowded: found.crowded,
		columns
	};
}

async function contactFactsOf(data: OpenData): Promise<{ facts: ContactFacts; columns: string[] }> {
	const phones: Contact[] = [];
	const emails: Contact[] = [];
	const columns: string[] = [];
	const { table, ownAttributes } = data;
	for (const header of new Set(ownAttributes)) {
		const column = await data.columns.attribute(header);
		const kind = column && contactKind(header, column.dictionary);
		if (column === null || kind === null) continue;
		columns.push(header);
		// One by one: a list may be too long to be handed on as arguments.
		for (const contact of contactsIn(table, column)) (kind === 'phone' ? phones : emails).push(contact);
	}
	const ids = decodeAll(table.customers);
	let names = table.names && ids.map((_, who) => nameOf(table.names, who));
	for (const { kind, label, contacts } of await data.beside.contacts()) {
		if (kind === 'name') {
			names ??= ids.map(() => '');
			for (const { customer, value } of contacts) names[customer] ||= value;
			continue;
		}
		columns.push(label);
		for (const contact of contacts) (kind === 'phone' ? phones : emails).push(contact);
	}
	return { facts: { ids, names, phones, emails }, columns };
}

const idsOf = ({ ids }: ContactFacts, { first, second }: CandidatePairs, at: number) =>
	[ids[first[at] as number] as string, ids[second[at] as number] as string] as const;

/** Places of the pairs that nobody decided about: of merged customers, about any of their ids. */
function openPairs(data: OpenData, facts: ContactFacts, found: CandidatePairs): number[] {
	const all = Array.from(found.first, (_, at) => at);
	if (data.same.apart.length === 0) return all;
	const apart = new Set(data.same.apart.map(pairKey));
	const idsAs = (id: string): readonly string[] => [id, ...(data.otherIds.get(id) ?? [])];
	return all.filter((at) => {
		const [a, b] = idsOf(facts, found, at);
		return !idsAs(a).some((one) => idsAs(b).some((other) => apart.has(pairKey([one, other]))));
	});
}

function sidesOf(data: OpenData, facts: ContactFacts, refunds: RefundRule): (who: number) => PairSide {
	const ledger = data.ledger(refunds);
	const phones = valuesByCustomer(facts.phones);
	const emails = valuesByCustomer(facts.emails);
	return (who) => {
		const [from, to] = [ledger.offsets[who] as number, ledger.offsets[who + 1] as number];
		return {
			id: facts.ids[who] as string,
			name: facts.names?.[who] ?? '',
			phones: phones.get(who) ?? [],
			emails: emails.get(who) ?? [],
			orders: to - from,
			revenue: revenueOf(data, refunds, who),
			firstDay: to > from ? (ledger.day[from] as number) : NaN,
			lastDay: to > from ? (ledger.day[to - 1] as number) : NaN
		};
	};
}

function revenueOf(data: OpenData, refunds: RefundRule, who: number): number {
	const { offsets, amount } = data.ledger(refunds);
	let sum = 0;
	for (let order = offsets[who] as number; order < (offsets[who + 1] as number); order++)
		sum += amount[order] as number;
	return sum;
}

function valuesByCustomer(contacts: readonly Contact[]): Map<number, string[]> {
	const values = new Map<number, string[]>();
	for (const { customer, value } of contacts) {
		const held = values.get(customer);
		if (held === undefined) values.set(customer, [value]);
		else if (held.length < SHOWN_CONTACTS) held.push(value);
	}
	return values;
}
