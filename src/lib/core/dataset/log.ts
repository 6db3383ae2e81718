import type { ControlTotals } from './control-totals.ts';
import type { DatasetManifest } from './manifest.ts';
import type { TableManifest, TableTotals } from './table-manifest.ts';

/** What the log of a workspace tells of. */
export const logKinds = [
	'import',
	'change',
	'append',
	'keep',
	'export',
	'delete',
	'restore',
	'rename',
	'original'
] as const;
export type LogKind = (typeof logKinds)[number];

/** The files that leave the app, by what they are. */
export const exportForms = [
	'html',
	'snapshot',
	'xlsx',
	'csv',
	'parquet',
	'pptx',
	'customers',
	'rows',
	'rejects',
	'recipe',
	'original',
	'comparison',
	'benchmark',
	'log',
	'orphans',
	'picture',
	'table'
] as const;
export type ExportForm = (typeof exportForms)[number];

/**
 * One thing that was done in a workspace: names, counts, hashes and codes; never a value of the data. `subject` is the
 * name of what it was done to: a dataset, a workspace, or the file that left.
 */
export interface LogEntry {
	/** Milliseconds since 1970-01-01 UTC. */
	readonly at: number;
	readonly workspaceId: string;
	readonly kind: LogKind;
	readonly subject: string;
	/** Why it came to nothing, as a code of the catalogue of errors; absent where it was done. */
	readonly failed?: string;
	/** Of imports: the file read, and how. */
	readonly file?: { readonly name: string; readonly size: number };
	readonly fingerprint?: string;
	/** SHA-256 over the recipe in canonical JSON. */
	readonly recipe?: string;
	readonly durationMs?: number;
	/** Where rows and money went; money in smallest units. */
	readonly totals?: LoggedTotals;
	/** Of exports. `rows` of a list; `names`: whether customers' names or ids are in it. */
	readonly export?: {
		readonly form: ExportForm;
		readonly rows?: number;
		readonly names: boolean;
		readonly locked: boolean;
		/** What was left out: groups of fewer than so many; so many columns left out, and masked or replaced by codes. */
		readonly hideBelow?: number;
		readonly dropped?: number;
		readonly coded?: number;
	};
}

/** Control totals in short: in = kept + merged + set aside + rejected, in rows and in each money. */
export interface LoggedTotals {
	readonly rows: LoggedParts;
	/** Of orders their amounts, in units of `scale`. */
	readonly money?: LoggedParts;
	readonly scale?: number;
	/** Of a table of another entity each column of money. */
	readonly columns?: readonly LoggedMoney[];
	readonly currency: string | null;
}

/** The money of a column in short, in its smallest units. */
export interface LoggedMoney extends LoggedParts {
	readonly header: string;
	readonly scale: number;
}

export interface LoggedParts {
	readonly in: number;
	readonly kept: number;
	readonly merged: number;
	readonly setAside: number;
	readonly rejected: number;
}

/**
 * The totals of a dataset or table as the log tells them: refunds are part of what is kept; rows that cleaning steps took
 * out, and those whose place newer ones took, are set aside like all others that do not count.
 *
 * @example
 * const [five, none] = [{ rows: 5, amount: 900 }, { rows: 0, amount: 0 }];
 * const setAside = { noCustomer: none, cancelled: none, zeroAmount: none, refundsUnmatched: none };
 * const parts = { source: five, kept: { sales: five, refunds: none }, merged: none, setAside, rejected: none };
 * const totals = { ...parts, rejectedBy: {}, duplicatesSeen: 0, blankLines: 0 };
 * loggedTotals({ totals, scale: 2, currency: null }).money.kept // => 900
 * @example
 * const counts = { source: 5, kept: 2, merged: 1, filtered: 1, replaced: 1, rejected: 0 };
 * loggedTotals({ entity: 'ticket', totals: { ...counts, money: [] }, currency: null }).rows.setAside // => 2
 */
export function loggedTotals(
	manifest:
		| Pick<DatasetManifest, 'totals' | 'scale' | 'currency'>
		| Pick<TableManifest, 'entity' | 'totals' | 'currency'>
): LoggedTotals {
	const { currency } = manifest;
	if ('entity' in manifest) {
		const { money, ...rows } = manifest.totals;
		const columns = money.map((of) => ({ header: of.header, scale: of.scale, ...tableParts(of) }));
		return { rows: tableParts(rows), columns, currency };
	}
	const { totals, scale } = manifest;
	return { rows: partsOf(totals, 'rows'), money: partsOf(totals, 'amount'), scale, currency };
}

type TableParts = Pick<TableTotals, 'source' | 'kept' | 'merged' | 'filtered' | 'replaced' | 'rejected'>;

const tableParts = (of: TableParts): LoggedParts => ({
	in: of.source,
	kept: of.kept,
	merged: of.merged,
	setAside: (of.filtered ?? 0) + (of.replaced ?? 0),
	rejected: of.rejected
});

function partsOf(
	{ source, kept, merged, setAside, rejected }: ControlTotals,
	of: 'rows' | 'amount'
): LoggedParts {
	return {
		in: source[of],
		kept: kept.sales[of] + kept.refunds[of],
		merged: merged[of],
		setAside: Object.values(setAside).reduce((sum, part) => sum + part[of], 0),
		rejected: rejected[of]
	};
}
