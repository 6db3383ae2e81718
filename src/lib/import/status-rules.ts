import type { StatusRule } from '#lib/core/dataset/recipe.ts';
import { plainly, simplified } from './simplified.ts';
import { withoutAccents } from './without-accents.ts';

/** Words that say that nothing was sold (yet), or that it was given back. Looked for before the words below. */
const cancelledWords = plainly(
	'取消|关闭|退款|退货|未付|待付|未支付|待支付|作废|失败|测试|无效|废弃|refund|return|cancel|void|fail|unpaid|pending|await|declin|reject|expired|abandon|chargeback|closed|test|draft|lost|not paid|prospect|engag|qualif|negotiat|proposal|意向|谈判|报价|storn|annul|cancelad|rembours|reembols|devuel|devolv|rimbors|estorn|erstattet|zuruckge|unbezahlt|ausstehend|abgebrochen|fehlgeschlagen|attente|impay|echou|refus|pendiente|fallid|rechaz|non pagat|fallit|rifiut|pendente|nao pag|recusad|キャンセル|返品|返金|未入金|入金待|未払|保留|中止'
);

/** Words that say that it was. Partial refunds stay in: the refund itself is a row of its own. */
const validWords = plainly(
	'成功|完成|已付|已支付|已发货|已签收|已收货|待发货|待收货|配送|发货|评价|paid|complet|ship|deliver|fulfil|success|settled|captured|processing|closed won|won|invoiced|confirmed|received|done|ok|bezahlt|abgeschlossen|versandt|versendet|geliefert|erledigt|payee|livre|expedie|termine|terminad|pagad|enviad|entregad|entregue|pagat|spedit|consegnat|evas|conclu|faturad|aprovad|pago|済|完了|発送|出荷'
);

/**
 * What a status says of its row, by its words; null when none of them is known.
 *
 * @example
 * treatmentOf('交易成功') // => 'valid'
 * treatmentOf('付款以后用户退款成功，交易自动关闭') // => 'cancelled'
 * ['Storniert', 'Payée', 'キャンセル済み'].map(treatmentOf) // => ['cancelled', 'valid', 'cancelled']
 * treatmentOf('Partially refunded') // => 'valid'
 * treatmentOf('zzz') // => null
 */
export function treatmentOf(status: string): StatusRule['treatment'] | null {
	const text = simplified(withoutAccents(status.normalize('NFKC').toLowerCase().trim()));
	if (/partial(?:ly)?[\s_-]*(?:refund|return)|部分退/.test(text)) return 'valid';
	if (/^closed[\s_-]*won$|^not[\s_-]*(?:cancel|return|refund)|未退款|无退款|没有申请退款/.test(text))
		return 'valid';
	if (/\bincomplete\b|\bunfulfilled\b/.test(text))
		return text.includes('unfulfilled') ? 'valid' : 'cancelled';
	if (cancelledWords.test(text)) return 'cancelled';
	return validWords.test(text) ? 'valid' : null;
}

/** Status values found, most frequent first, and a rule for each. Values without a known word count as valid. */
export interface StatusGuess {
	readonly rules: readonly StatusRule[];
	readonly counts: readonly { readonly value: string; readonly rows: number }[];
	/** Values that no word decided. */
	readonly unknown: readonly string[];
}

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
		rules: counts.map(({ value }) => ({ value, treatment: treatmentOf(value) ?? 'valid' })),
		unknown: counts.map(({ value }) => value).filter((value) => treatmentOf(value) === null)
	};
}
