import type { ValueAnalysis } from './analysis.ts';
import { contributionScalars } from './contribution.ts';
import { countRepeating } from './forecast.ts';
import { forecastIds, spendIds, verdictIds, type ValueParams, type ValueScalars } from './types.ts';

const none = Number.NaN;

function total(values: Float64Array | undefined): number {
	return values === undefined ? none : values.reduce((sum, own) => sum + own, 0);
}

/** The headline numbers; NaN where nothing was predicted or held out. */
export function valueScalars(
	{ summary, contribution, holdout, outlook }: ValueAnalysis,
	{ margin }: ValueParams
): ValueScalars {
	const everyone = summary.customer.length;
	const perHead = (sum: number): number => (everyone === 0 ? none : sum / everyone);
	const historicValue = total(summary.value) * margin;
	const forecast = outlook?.forecast;
	const predictedValue = total(outlook?.predicted);
	return {
		...contributionScalars(contribution),
		everyone,
		historicValue,
		meanHistoricValue: perHead(historicValue),
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
		holdoutError: holdout?.error ?? none,
		holdoutRivalError: holdout?.rivalError ?? none,
		verdict: verdictIds.indexOf(holdout?.verdict ?? 'none')
	};
}
