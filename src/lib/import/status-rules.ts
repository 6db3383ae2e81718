import type { ImportRecipe, StatusRule } from '#lib/core/dataset/recipe.ts';
import { plainly, simplified } from './simplified.ts';
import { withoutAccents } from './without-accents.ts';

/** A pattern of words that begin, and where marked by ` ` end, as words: `token` is not `ok`, `Testament` no `test`. */
const wordly = (pattern: string): RegExp =>
	plainly(pattern.replace(/\^/g, '(?<![a-z])').replace(/\$/g, '(?![a-z])'));

/** Words of what was given back, or called off. */
const GIVEN_BACK =
	'取消|退款|退货|作废|refund|return|cancel|chargeback|^void|storn|annul|rembours|reembols|devuel|devolv|rimbors|estorn|erstattet|zuruckge(?!stellt)|^retour|abgebrochen|キャンセル|返品|返金';

/** Words that say that nothing was sold (yet), or that it was given back. Looked for before the words below. */
const cancelledWords = wordly(
	`${GIVEN_BACK}|关闭|未付|待付|未支付|待支付|失败|测试|无效|废弃|fail|unpaid|pending|await|declin|reject|expired|abandon|^closed|^test(?:s|ing|ed|order|bestellung|kauf|auftrag)?$|draft|^lost$|prospect|engag|qualif|negotiat|proposal|意向|谈判|报价|unsuccess|unbezahlt|ausstehend|fehlgeschlagen|^attente|impay|impag|echou|refus|pendiente|fallid|rechaz|fallit|rifiut|pendente|recusad|未入金|入金待|未払|未決済|(?:決済|支払い?|お支払い)待|エラー|保留|中止`
);
const givenBack = wordly(GIVEN_BACK);

/** Words that say that it was, of orders alone. */
const OF_ORDERS =
	'已付|已支付|已发货|已签收|已收货|待发货|待收货|交易成功|paid|^ship|deliver|fulfil|invoiced|bezahlt|vversandt|versendet|geliefert|^payee?s?$|^livree?s?$|expedie|pagad|enviad|entregad|entregue|pagat|spedit|consegnat|^evas[aeio]$|faturad|^pago$|入金|発送|出荷';

/** Words that say that it was. Partial refunds stay in: the refund itself is a row of its own. */
const validWords = wordly(
	`${OF_ORDERS}|成功|完成|配送|发货|评价|complet|success|settled|captured|processing|closed won|^won$|confirmed|received|^done$|^ok(?:ay)?$|abgeschlossen|erledigt|^terminee?s?$|terminad|conclu(?!si)|aprovad|済|完了`
);
const ofOrders = wordly(OF_ORDERS);

/** Refunds and cancellations of a part. */
const inPart = wordly(
	'partial(?:ly)?[\\s_-]*(?:refund|return|cancel)|部分退|teil(?:weise)?[\\s_-]*(?:erstatt|ruckerstatt|zuruck|storn|retour)|partiel\\w*[\\s_-]+(?:rembours|annul|retourn)|par[cz]ial\\w*[\\s_-]+(?:reembols|devuel|devolv|estorn|cancel|rimbors|annul|storn)|(?:rembours|reembols|devuel|devolv|estorn|rimbors|annul|cancel|storn)\\w*[\\s_-]+(?:partiel|par[cz]ial)|(?:一部|部分)(?:返金|返品|キャンセル|取消)'
);

/** That nothing was given back. */
const notGivenBack = wordly(
	'未退款|无退款|没有申请退款|stornofrei|(?:返金|返品|キャンセル|取消)(?:なし|無し|不要)|未(?:返金|返品|キャンセル)'
);

/** What is denied: the words after a no. */
const denied = /(?<![a-z])(?:nicht|keine?|non|no|nao|not|pas|sin|sem|sans|senza)[\s_-]+(\S.*)$/;

/** That it was paid, which is denied. */
const payment = /bezahlt|paye|paga[dt]|pago|paid/;

/** What is not there yet, in one word: nothing is known of the money. */
const undone = wordly(
	'^un(?:erledigt|versandt|versendet|geliefert|confirmed|settled|completed|invoiced)|^inevas|未完'
);

/** What a status says whose words are denied; null when that does not say whether it counts. */
function whenDenied(words: string): StatusRule['treatment'] | null {
	if (payment.test(words)) return 'cancelled';
	// One thing that did not happen; longer texts tell more than this.
	return givenBack.test(words) && !/\s/.test(words) ? 'valid' : null;
}

/**
 * What a status says of its row, by its words; null when none of them is known, or when what is known is denied.
 *
 * @example
 * treatmentOf('交易成功') // => 'valid'
 * treatmentOf('付款以后用户退款成功，交易自动关闭') // => 'cancelled'
 * ['Storniert', 'Payée', 'キャンセル済み'].map(treatmentOf) // => ['cancelled', 'valid', 'cancelled']
 * ['Partially refunded', 'Teilstorno', '一部返金'].map(treatmentOf) // => ['valid', 'valid', 'valid']
 * ['Noch nicht bezahlt', 'Nicht storniert', 'Non evaso'].map(treatmentOf) // => ['cancelled', 'valid', null]
 * ['zzz', 'token', 'Testament'].map(treatmentOf) // => [null, null, null]
 */
export function treatmentOf(status: string): StatusRule['treatment'] | null {
	const text = wordsOf(status);
	if (inPart.test(text) || notGivenBack.test(text) || /^closed[\s_-]*won$/.test(text)) return 'valid';
	if (/\bunfulfilled\b/.test(text)) return 'valid';
	if (/\bincomplet(?:e|o|a|os|as)?\b/.test(text)) return 'cancelled';
	const words = denied.exec(text)?.[1];
	if (words !== undefined) {
		const treatment = whenDenied(words);
		return treatment === null && cancelledWords.test(text) && /\s/.test(words) ? 'cancelled' : treatment;
	}
	if (cancelledWords.test(text)) return 'cancelled';
	return validWords.test(text) && !undone.test(text) ? 'valid' : null;
}

const wordsOf = (status: string): string =>
	simplified(withoutAccents(status.normalize('NFKC').toLowerCase().trim()));

/** Different values of a column of statuses that none names, at most. */
const MOST_UNNAMED = 20;

/**
 * Whether the values of a column are nearly all known as statuses, some as only orders have them: paid or sent, and called off or
 * given back.
 *
 * @example
 * saysStatuses(['Entregue', 'Entregue', 'Cancelada']) // => true
 * saysStatuses(['confirmed', 'pending', 'expired']) // => false
 */
export function saysStatuses(cells: readonly string[]): boolean {
	const values = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
	if (values.size > MOST_UNNAMED) return false;
	const told = [...values].map((value) => ({ words: wordsOf(value), treatment: treatmentOf(value) }));
	const known = new Set([...values].filter((_, i) => told[i]?.treatment !== null));
	const filled = cells.filter((cell) => cell.trim() !== '');
	if (filled.filter((cell) => known.has(cell.trim())).length < 0.9 * filled.length) return false;
	return (
		told.some(({ words, treatment }) => treatment === 'valid' && ofOrders.test(words)) &&
		told.some(({ words, treatment }) => treatment === 'cancelled' && givenBack.test(words))
	);
}

/** Status values found, most frequent first, and a rule for each of which a word is known: of the others somebody has to say. */
export interface StatusGuess {
	readonly rules: readonly StatusRule[];
	readonly counts: readonly { readonly value: string; readonly rows: number }[];
}

/** Statuses of which somebody has to say whether their rows count: no word of them is known, and no rule was chosen. */
export function unruledStatuses(
	{ counts }: Pick<StatusGuess, 'counts'>,
	{ statusRules, choices }: Pick<ImportRecipe, 'statusRules' | 'choices'>
): StatusGuess['counts'] {
	if (choices.cancelled === 'keep') return [];
	const ruled = new Set(statusRules.map(({ value }) => value));
	return counts.filter(({ value }) => !ruled.has(value));
}

/** Values named in a question. */
const MOST_NAMED = 6;

/** Values with their counts, for a question: the most frequent ones. */
export const valuesSaid = (counts: StatusGuess['counts']): string =>
	[
		...counts.slice(0, MOST_NAMED).map(({ value, rows }) => `${value} ×${rows}`),
		...(counts.length > MOST_NAMED ? ['…'] : [])
	].join(' · ');

/** Statuses listed at most: a column with more of them is not one. */
const MOST_STATUSES = 200;

export function guessStatusRules(cells: readonly string[]): StatusGuess {
	const found = new Map<string, number>();
	for (const raw of cells) {
		const value = raw.trim();
		if (value !== '') found.set(value, (found.get(value) ?? 0) + 1);
	}
	const counts = [...found]
		.map(([value, rows]) => ({ value, rows }))
		.sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1))
		.slice(0, MOST_STATUSES);
	return {
		counts,
		rules: counts.flatMap(({ value }) => {
			const treatment = treatmentOf(value);
			return treatment === null ? [] : [{ value, treatment }];
		})
	};
}
