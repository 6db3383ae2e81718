import type { MethodResult } from '../types.ts';
import type { Table } from '../../result/table.ts';
import type { Basis } from '../in-profit.ts';
import type { GridTable } from './grid-types.ts';
import type { CalibrationTable, HoldoutScalars, RivalsTable } from './holdout-types.ts';
import type { SidesTable } from './side-types.ts';

export * from './grid-types.ts';
export * from './holdout-types.ts';
export * from './side-types.ts';

export interface ValueParams {
	/** The model of buying: BG/NBD (default), MBG/NBD or Pareto/NBD. */
	readonly model: 'bg-nbd' | 'mbg-nbd' | 'pareto-nbd';
	/** Profit in the place of revenue, of the orders whose profit is known. Absent: revenue. */
	readonly basis?: Basis;
	/** How many months ahead the predicted value looks. */
	readonly months: number;
	/** Discount a month, as a share. */
	readonly discount: number;
	/** The share of revenue that is counted as value; 1 counts revenue itself. Profit counts whole. */
	readonly margin: number;
	/** A: the customers who make this share of revenue; B: those who, with A, make this one. */
	readonly tierA: number;
	readonly tierB: number;
	/** What winning a customer has cost, in smallest units; null where it is not known. */
	readonly acquisitionCost: number | null;
	/** Entry cohorts and ages of the value curves. */
	readonly unit: 'month' | 'quarter' | 'year';
}

/** How purchases are forecast, from the model as asked for down to nothing. Codes of `scalars.forecast`. */
export const forecastIds = ['none', 'plain', 'scaled', 'penalised', 'cohort-mean'] as const;
export type ForecastId = (typeof forecastIds)[number];

/** How the value of a purchase is forecast: Gamma–Gamma by its ways, or plain means. Codes of `scalars.spend`. */
export const spendIds = ['none', 'plain', 'scaled', 'penalised', 'mean'] as const;
export type SpendId = (typeof spendIds)[number];

export const tierIds = ['a', 'b', 'c'] as const;
export type TierId = (typeof tierIds)[number];

/** Parameters of the fitted models. */
export const parameterIds = ['r', 'alpha', 'a', 'b', 's', 'beta', 'p', 'q', 'v'] as const;
export type ParameterId = (typeof parameterIds)[number];

/** Money is in smallest units, times the margin where it is called value. NaN: not predicted. */
export interface ValueScalars extends Readonly<Record<string, number>>, HoldoutScalars {
	/** Customers with an order in the window, and what they brought in it. */
	readonly customers: number;
	readonly revenue: number;
	/** Customers with any order up to the as-of date, and their value so far. */
	readonly everyone: number;
	readonly historicValue: number;
	readonly meanHistoricValue: number;
	/** Of the window's revenue, with 95 % intervals over the customers; NaN for fewer than two, and with losses. */
	readonly gini: number;
	readonly giniLow: number;
	readonly giniHigh: number;
	readonly hhi: number;
	/** Share of revenue made by a tenth and by a fifth of the customers (rounded up), those with the most. */
	readonly topTenthShare: number;
	readonly topTenthShareLow: number;
	readonly topTenthShareHigh: number;
	readonly topFifthShare: number;
	readonly topFifthShareLow: number;
	readonly topFifthShareHigh: number;
	readonly tierACustomers: number;
	/** Income per active customer and period of `unit` ÷ the share lost to the next: the simple formula and its parts. */
	readonly simpleValue: number;
	readonly simpleIncome: number;
	readonly simpleChurn: number;
	/** The age, in periods of `unit`, by which the curve of all cohorts has brought in the cost of a customer. */
	readonly paybackPeriods: number;
	/** Value so far and to come ÷ cost, per customer. */
	readonly valueToCost: number;
	/** Discounted value expected within the horizon, in all and per customer. */
	readonly predictedValue: number;
	readonly meanPredictedValue: number;
	/** Order days expected within the horizon, and customers expected to have one. */
	readonly expectedOrders: number;
	readonly expectedBuyers: number;
	/** Customers expected to be still buying: Σ P(alive). */
	readonly expectedAlive: number;
	/** Customers with a repeat order day, and the correlation of how often with how much among them. */
	readonly repeatCustomers: number;
	readonly correlation: number;
	readonly forecast: number;
	readonly penalty: number;
	readonly spend: number;
	readonly logLikelihood: number;
}

export interface ValueTables extends Readonly<Record<string, Table>> {
	/** Rows in the order of `tierIds`, by revenue in the window. */
	readonly tiers: Table<{
		tier: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		revenue: Float64Array;
		revenueShare: Float64Array;
		meanRevenue: Float64Array;
		/** Predicted value of the tier's customers. */
		predicted: Float64Array;
	}>;
	/** Nine rows: every tier with every tier of predicted value, cut at the same shares; none without a prediction. */
	readonly grid: GridTable<'potential'>;
	/** Nine rows: every tier with every number of orders in the window, see `loyaltyIds`; without a prediction, `predicted` is NaN. */
	readonly loyalty: GridTable<'loyalty'>;
	/** 101 rows: the first p % of customers (rounded up), those with the most revenue first. */
	readonly concentration: Table<{
		part: Float64Array;
		customers: Uint32Array;
		revenue: Float64Array;
		revenueShare: Float64Array;
	}>;
	/** By profit only: who brought a gain and who a loss. */
	readonly sides?: SidesTable;
	/** Ten rows by predicted value, 1 the highest; none without a prediction. */
	readonly deciles: Table<{
		decile: Uint8Array;
		customers: Uint32Array;
		predicted: Float64Array;
		predictedShare: Float64Array;
		meanPredicted: Float64Array;
		expectedOrders: Float64Array;
		historic: Float64Array;
	}>;
	/** Five bands of P(alive), from low to high; none without a model. */
	readonly alive: Table<{
		low: Float64Array;
		high: Float64Array;
		customers: Uint32Array;
		share: Float64Array;
		historic: Float64Array;
		predicted: Float64Array;
	}>;
	/** One row per entry cohort, in time order. */
	readonly cohorts: Table<{
		cohort: Int32Array;
		size: Uint32Array;
		value: Float64Array;
		perCustomer: Float64Array;
		/** The 95 % interval of it over the cohort's customers; NaN below 30 of them. */
		low: Float64Array;
		high: Float64Array;
		/** The first complete N by which the cost of a customer has come in; NaN for not yet. */
		payback: Float64Array;
		incomplete: Uint8Array;
	}>;
	/** Cumulative value per cohort and age: one row per cohort and N that it has begun. */
	readonly ltv: Table<{
		cohort: Int32Array;
		n: Uint32Array;
		size: Uint32Array;
		value: Float64Array;
		perCustomer: Float64Array;
		/** 1 when the as-of date cuts period N short. */
		incomplete: Uint8Array;
	}>;
	/** Cumulative value by age over all cohorts whose cell is complete. */
	readonly curve: Table<{
		n: Uint32Array;
		size: Uint32Array;
		value: Float64Array;
		perCustomer: Float64Array;
		low: Float64Array;
		high: Float64Array;
		cohorts: Uint32Array;
	}>;
	readonly calibration: CalibrationTable;
	readonly rivals: RivalsTable;
	/** What was fitted: `parameter` is an index into `parameterIds`. v is in smallest money units. */
	readonly parameters: Table<{ parameter: Uint8Array; value: Float64Array }>;
}

/** Per customer with an order up to the as-of date, in `MethodOutcome.customers`. */
export type ValueCustomers = Table<{
	customer: Uint32Array;
	historic: Float64Array;
	/** Index into `tierIds`; 255 for customers without an order in the window. */
	tier: Uint8Array;
	alive: Float64Array;
	expectedOrders: Float64Array;
	predicted: Float64Array;
	/** 1 … 10; 0 without a prediction. */
	decile: Uint8Array;
}>;

export type ValueResult = MethodResult<'value', ValueParams, ValueScalars, ValueTables>;
