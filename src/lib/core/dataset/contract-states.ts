import { stringAt, type Dictionary } from '../columns/dictionary.ts';

/** What a row's status says. */
export const contractStates = ['unsaid', 'running', 'ended'] as const;
export type ContractState = (typeof contractStates)[number];

/** What somebody decided that a status means: the header of its column, the value, and whether the contract is over. */
export interface StatusMeaning {
	readonly column: string;
	readonly value: string;
	readonly ended: boolean;
}

/** Headers that ask whether somebody left, in the languages that the import knows. */
const leaving =
	/churn(?!.*risk)|cancel(?!l?ab)|(?<![a-z])(?:is|has)?(?:terminat|expire|ended)|\bleft\b|lapsed|exited|attrition|inacti[fv]|inaktiv|inattiv|inativ|流失(?!.*(?:风险|風險))|终止|終止|取消(?!.*[续續])|退[订訂保网網会會]|解[约約]|离网|離網|(?<!unge)kundig|beendet|resili|\bbaja\b|disdett|cessat|rescind|encerrad|離脱/u;

/** Headers that ask whether somebody is still there. */
const staying =
	/(?<![a-z])(?:is_?)?acti(?:ve|f|vo|va)(?![a-z])|(?<![a-z])(?:aktiv|attivo|ativo|(?<!auto[ _-]?)renewed)(?![a-z])|在网|在網|在[约約]|是否[有续續]|有効|契約中/u;

/** Headers that ask the contrary of what their words say. */
const negated = /(?<![a-z])(?:not|non|never)(?![a-z])/u;

/** Words with which a status begins that says that it is over, each as it stands without accents. */
const ended = new RegExp(
	`^(?:${[
		'churn(?!.*risk)|cancel(?!l?ab)|terminat|(?:incomplete[ _-])?expired|ended|closed|inactive|lapsed|left(?![a-z])',
		'deactivated|discontinued|voided|not[ _-]active|not[ _-]renewed|non[ _-]renewed',
		'(?:合同|合约|合約|客户|客戶|用户|用戶|会员|會員|服务|服務|协议|協議|保单|保單)?(?:已|已经|已經)?(?:流失(?!.*(?:风险|風險))|解除(?!冻结|凍結|限制)|终止|終止|取消|到期|过期|過期|结束|結束|完结|完結|作废|作廢|退订|退訂|退保|解约|解約|失效|关闭|關閉|停用|注销|註銷|销户|離網|离网|退网|退會|退会)(?!(?:自动|自動)?[续續]|予定|提醒)',
		'[未不](?:再)?[续續][约約费費]',
		'gekundigt|beendet|abgelaufen|ausgelaufen|storniert|inaktiv|geschlossen|erloschen|ausgetreten',
		'resilie|termine|expire(?![a-z])|annule|echu|clos$|close$|cloture|inacti[fv]',
		'(?:de |dad[oa] de )?baja(?! prioridad)|terminad|vencid|caducad|finalizad|expirad|rescindid|anulad|cerrad',
		'disdett|cessat|scadut|terminat|annullat|conclus|chius|inattiv|rescisso',
		'encerrad|inativ|desligad|concluid',
		'(?:解約|終了|満了|退会|キャンセル|期限切れ|失効)(?!予定)'
	].join('|')})`,
	'u'
);

/** Without its accent it is another word: a firm order. */
const closedInFrench = /^fermé/u;

const yes = /^(?:yes|true|y|1|是|ja|oui|si|sim|はい)$/u;
const no = /^(?:no|false|n|0|否|nein|non|nao|いいえ)$/u;

/** As the words above stand: small letters, one width, without accents. */
const bare = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.toLowerCase()
		.trim();

/** A header with a blank between the words that it writes as one: "IsActiveMember". */
const headerWords = (header: string): string => bare(header.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));

/**
 * Whether a header asks who left.
 *
 * @example
 * ['Churn Label', 'Gekündigt', '是否流失', 'Status'].map(asksWhoLeft) // => [true, true, true, false]
 */
export function asksWhoLeft(header: string): boolean {
	const text = headerWords(header);
	return leaving.test(text) && !negated.test(text);
}

/**
 * What a status says of a contract unless somebody decided otherwise: that it ended, by a word for it, by a yes under a header that asks
 * who left, or a no under one that asks who is still there; anything else says that it runs, and an empty cell nothing.
 *
 * @example
 * statusOf('Churn', 'Yes') // => 'ended'
 * ['Yes', 'No'].map((value) => statusOf('Active', value)) // => ['running', 'ended']
 * ['已取消', '未到期', 'Résilié', 'Gekündigt', 'Dado de baja', '解約済'].map((value) => statusOf('状态', value)) // => ['ended', 'running', 'ended', 'ended', 'ended', 'ended']
 * statusOf('Status', '') // => 'unsaid'
 */
export function statusOf(header: string, value: string): ContractState {
	const text = bare(value);
	if (text === '') return 'unsaid';
	if (asksWhoLeft(header) && yes.test(text)) return 'ended';
	if (asksWhoStays(header) && no.test(text)) return 'ended';
	const isOver = ended.test(text) || closedInFrench.test(value.trim().toLowerCase().normalize('NFC'));
	return isOver ? 'ended' : 'running';
}

function asksWhoStays(header: string): boolean {
	const text = headerWords(header);
	return staying.test(text) && !leaving.test(text) && !negated.test(text);
}

/** What a column says of the states of contracts, value by value. */
export interface SaidStatuses {
	readonly column: string;
	readonly values: Dictionary;
	/** One per row; `NO_CODE` for an empty cell. */
	readonly codes: Uint32Array;
	/** By value: an index into `contractStates`. */
	readonly states: Uint8Array;
	/** By value: whether somebody decided it. */
	readonly decided: Uint8Array;
}

/**
 * What each value of a column of statuses means: what somebody decided of it, else what its words say. Time: linear in the values.
 *
 * @example
 * const bytes = new TextEncoder().encode('ActiveFrozenExpired');
 * const values = { size: 3, bytes, offsets: Uint32Array.of(0, 6, 12, 19) };
 * const decisions = [{ column: 'Status', value: 'Frozen', ended: true }];
 * const { states, decided } = saidStatuses('Status', values, Uint32Array.of(0, 1, 2), decisions);
 * [...states] // => [1, 2, 2]
 * [...decided] // => [0, 1, 0]
 */
export function saidStatuses(
	column: string,
	values: Dictionary,
	codes: Uint32Array,
	decisions: readonly StatusMeaning[]
): SaidStatuses {
	const chosen = new Map(
		decisions.filter((own) => own.column === column).map(({ value, ended: over }) => [value, over])
	);
	const words = Array.from({ length: values.size }, (_, entry) => stringAt(values, entry));
	return {
		column,
		values,
		codes,
		states: Uint8Array.from(words, (value) => {
			const over = chosen.get(value);
			const state = over === undefined ? statusOf(column, value) : over ? 'ended' : 'running';
			return contractStates.indexOf(state);
		}),
		decided: Uint8Array.from(words, (value) => (chosen.has(value) ? 1 : 0))
	};
}

/**
 * Of what somebody decided that which a column is read by: what is said of its own values. Time: linear in the values and decisions.
 *
 * @example
 * const values = { size: 1, bytes: new TextEncoder().encode('Frozen'), offsets: Uint32Array.of(0, 6) };
 * const frozen = { column: 'Status', value: 'Frozen', ended: true };
 * const decisions = [frozen, { ...frozen, value: 'Gone' }, { ...frozen, column: 'State' }];
 * decisionsOn(saidStatuses('Status', values, Uint32Array.of(0), decisions), decisions) // => [{ column: 'Status', value: 'Frozen', ended: true }]
 * decisionsOn(null, decisions) // => []
 */
export function decisionsOn(
	said: SaidStatuses | null,
	decisions: readonly StatusMeaning[]
): readonly StatusMeaning[] {
	if (said === null) return [];
	const { column, values, decided } = said;
	const entries = [...decided.keys()].filter((entry) => decided[entry] === 1);
	const words = new Set(entries.map((entry) => stringAt(values, entry)));
	return decisions.filter((own) => own.column === column && words.has(own.value));
}
