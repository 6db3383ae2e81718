import type { ControlTotals, PlacedRows, RowsAndAmount } from '#lib/core/dataset/control-totals.ts';
import { issueCodes, type IssueCode } from '#lib/core/dataset/row-issue.ts';
import { end, plain, said, start } from './columns.ts';
import type { Cell, TableModel } from './types.ts';
import type { Voice } from './voice.ts';

/** Where every row went, in rows and money, with the check that the parts make the whole. */
export function totalsTables(totals: ControlTotals, voice: Voice): { sound: boolean; tables: TableModel[] } {
	const { words } = voice;
	const { profit } = totals;
	const main = partsTable(totals, voice, {
		caption: words.totals.title(),
		rows: words.columns.rows(),
		money: words.columns.amount()
	});
	const profits =
		profit &&
		partsTable(profit, voice, {
			caption: words.totals.profit(),
			rows: words.totals.profitKnown(),
			money: words.totals.profitSum()
		});
	return {
		sound: main.sound && profits?.sound !== false,
		tables: [
			main.table,
			...(profits === undefined ? [] : [profits.table]),
			...issueTable(words.totals.reasons(), totals.rejectedBy, voice),
			...issueTable(words.totals.keptRemarks(), totals.remarks ?? {}, voice)
		]
	};
}

/** The parts that rows went to; those that need not be there are left out where they are not. */
function partsOf({ kept, merged, setAside, rejected }: PlacedRows, { words }: Voice) {
	const { undated, superseded, filtered } = setAside;
	const parts: readonly (readonly [string, RowsAndAmount | undefined])[] = [
		[words.totals.sales(), kept.sales],
		[words.totals.refunds(), kept.refunds],
		[words.totals.merged(), merged],
		[words.totals.noCustomer(), setAside.noCustomer],
		[words.totals.cancelled(), setAside.cancelled],
		[words.totals.zeroAmount(), setAside.zeroAmount],
		[words.totals.refundsUnmatched(), setAside.refundsUnmatched],
		[words.totals.undated(), undated],
		[words.totals.superseded(), superseded],
		[words.totals.filtered(), filtered],
		[words.totals.rejected(), rejected]
	];
	return parts.flatMap(([label, part]) => (part === undefined ? [] : [{ label, part }]));
}

function partsTable(
	totals: PlacedRows,
	voice: Voice,
	headings: { readonly caption: string; readonly rows: string; readonly money: string }
): { sound: boolean; table: TableModel } {
	const { words } = voice;
	const parts = partsOf(totals, voice);
	const sum = parts.reduce(
		(all, { part }) => ({ rows: all.rows + part.rows, amount: all.amount + part.amount }),
		{ rows: 0, amount: 0 }
	);
	const line = (label: string, part: RowsAndAmount): Cell[] => [
		plain(label),
		said(voice, 'count', part.rows),
		said(voice, 'money', part.amount)
	];
	return {
		sound: sum.rows === totals.source.rows && sum.amount === totals.source.amount,
		table: {
			caption: headings.caption,
			columns: [start(words.columns.where()), end(headings.rows), end(headings.money)],
			rows: [
				line(words.totals.source(), totals.source),
				...parts.map(({ label, part }) => line(label, part))
			],
			total: line(words.totals.sum(), sum)
		}
	};
}

/** Rows by what was said of them, the most frequent first; none without any. */
function issueTable(
	caption: string,
	found: Readonly<Partial<Record<IssueCode, number>>>,
	voice: Voice
): TableModel[] {
	// In an order of their own: that of the record's keys is lost in a snapshot.
	const issues = issueCodes
		.flatMap((code) => ((found[code] ?? 0) > 0 ? [[code, found[code] ?? NaN] as const] : []))
		.sort(([, a], [, b]) => b - a);
	if (issues.length === 0) return [];
	const { words } = voice;
	return [
		{
			caption,
			columns: [start(words.totals.reason()), end(words.columns.rows())],
			rows: issues.map(([code, rows]) => [
				plain(voice.remark('issues', { code, params: {} })),
				said(voice, 'count', rows)
			])
		}
	];
}
