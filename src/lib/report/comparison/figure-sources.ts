import type { FigureId, FigureKind } from '#lib/api/comparison-api.ts';
import type { CustomerFigure } from '#lib/core/comparison/split-change.ts';
import { NO_GROUP, type StandingGroup, type Standings } from '#lib/core/comparison/types.ts';
import type { Counted } from '#lib/core/math/compare/newcombe.ts';
import type { ChurnResult } from '#lib/core/methods/churn/types.ts';
import type { RetentionResult } from '#lib/core/methods/retention/types.ts';
import type { MethodResult } from '#lib/core/methods/types.ts';
import { numberAt } from '../model/columns.ts';

/** Where a figure stands in the results of its method, and what it says of single customers. */
export interface FigureSource {
	readonly id: FigureId;
	readonly method: string;
	readonly as: FigureKind;
	readonly group?: { readonly of: StandingGroup; readonly code: number };
	readonly n?: number;
	readonly value: (result: MethodResult) => number;
	/** Of a rate of customers: so many of so many. */
	readonly counted?: (result: MethodResult) => Counted;
	/** What it is a part of: a change ranks by its share of that. */
	readonly whole?: 'customers' | 'orders' | 'revenue';
	/** The same from where each customer stands. */
	readonly customers?: (standings: Standings) => CustomerFigure;
	/** Parameters without which it means something else. */
	readonly rests?: readonly string[];
}

const scalar =
	(name: string) =>
	({ scalars }: MethodResult): number =>
		scalars[name] ?? Number.NaN;
const ratio = (of: string, by: string) => (result: MethodResult) => scalar(of)(result) / scalar(by)(result);
const atLeast = (orders: Float64Array, n: number) => orders.map((own) => (own >= n ? 1 : 0));

const overview: readonly Omit<FigureSource, 'method'>[] = [
	{
		id: 'customers',
		as: 'count',
		value: scalar('customers'),
		whole: 'customers',
		customers: ({ orders }) => ({ of: atLeast(orders, 1), by: null })
	},
	{ id: 'prospects', as: 'count', value: scalar('prospects'), whole: 'customers' },
	{
		id: 'orders',
		as: 'count',
		value: scalar('orders'),
		whole: 'orders',
		customers: ({ orders }) => ({ of: orders, by: null })
	},
	{
		id: 'revenue',
		as: 'money',
		value: scalar('revenue'),
		whole: 'revenue',
		customers: ({ revenue }) => ({ of: revenue, by: null })
	},
	{
		id: 'averageOrder',
		as: 'money',
		value: scalar('averageOrder'),
		customers: ({ revenue, orders }) => ({ of: revenue, by: orders })
	},
	{
		id: 'ordersPerCustomer',
		as: 'number',
		value: ratio('orders', 'customers'),
		customers: ({ orders }) => ({ of: orders, by: atLeast(orders, 1) })
	},
	{
		id: 'revenuePerCustomer',
		as: 'money',
		value: ratio('revenue', 'customers'),
		customers: ({ revenue, orders }) => ({ of: revenue, by: atLeast(orders, 1) })
	},
	{
		id: 'repeatRate',
		as: 'share',
		value: scalar('repeatRate'),
		counted: (result) => ({ count: scalar('repeatCustomers')(result), of: scalar('customers')(result) }),
		customers: ({ orders }) => ({ of: atLeast(orders, 2), by: atLeast(orders, 1) })
	},
	{ id: 'purchaseInterval', as: 'days', value: scalar('purchaseInterval') },
	{ id: 'topTenthRevenueShare', as: 'share', value: scalar('topTenthRevenueShare') },
	{ id: 'eightyPercentCustomerShare', as: 'share', value: scalar('eightyPercentCustomerShare') },
	{ id: 'gini', as: 'number', value: scalar('gini') }
];

/** What the last complete period says decides about the unit it is of. */
const churn: readonly Omit<FigureSource, 'method'>[] = [
	{ id: 'churned', as: 'count', value: scalar('churned'), whole: 'customers' },
	{ id: 'atRisk', as: 'count', value: scalar('atRisk'), whole: 'customers' },
	{ id: 'stakeAtRisk', as: 'money', value: scalar('stakeAtRisk'), whole: 'revenue' },
	{
		id: 'churnRate',
		as: 'share',
		value: scalar('churnRate'),
		counted: (result) => lastPeriod(result as ChurnResult),
		rests: ['unit', 'base']
	},
	{
		id: 'winBackRate',
		as: 'share',
		value: scalar('winBackRate'),
		counted: (result) => ({ count: scalar('wonBack')(result), of: scalar('followed')(result) })
	},
	{ id: 'nrr', as: 'share', value: scalar('nrr'), rests: ['unit'] },
	{ id: 'grr', as: 'share', value: scalar('grr'), rests: ['unit'] }
];

/** The period that the churn rate is of: the last one that is complete. */
function lastPeriod({ tables: { periods } }: ChurnResult): Counted {
	const row = periods.columns.incomplete.lastIndexOf(0);
	return { count: periods.columns.lost[row] ?? Number.NaN, of: periods.columns.base[row] ?? Number.NaN };
}

const valueFigures: readonly Omit<FigureSource, 'method'>[] = [
	{ id: 'historicValue', as: 'money', value: scalar('meanHistoricValue'), rests: ['margin', 'basis'] },
	{ id: 'predictedValue', as: 'money', value: scalar('predictedValue'), rests: valueRests() },
	{ id: 'meanPredictedValue', as: 'money', value: scalar('meanPredictedValue'), rests: valueRests() },
	{ id: 'expectedAlive', as: 'number', value: scalar('expectedAlive'), rests: ['basis'] }
];

function valueRests(): string[] {
	return ['months', 'discount', 'margin', 'basis'];
}

const of =
	(method: string) =>
	(source: Omit<FigureSource, 'method'>): FigureSource => ({ method, ...source });
const fixed: readonly FigureSource[] = [
	...overview.map(of('overview')),
	...churn.map(of('churn')),
	...valueFigures.map(of('value'))
];

/** N at which retention is compared, where both states reach it. */
const stops = [1, 3, 6, 12];

/** All figures of some results, those of their groups and of retention at N included. */
export function figureSources(results: ReadonlyMap<string, MethodResult>): FigureSource[] {
	return [
		...fixed.filter(({ method }) => results.has(method)),
		...groupSources(results, 'segments', 'rfm', 'segments', 'segment'),
		...groupSources(results, 'types', 'rfm', 'types', 'type'),
		...groupSources(results, 'stages', 'lifecycle', 'stages', 'stage'),
		...retentionSources(results)
	];
}

/** Customers and revenue of each group of a table whose column `code` says which it is of. */
function groupSources(
	results: ReadonlyMap<string, MethodResult>,
	by: StandingGroup,
	method: string,
	tableName: string,
	column: string
): FigureSource[] {
	const table = results.get(method)?.tables[tableName];
	if (table === undefined) return [];
	const codes = Array.from({ length: table.rows }, (_, row) => numberAt(table, column, row)).filter(
		(code) => code !== NO_GROUP
	);
	const at = (code: number, name: string) => (result: MethodResult) => {
		const own = result.tables[tableName];
		if (own === undefined) return Number.NaN;
		const row = (own.columns[column] as Uint8Array).indexOf(code);
		return row < 0 ? Number.NaN : numberAt(own, name, row);
	};
	const rests = method === 'rfm' ? ['source', 'basis', ...(by === 'segments' ? ['rules', 'bins'] : [])] : [];
	// By the rows of another table there is no revenue of a group.
	const money = (results.get(method)?.tables['source']?.rows ?? 0) === 0;
	return codes.flatMap((code): FigureSource[] => {
		const group = { of: by, code };
		const inGroup = (standings: Standings) => standings[by].map((own) => (own === code ? 1 : 0));
		return [
			{
				...{ id: 'groupCustomers', method, as: 'count', group, whole: 'customers', rests },
				value: at(code, 'customers'),
				customers: (standings) => ({ of: inGroup(standings), by: null })
			},
			...(money
				? [
						{
							...({ id: 'groupRevenue', method, as: 'money', group, whole: 'revenue', rests } as const),
							value: at(code, 'revenue'),
							customers: (standings: Standings) => ({
								of: standings.revenue.map((own, i) => (standings[by][i] === code ? own : 0)),
								by: null
							})
						}
					]
				: [])
		];
	});
}

function retentionSources(results: ReadonlyMap<string, MethodResult>): FigureSource[] {
	if (!results.has('retention')) return [];
	const rowOf = (result: MethodResult, n: number) =>
		(result as RetentionResult).tables.curve.columns.n.indexOf(n);
	return stops.map((n) => ({
		...{ id: 'retention', method: 'retention', as: 'share', n },
		value: (result) => numberAt((result as RetentionResult).tables.curve, 'rate', rowOf(result, n)),
		counted: (result) => {
			const { columns } = (result as RetentionResult).tables.curve;
			const row = rowOf(result, n);
			return { count: columns.active[row] ?? Number.NaN, of: columns.base[row] ?? Number.NaN };
		},
		rests: ['unit', 'measure', 'periods', 'entry']
	}));
}
