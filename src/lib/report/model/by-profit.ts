import { wordsByProfit } from '#lib/i18n/profit-words.ts';
import type { Voice } from './voice.ts';

/** The voice that speaks of profit where revenue is spoken of; as it is where revenue counts. */
export function voiceByProfit(voice: Voice, basis: 'profit' | undefined): Voice {
	if (basis === undefined) return voice;
	const { words } = voice;
	const by = voice.messages.byProfit;
	return {
		...voice,
		messages: wordsByProfit(voice.messages, basis),
		words: {
			...words,
			columns: { ...words.columns, revenue: by.revenue, revenueShare: by.share },
			rfm: {
				...words.rfm,
				lead: by.report.lead,
				typesLead: by.report.typesLead,
				quiet: ({ n, who, amount }) => by.report.quiet({ n, who, amount }),
				matrixFinding: by.report.matrixFinding,
				matrixReading: by.report.matrixReading,
				matrixTitleRfm: by.rfm.titleFm
			}
		}
	};
}
