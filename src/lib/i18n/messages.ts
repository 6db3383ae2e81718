import en from './en/index.ts';
import enBenchmark from './en/benchmark.ts';
import enComparison from './en/comparison.ts';
import enContracts from './en/contracts.ts';
import enMigration from './en/migration.ts';
import enReporting from './en/reporting.ts';
import enSharing from './en/sharing.ts';
import zhCN from './zh-CN/index.ts';
import zhBenchmark from './zh-CN/benchmark.ts';
import zhComparison from './zh-CN/comparison.ts';
import zhContracts from './zh-CN/contracts.ts';
import zhMigration from './zh-CN/migration.ts';
import zhReporting from './zh-CN/reporting.ts';
import zhSharing from './zh-CN/sharing.ts';
import type { Locale } from './locales.ts';
import { makeMessages, type AllMessages } from './make-messages.ts';

export { locales, type Locale } from './locales.ts';
export type { AllMessages, MessageFunction, Messages } from './make-messages.ts';

const made = new Map<Locale, AllMessages>();

/**
 * The messages of a language, as typed functions. Holds the texts of both and the words of reports: for
 * workers and tests. The page, which shows one language at a time, loads that one alone (see load-messages.ts).
 *
 * @example
 * messagesFor('en').common.customers({ n: 4338 }) // => '4,338 customers'
 */
export function messagesFor(locale: Locale): AllMessages {
	let messages = made.get(locale);
	if (messages === undefined) {
		const catalogue =
			locale === 'zh-CN'
				? {
						...zhCN,
						benchmark: zhBenchmark,
						comparison: zhComparison,
						contracts: zhContracts,
						migration: zhMigration,
						reporting: zhReporting,
						sharing: zhSharing
					}
				: {
						...en,
						benchmark: enBenchmark,
						comparison: enComparison,
						contracts: enContracts,
						migration: enMigration,
						reporting: enReporting,
						sharing: enSharing
					};
		// What stands in the catalogue is what the messages have: the words of reports as well.
		messages = makeMessages(locale, catalogue) as AllMessages;
		made.set(locale, messages);
	}
	return messages;
}
