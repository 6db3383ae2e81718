import { findingSources, type FindingsResult } from '#lib/api/index.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { findingWords, type FindingWords } from '#lib/i18n/finding-words.ts';
import { formatPeriod } from '#lib/i18n/format.ts';
import type { MethodId } from '#lib/state/view-contract.ts';
import type { Wording } from './shape-cards.ts';

/** A finding, and the mark that a click opens. */
export interface FindingItem extends FindingWords {
	readonly mark: string;
	readonly place: { readonly method: MethodId; readonly table: string; readonly row: number };
}

export interface FindingsShape {
	readonly items: readonly FindingItem[];
	readonly table: TableTwin;
	/** What is compared, and how much was found. */
	readonly finding: string;
}

/** The findings in words, strongest first, with their numbers as a table. */
export function shapeFindings(result: FindingsResult, wording: Wording): FindingsShape {
	const words = wording.messages.findings;
	const { rows, columns } = result.tables.findings;
	const items = Array.from({ length: rows }, (_, row): FindingItem => {
		const method = findingSources[columns.source[row] ?? 0] ?? 'overview';
		return {
			...findingWords(result, row, wording),
			// Segments and single customers stand on no other screen: the finding itself is opened.
			place:
				method === 'findings'
					? { method, table: 'findings', row }
					: { method, table: columns.table[row] ?? '', row: columns.row[row] ?? 0 }
		};
	});
	const { scalars, params } = result;
	const heads = ['now', 'was', 'low', 'high', 'p', 'money', 'surprise'] as const;
	return {
		items,
		table: {
			columns: [
				{ id: 'rank', label: words.columns.rank(), align: 'end' },
				{ id: 'group', label: words.columns.group() },
				{ id: 'text', label: words.columns.text() },
				...heads.map((id) => ({ id, label: words.columns[id](), align: 'end' as const }))
			],
			rows: items.map((item, row) => ({
				id: String(row),
				cells: [String(row + 1), item.group, item.lead, ...heads.map((id) => item[id])]
			}))
		},
		finding:
			rows === 0
				? words.findingNone()
				: words.finding[params.unit]({
						period: formatPeriod(scalars.period, params.unit, wording.locale, result.frame.yearStart),
						before: formatPeriod(scalars.before, params.unit, wording.locale, result.frame.yearStart),
						n: rows
					})
	};
}
