import type { ConcentrationIntervals } from '../../math/compare/concentration-intervals.ts';
import type { ValueAnalysis } from './analysis.ts';
import { contributionScalars } from './contribution-scalars.ts';
import { countRepeating } from './forecast.ts';
import { paybackAge } from './payback.ts';
import { simpleValue } from './simple-formula.ts';
import {
	forecastIds,
	rivalIds,
	spendIds,
	verdictIds,
	type ValueParams,
	type ValueScalars,
	type ValueTables
} from './types.ts';

const none = Number.NaN;

function total(values: Float64Array | undefined): number {
	return values === undefined ? none : values.reduce((sum, own) => sum + own, 0);
}

/** The headline numbers; NaN where nothing was predicted or held out. */
export function valueScalars(
	{ summary, contribution, simple, holdout, outlook }: ValueAnalysis,
	{ margin, acquisitionCost: cost }: ValueParams,
	curve: ValueTables['curve'],
	sure: ConcentrationIntervals
): ValueScalars {
	const everyone = summary.customer.length;
	const perHead = (sum: number): number => (everyone === 0 ? none : sum / everyone);
	const historicValue = total(summary.value) * margin;
	const forecast = outlook?.forecast;
	const errors = holdout?.errors;
	const predictedValue = total(outlook?.predicted);
	const formula = simpleValue(simple, margin);
	const { n, perCustomer } = curve.columns;
	return {
		...contributionScalars(contribution, sure),
		everyone,
		historicValue,
		meanHistoricValue: perHead(historicValue),
		simpleValue: formula.value,
		simpleIncome: formula.income,
		simpleChurn: formula.churn,
		paybackPeriods: n[paybackAge(perCustomer, cost)] ?? none,
		valueToCost: cost === null || cost === 0 ? none : perHead(historicValue + predictedValue) / cost,
		predictedValue,
		meanPredictedValue: perHead(predictedValue),
		expectedOrders: total(forecast?.expected),
		expectedBuyers: total(forecast?.buys),
		expectedAlive: total(forecast?.alive),
		repeatCustomers: countRepeating(summary),
		correlation: forecast?.spend.correlation ?? none,
		forecast: forecastIds.indexOf(forecast?.id ?? 'none'),
		penalty: forecast?.penalty ?? 0,
		spend: spendIds.indexOf(forecast?.spend.id ?? 'none'),
		logLikelihood: forecast?.logLikelihood ?? none,
		holdoutDays: holdout?.days ?? 0,
		holdoutCustomers: holdout?.summary.customer.length ?? 0,
		holdoutOrders: holdout?.actualOrders ?? none,
		holdoutExpected: holdout?.expectedOrders ?? none,
		holdoutValue: holdout === null ? none : holdout.actualValue * margin,
		holdoutExpectedValue: holdout === null ? none : holdout.expectedValue * margin,
		holdoutError: errors?.of.model.rmse ?? none,
		holdoutRival: errors === undefined ? none : rivalIds.indexOf(errors.rival),
		holdoutRivalError: errors?.of[errors.rival].rmse ?? none,
		holdoutDifference: errors?.difference ?? none,
		holdoutDifferenceLow: errors?.interval.low ?? none,
		holdoutDifferenceHigh: errors?.interval.high ?? none,
		verdict: verdictIds.indexOf(errors?.verdict ?? 'none')
	};
}
