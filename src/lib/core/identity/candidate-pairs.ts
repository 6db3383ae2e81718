import { jaroWinkler } from './jaro-winkler.ts';
import { emailKey, idKey, isHan, nameKey, phoneKey } from './normalise.ts';
import { withinTypingErrors } from './typing-errors.ts';
import { PairReason, type CandidatePairs, type ContactFacts } from './types.ts';

/** A phone, address or id that more customers than this share is a shop's, not a person's. */
const MOST_SHARING = 12;
/** Names that more share are common names. */
const MOST_NAMESAKES = 6;
/** Neighbours in order of names that each name is compared with. */
const NEIGHBOURS = 8;
/** Names at least this alike, and a typing error or two apart, are similar. */
const ALIKE = 0.93;
const LONG_NAME = 12;
/** Names less alike than this are different, where phone or address say that they are one. */
const NOT_ALIKE = 0.85;
/** Shorter names are alike by chance. */
const SHORTEST_NAME = 6;

/** How much each reason says by itself. */
const weights = [
	[PairReason.SAME_EMAIL, 0.95],
	[PairReason.SAME_PHONE, 0.9],
	[PairReason.SAME_ID, 0.9],
	[PairReason.SAME_NAME, 0.6],
	[PairReason.SIMILAR_NAME, 0.4]
] as const;

/**
 * Pairs of customers that may be one. Exact: the same id, phone or e-mail address in one form. Then the same name, and
 * names in Latin letters that are nearly alike (over their words in order: Jaro–Winkler at least 0.93, and one typing
 * error apart, two from twelve letters on). Pairs of similar
 * names are looked for among neighbours in order of names, read forwards and backwards, so that a typing error at
 * either end is found: near-linear. 100,000 customers take about two seconds.
 *
 * Reasons add up as independent doubts do, 1 − ∏(1 − weight); a pair of other names that shares a phone or address
 * counts for half.
 *
 * @example
 * const pairs = candidatePairs({
 *   ids: ['1', '2', '3'],
 *   names: ['Ada Lovelace', 'Lovelace, Ada', 'Alan Turing'],
 *   phones: [{ customer: 0, value: '+86 138-0013-8000' }, { customer: 1, value: '13800138000' }],
 *   emails: []
 * });
 * [pairs.first, pairs.second, pairs.reasons] // => [[0], [1], [10]]
 */
export function candidatePairs(facts: ContactFacts): CandidatePairs {
	const found = new Map<number, number>();
	const size = facts.ids.length;
	const names = facts.names?.map(nameKey) ?? null;
	let crowded = 0;
	const note = (a: number, b: number, reason: number): void => {
		if (a === b) return;
		const pair = Math.min(a, b) * size + Math.max(a, b);
		found.set(pair, (found.get(pair) ?? 0) | reason);
	};
	const noteSharers = (sharers: ReadonlyMap<string, readonly number[]>, reason: number, most: number) => {
		for (const who of sharers.values()) {
			if (who.length > most) crowded++;
			else
				for (let i = 1; i < who.length; i++)
					for (let j = 0; j < i; j++) note(who[i] as number, who[j] as number, reason);
		}
	};
	noteSharers(
		byKey(
			facts.ids.map((id, customer) => ({ customer, value: id })),
			idKey
		),
		PairReason.SAME_ID,
		MOST_SHARING
	);
	noteSharers(byKey(facts.phones, phoneKey), PairReason.SAME_PHONE, MOST_SHARING);
	noteSharers(byKey(facts.emails, emailKey), PairReason.SAME_EMAIL, MOST_SHARING);
	if (names !== null) {
		const named = names.map((value, customer) => ({ customer, value }));
		noteSharers(
			byKey(named, (key) => key),
			PairReason.SAME_NAME,
			MOST_NAMESAKES
		);
		for (const [a, b] of similarNames(names)) note(a, b, PairReason.SIMILAR_NAME);
	}
	const pairs = [...found].map(([pair, reasons]) => {
		const [first, second] = [Math.floor(pair / size), pair % size];
		const all = reasons | againstOf(reasons, names?.[first] ?? '', names?.[second] ?? '');
		return { first, second, reasons: all, score: scoreOf(all) };
	});
	pairs.sort((a, b) => b.score - a.score || a.first - b.first || a.second - b.second);
	return {
		first: Uint32Array.from(pairs, ({ first }) => first),
		second: Uint32Array.from(pairs, ({ second }) => second),
		score: Float64Array.from(pairs, ({ score }) => score),
		reasons: Uint8Array.from(pairs, ({ reasons }) => reasons),
		crowded
	};
}

/**
 * How likely a pair is one customer by its reasons, 0 to 1.
 *
 * @example
 * scoreOf(2).toFixed(2) // => '0.90'
 * scoreOf(2 | 8).toFixed(2) // => '0.96'
 * scoreOf(2 | 32).toFixed(2) // => '0.45'
 */
export function scoreOf(reasons: number): number {
	let doubt = 1;
	for (const [reason, weight] of weights) if ((reasons & reason) !== 0) doubt *= 1 - weight;
	return (1 - doubt) * ((reasons & PairReason.OTHER_NAME) === 0 ? 1 : 0.5);
}

/** Different names of two that share something else; names that are only close do not count as different. */
function againstOf(reasons: number, one: string, other: string): number {
	const named = PairReason.SAME_NAME | PairReason.SIMILAR_NAME;
	if ((reasons & named) !== 0 || one === '' || other === '') return 0;
	return !isHan(one) && jaroWinkler(one, other) >= NOT_ALIKE
		? PairReason.SIMILAR_NAME
		: PairReason.OTHER_NAME;
}

function byKey(
	contacts: readonly { readonly customer: number; readonly value: string }[],
	keyOf: (value: string) => string
): Map<string, number[]> {
	const sharers = new Map<string, number[]>();
	for (const { customer, value } of contacts) {
		const key = keyOf(value);
		if (key === '') continue;
		const who = sharers.get(key);
		if (who === undefined) sharers.set(key, [customer]);
		else if (!who.includes(customer) && who.length <= MOST_SHARING) who.push(customer);
	}
	return sharers;
}

function areSimilar(one: string, other: string): boolean {
	const errors = Math.min(one.length, other.length) < LONG_NAME ? 1 : 2;
	return jaroWinkler(one, other) >= ALIKE && withinTypingErrors(one, other, errors);
}

function* similarNames(names: readonly string[]): Generator<[number, number]> {
	const long = names.flatMap((name, who) => (name.length >= SHORTEST_NAME && !isHan(name) ? [who] : []));
	const backwards = names.map((name) => [...name].reverse().join(''));
	for (const keys of [names, backwards]) {
		const order = long.slice().sort((a, b) => ((keys[a] as string) < (keys[b] as string) ? -1 : 1));
		for (let i = 0; i < order.length; i++) {
			const name = names[order[i] as number] as string;
			let compared = 0;
			for (let j = i + 1; j < order.length && compared < NEIGHBOURS; j++) {
				const other = names[order[j] as number] as string;
				// The same name is noted already, and shall not use up the neighbours.
				if (other === name) continue;
				compared++;
				if (areSimilar(name, other)) yield [order[i] as number, order[j] as number];
			}
		}
	}
}
