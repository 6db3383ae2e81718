import type { RfmResult } from '#lib/core/methods/rfm/types.ts';
import {
	amountFormat,
	headOf,
	rfmSourceNames,
	sourceNote,
	wordsOfSource,
	type RfmSourceNames
} from '#lib/i18n/rfm-source.ts';
import type { MethodContent } from './content.ts';
import type { Block, Cell, Labelled, TableModel } from './types.ts';
import type { Voice } from './voice.ts';

/** What RFM is of, in the words of a report; null for orders. */
export interface ReportSource {
	readonly names: RfmSourceNames;
	/** Speaks of the rows of the source and of their numbers, where the report speaks of orders and money. */
	readonly voice: Voice;
	/** The table and the column of its numbers. */
	readonly parameter: Labelled;
}

/** The words of a report for the rows of a linked table; null where RFM is of orders. */
export function reportSource(result: RfmResult, voice: Voice): ReportSource | null {
	const { messages, words, locale, style } = voice;
	const by = messages.rfmSource;
	const names = rfmSourceNames(result, by);
	if (names === null) return null;
	const { record, records, measure } = names;
	const amount = amountFormat(names, locale, style);
	const note = sourceNote(result, names, by);
	return {
		names,
		parameter: { label: by.label(), value: [names.table, names.value].filter(Boolean).join(' · ') },
		voice: {
			...voice,
			messages: wordsOfSource(messages, names),
			words: {
				...words,
				rfm: {
					...words.rfm,
					lead: (given) => by.report.lead({ ...given, measure }),
					quiet: (given) => by.report.quiet({ ...given, measure }),
					typesLead: (given) => by.report.typesLead({ ...given, measure }),
					base: (given) => `${note} ${by.report.base({ ...given, record })}`,
					matrixTitle: by.title,
					matrixTitleRfm: () => by.titleFm({ measure }),
					matrixFinding: () => by.report.matrixFinding({ measure }),
					matrixReading: () => by.report.matrixReading({ measure }),
					rangeOrders: (given) => by.range({ ...given, records })
				},
				columns: {
					...words.columns,
					revenue: () => headOf(names),
					revenueShare: () => by.report.share({ measure }),
					medianFrequency: () => by.report.frequency({ records })
				},
				values: { ...words.values, orders: () => records, days: () => by.days(names) }
			},
			money: amount.full,
			moneyShort: amount.short
		}
	};
}

/** What is said of RFM with its amounts as the plain numbers that they are: in files as well no money. */
export function asNumbers({ blocks, ...content }: MethodContent): MethodContent {
	return { ...content, blocks: blocks.map(blockAsNumbers) };
}

function blockAsNumbers(block: Block): Block {
	switch (block.kind) {
		case 'matrix':
			return { ...block, matrix: { ...block.matrix, as: 'number' } };
		case 'table':
		case 'figure':
			return { ...block, table: tableAsNumbers(block.table) };
		default:
			return block;
	}
}

const tableAsNumbers = (table: TableModel): TableModel => ({
	...table,
	rows: table.rows.map((row) => row.map(asNumber))
});
const asNumber = (cell: Cell): Cell => (cell.as === 'money' ? { ...cell, as: 'number' } : cell);
