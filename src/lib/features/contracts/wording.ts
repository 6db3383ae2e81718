import type { ContractWords } from '#lib/i18n/contract-words.ts';
import type { AnalysisView } from '#lib/state/view-contract.ts';

/** What shaping needs to write numbers: the language, its words, those of this screen, and how money is written. */
export interface Wording extends ContractWords {
	readonly messages: AnalysisView['messages'];
}
