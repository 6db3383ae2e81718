import type { AnyComparison, Comparison, RowsAndAmount, TableComparison } from '#lib/api/index.ts';
import { formatCount, formatMoney } from '#lib/i18n/format.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Locale } from '#lib/i18n/messages.ts';
import type { TableRow } from '#lib/ui/types.ts';

/** What a file adds to what is there, in words. */
export interface ComparisonShape {
	/** What is new, and what of the rest. */
	readonly finding: readonly [string, readonly string[]];
	readonly columns: readonly {
		readonly id: string;
		readonly label: string;
		readonly wrap?: boolean;
		readonly align?: 'end';
	}[];
	readonly rows: readonly TableRow[];
	/** Whether adding it would change nothing. */
	readonly isNothing: boolean;
}

interface Wording {
	readonly texts: TopicTexts<'joining'>;
	readonly locale: Locale;
}

/** Of orders rows with their money and orders that contradict; of another table rows, and those that take an older one's place. */
export function shapeComparison(comparison: AnyComparison, wording: Wording): ComparisonShape {
	return 'changed' in comparison ? ofOrders(comparison, wording) : ofTable(comparison, wording);
}

function ofOrders(comparison: Comparison, { texts, locale }: Wording): ComparisonShape {
	const { recognised, added, changed, customers } = comparison;
	const line = (id: 'recognised' | 'added' | 'changed', { rows, amount }: RowsAndAmount): TableRow => ({
		id,
		cells: [texts[id](), formatCount(rows, locale), formatMoney(amount, locale, comparison, true)]
	});
	const contradicts = changed.orders > 0;
	return {
		finding: [
			findingOf(added.rows, texts),
			[
				texts.findingRest({ n: recognised.rows }),
				...(contradicts ? [texts.findingChanged({ n: changed.orders })] : []),
				texts.findingCustomers({ n: customers.known, all: customers.file })
			]
		],
		columns: [...columnsOf(texts), { id: 'money', label: texts.money(), align: 'end' }],
		rows: [
			line('recognised', recognised),
			line('added', added),
			...(contradicts ? [line('changed', changed.after)] : [])
		],
		isNothing: added.rows === 0 && !contradicts
	};
}

function ofTable(
	{ recognised, replaced, added }: TableComparison,
	{ texts, locale }: Wording
): ComparisonShape {
	const line = (id: 'recognised' | 'replaced' | 'added', n: number): TableRow => ({
		id,
		cells: [texts[id](), formatCount(n, locale)]
	});
	return {
		finding: [
			findingOf(added, texts),
			[
				texts.findingRest({ n: recognised }),
				...(replaced > 0 ? [texts.findingReplaced({ n: replaced })] : [])
			]
		],
		columns: columnsOf(texts),
		rows: [line('recognised', recognised), line('replaced', replaced), line('added', added)],
		isNothing: added + replaced === 0
	};
}

const findingOf = (added: number, texts: Wording['texts']): string =>
	added === 0 ? texts.findingNone() : texts.finding({ n: added });

const columnsOf = (texts: Wording['texts']): ComparisonShape['columns'] => [
	{ id: 'kind', label: texts.kind(), wrap: true },
	{ id: 'rows', label: texts.rows(), align: 'end' }
];
