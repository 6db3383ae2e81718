import type { ControlTotals, RowsAndAmount } from '#lib/core/dataset/control-totals.ts';
import { issueCodes, type IssueCode } from '#lib/core/dataset/row-issue.ts';
import { end, plain, said, start } from './columns.ts';
import type { Cell, TableModel } from './types.ts';
import type { Voice } from './voice.ts';

/** Where every row went, in rows and money, with the check that the parts make the whole. */
export function totalsTables(totals: ControlTotals, voice: Voice): { sound: boolean; tables: TableModel[] } {
	const { words } = voice;
	const parts: readonly (readonly [string, RowsAndAmount])[] = [
		[words.totals.sales(), totals.kept.sales],
		[words.totals.refunds(), totals.kept.refunds],
		[words.totals.merged(), totals.merged],
		[words.totals.noCustomer(), totals.setAside.noCustomer],
		[words.totals.cancelled(), totals.setAside.cancelled],
		[words.totals.zeroAmount(), totals.setAside.zeroAmount],
		[words.totals.refundsUnmatched(), totals.setAside.refundsUnmatched],
		...(totals.setAside.undated === undefined
			? []
			: [[words.totals.undated(), totals.setAside.undated] as const]),
		...(totals.setAside.superseded === undefined
			? []
			: [[words.totals.superseded(), totals.setAside.superseded] as const]),
		...(totals.setAside.filtered === undefined
			? []
			: ([[words.totals.filtered(), totals.setAside.filtered]] as const)),
		[words.totals.rejected(), totals.rejected]
	];
	const sum = parts.reduce(
		(all, [, part]) => ({ rows: all.rows + part.rows, amount: all.amount + part.amount }),
		{ rows: 0, amount: 0 }
	);
	const line = (label: string, part: RowsAndAmount): Cell[] => [
		plain(label),
		said(voice, 'count', part.rows),
		said(voice, 'money', part.amount)
	];
	const main: TableModel = {
		caption: words.totals.title(),
		columns: [start(words.columns.where()), end(words.columns.rows()), end(words.columns.amount())],
		rows: [line(words.totals.source(), totals.source), ...parts.map(([label, part]) => line(label, part))],
		total: line(words.totals.sum(), sum)
	};
	const tables = [main];
	const byIssue = (caption: string, found: Readonly<Partial<Record<IssueCode, number>>>) => {
		// In an order of their own: that of the record's keys is lost in a snapshot.
		const issues = issueCodes
			.flatMap((code) => ((found[code] ?? 0) > 0 ? [[code, found[code] ?? NaN] as const] : []))
			.sort(([, a], [, b]) => b - a);
		if (issues.length === 0) return;
		tables.push({
			caption,
			columns: [start(words.totals.reason()), end(words.columns.rows())],
			rows: issues.map(([code, rows]) => [
				plain(voice.remark('issues', { code, params: {} })),
				said(voice, 'count', rows)
			])
		});
	};
	byIssue(words.totals.reasons(), totals.rejectedBy);
	byIssue(words.totals.keptRemarks(), totals.remarks ?? {});
	return { sound: sum.rows === totals.source.rows && sum.amount === totals.source.amount, tables };
}
