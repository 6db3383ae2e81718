import * as v from 'valibot';
import type { Analysis } from '#lib/api/analysis-api.ts';
import { ORDER_CUSTOMERS, type Link } from '#lib/core/dataset/link.ts';
import type { EntityTable } from '#lib/core/dataset/entity-table.ts';
import { columnsOfEntityTable, entityShapeOf } from '#lib/core/dataset/entity-columns.ts';
import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import type { LayoutItem } from '#lib/core/dataset/report-layout.ts';
import type { SharingRules } from '#lib/core/dataset/sharing.ts';
import type { SourcesBeside } from '#lib/core/dataset/sources.ts';
import { columnsOfTable, shapeOf } from '#lib/core/dataset/table-columns.ts';
import type { TableManifest } from '#lib/core/dataset/table-manifest.ts';
import type { Workspace } from '#lib/core/dataset/workspace.ts';
import { undecided } from '#lib/core/identity/decide.ts';
import type { MergedIds } from '#lib/core/identity/types.ts';
import type { StatusMeaning } from '#lib/core/dataset/contract-states.ts';
import type { Pause } from '#lib/core/links/key-space.ts';
import type { ChurnResult } from '#lib/core/methods/churn/types.ts';
import type { Table } from '#lib/core/result/table.ts';
import { answerColumn, discloseReasons } from '../disclose/disclose-reasons.ts';
import type { Coder } from '../disclose/pseudonyms.ts';
import type { ReportInput } from '../types.ts';
import { writeSnapshot } from '../snapshot/write-snapshot.ts';
import { sendable } from '../snapshot/personal-steps.ts';
import { keptStatuses } from './kept-statuses.ts';
import { isKept, readsChanged, reckonRows } from './reckon-rows.ts';
import { ORDERS, type RowsBody } from './rows-schema.ts';
import { shareRows, type AppliedRule, type SharedRows } from './share-rows.ts';
import { writeRows } from './write-rows.ts';

/** A table as it is stored, and how it is linked to the customers of the orders. */
export interface TableToShare {
	readonly manifest: TableManifest;
	readonly table: EntityTable;
	readonly column: number;
	readonly link: Link;
}

/** All that a file with rows is made of. */
export interface RowsInput {
	readonly workspace: Workspace;
	readonly manifest: DatasetManifest;
	readonly orders: OrderTable;
	readonly tables: readonly TableToShare[];
	readonly beside: SourcesBeside;
	readonly rules: SharingRules | null;
	readonly coder: () => Promise<Coder>;
	readonly pause: Pause;
}

/**
 * A snapshot with the rows behind it, by the rules of the workspace. It says what these rows give: customers that go by codes stand
 * in another order, by which ties are broken and samples are drawn. What asks for a column that was left out stays as it was.
 *
 * @throws whatever `pause` and `coder` throw.
 */
export async function rowsFile(report: ReportInput, input: RowsInput): Promise<Blob> {
	const { workspace, manifest, beside, rules, pause } = input;
	const own = input.tables.map(({ manifest: { name }, table, column }) => ({ name, table, column }));
	const shared = await shareRows(input.orders, own, rules, input.coder, pause);
	const linked = input.tables.flatMap(({ manifest: { name, fingerprint } }) =>
		beside.linked.filter((one) => one.name === name && one.fingerprint === fingerprint).slice(0, 1)
	);
	const sent = sendable(manifest, { ...beside, linked }, rules);
	const { merged, apart } = workspace.sameCustomers ?? undecided;
	const tables = shared.tables.map(({ table, from }, i): Omit<RowsBody['tables'][number], 'columns'> => {
		const told = (input.tables[i] as TableToShare).manifest;
		return {
			manifest: asFiled(told, table, from, sent.stepsWithheld === true),
			shape: asWritten(entityShapeOf(table))
		};
	});
	const idsOf = (groups: readonly MergedIds[]) =>
		groups.map((ids) => ids.map(shared.idOf).filter(isNamed)).filter(({ length }) => length > 1);
	const coded = shared.rules.some(({ column, policy }) => column === 'customer' && policy !== 'keep');
	const again = await reckonRows(
		{
			manifest: { ...manifest, attributes: shared.orders.attributes.map(({ header }) => header) },
			attributesBefore: manifest.attributes,
			orders: shared.orders,
			merged: idsOf(merged),
			coded,
			refunds: report.refunds,
			rules: shared.rules,
			linked: shared.tables.map(({ table, from }, i) => {
				const { manifest: told, column } = input.tables[i] as TableToShare;
				const own = { ...told, ...(tables[i] as (typeof tables)[number]).manifest };
				return { manifest: own, column: from.indexOf(column), table };
			})
		},
		pause
	);
	const analyses: Analysis[] = [];
	for (const one of report.analyses) {
		analyses.push((await again(one.result)) ?? (await keptAnalysis(one, shared.rules, input, report)));
	}
	const snapshot = writeSnapshot({ ...report, analyses, ...(coded && { coded }) });
	const body = {
		workspace: workspace.name,
		settings: settingsOf(workspace, shared.rules, (said) => keptStatuses(said, own, shared)),
		same: {
			merged: idsOf(merged),
			apart: apart
				.map(([one, other]): [string, string] => [shared.idOf(one), shared.idOf(other)])
				.filter((pair) => pair.every(isNamed))
		},
		rules: shared.rules.map((rule) => ({ ...rule })),
		orders: { shape: asWritten(shapeOf(shared.orders)) },
		tables,
		links: input.tables.map(({ link, manifest: { id } }, i) => linkOf(link, id, i, shared)),
		beside: asWritten(sent.beside)
	};
	const columns = shared.tables.map(({ table }) => columnsOfEntityTable(table));
	return writeRows({ snapshot, body, orders: columnsOfTable(shared.orders), tables: columns }, pause);
}

const isNamed = (id: string): boolean => id !== '';

/** As the schema's own type has it: lists that nobody writes to. */
type Written<T> = T extends readonly (infer E)[]
	? Written<E>[]
	: T extends object
		? { -readonly [K in keyof T]: Written<T[K]> }
		: T;
const asWritten = <T>(value: T): Written<T> => value as Written<T>;

/** What is told of a table: of the columns that go, and of nothing that stays behind. */
function asFiled(
	{ id: _, workspaceId: __, recipe, sources, columns, ...told }: TableManifest,
	table: EntityTable,
	from: readonly number[],
	isBare: boolean
): RowsBody['tables'][number]['manifest'] {
	const bare = <R extends TableManifest['recipe']>({ steps, ...rest }: R) =>
		isBare || steps === undefined ? rest : { ...rest, steps };
	const filed: Omit<TableManifest, 'id' | 'workspaceId'> = {
		...told,
		recipe: bare(recipe),
		...(sources !== undefined && {
			sources: sources.map((source) => ({ ...source, recipe: bare(source.recipe) }))
		}),
		rejectsBytes: 0,
		totals: {
			...told.totals,
			money: told.totals.money.filter(({ header }) => table.columns.some((own) => own.header === header))
		},
		columns: table.columns.map((column, i) => {
			const before = columns[from[i] as number] as TableManifest['columns'][number];
			const isCoded = column.type === 'key' || column.type === 'category';
			return { ...before, distinct: isCoded ? column.dictionary.size : before.distinct };
		})
	};
	// The schema's type, whose lists could be written to.
	return filed as RowsBody['tables'][number]['manifest'];
}

function linkOf(
	{ from, role, fromColumn, toColumn, rates }: Link,
	table: string,
	place: number,
	{ tables }: SharedRows
): RowsBody['links'][number] {
	const moved = (column: number): number =>
		column === ORDER_CUSTOMERS ? ORDERS : (tables[place]?.from.indexOf(column) ?? ORDERS);
	const [out, back] = from === table ? [place, ORDERS] : [ORDERS, place];
	const ends = { fromColumn: moved(fromColumn), toColumn: moved(toColumn ?? ORDER_CUSTOMERS) };
	return { from: out, to: back, role, ...ends, rates: { ...rates } };
}

/**
 * The client's own answer where rows give none: without lists of customers, whose places are those of the client's ids, and without
 * the values of a column of reasons that does not go as it is.
 */
async function keptAnalysis(
	{ result, provenance }: Analysis,
	rules: readonly AppliedRule[],
	{ coder }: RowsInput,
	{ request: { locale } }: ReportInput
): Promise<Analysis> {
	const tables = Object.fromEntries(
		Object.entries(result.tables).map(([name, table]) => [
			name,
			'customer' in table.columns ? withoutRows(table) : table
		])
	);
	const bare = { ...result, tables };
	if (bare.method !== 'churn' || !readsChanged(bare, rules)) return { result: bare, provenance };
	// The id says whose tables these are.
	return { result: await discloseReasons(bare as ChurnResult, { rules: null, coder, locale }), provenance };
}

const withoutRows = ({ columns, types }: Table): Table => ({
	rows: 0,
	columns: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.slice(0, 0)])),
	types
});

/** What numbers and the report depend on. Reasons of a column that is not as it was would mean nothing. */
function settingsOf(
	{ settings }: Workspace,
	rules: readonly AppliedRule[],
	kept: KeptStatuses
): RowsBody['settings'] {
	const { weekStart, yearStart, refunds, currency, zone, tiers, lossReasons, contractStatuses, report } =
		settings;
	return asWritten({
		weekStart,
		refunds,
		...(yearStart !== undefined && { yearStart }),
		...(currency !== undefined && { currency }),
		...(zone !== undefined && { zone }),
		...(tiers !== undefined && { tiers }),
		...(lossReasons !== undefined && isKept(answerColumn(lossReasons), rules) && { lossReasons }),
		...(contractStatuses !== undefined && { contractStatuses: kept(contractStatuses) }),
		...(report !== undefined && {
			report: { ...report, items: report.items.map((item) => withKeptValues(item, rules, kept)) }
		})
	});
}

/** A piece of a report; what it was asked about reasons and statuses goes only with their columns. */
function withKeptValues(item: LayoutItem, rules: readonly AppliedRule[], kept: KeptStatuses): LayoutItem {
	if (item.kind !== 'piece' || item.view === null) return item;
	const { lossReasons, statuses, ...params } = item.view.params;
	const reasons = v.safeParse(source, lossReasons);
	const said = v.safeParse(meanings, statuses);
	return {
		...item,
		view: {
			...item.view,
			params: {
				...params,
				...(reasons.success && isKept(answerColumn(reasons.output), rules) && { lossReasons }),
				...(said.success && { statuses: kept(said.output) })
			}
		}
	};
}

type KeptStatuses = (statuses: readonly StatusMeaning[]) => readonly StatusMeaning[];

const meanings = v.array(v.object({ column: v.string(), value: v.string(), ended: v.boolean() }));

const source = v.object({ table: v.nullable(v.string()), column: v.string() });
