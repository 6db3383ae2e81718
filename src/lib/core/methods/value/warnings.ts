import { nobodyLeaves } from '../nobody-leaves.ts';
import { fewCustomers, remark } from '../remarks.ts';
import type { Warning } from '../types.ts';
import type { ValueAnalysis } from './analysis.ts';
import { fewestRepeatCustomers, monthDays } from './forecast.ts';
import type { ValueParams, ValueScalars } from './types.ts';

/** Beyond this, how often and how much are not independent, as Gamma–Gamma takes them to be. */
const strongCorrelation = 0.3;
/** A total that is off by more than this share is called so. */
const farOff = 0.2;

/** What a reader must know before trusting the numbers. */
export function valueWarnings(
	{ span, cohorts, outlook }: ValueAnalysis,
	params: ValueParams,
	scalars: ValueScalars
): Warning[] {
	const warnings: Warning[] = [];
	const { customers, revenue, repeatCustomers, correlation } = scalars;
	if (customers < fewCustomers) {
		warnings.push(remark('few-customers', { n: customers, minimum: fewCustomers }));
	}
	if (revenue === 0) warnings.push(remark('no-revenue'));
	if (outlook === null) {
		warnings.push(remark('value-few-repeats', { n: repeatCustomers, minimum: fewestRepeatCustomers }));
	} else {
		const { id, penalty, spend, alive } = outlook.forecast;
		if (id === 'scaled') warnings.push(remark('value-fit-scaled'));
		if (id === 'penalised') warnings.push(remark('value-fit-penalised', { penalty }));
		if (id === 'cohort-mean') warnings.push(remark('value-fit-cohort-mean'));
		if (nobodyLeaves(alive)) warnings.push(remark('model-nobody-leaves'));
		if (spend.id === 'mean') warnings.push(remark('value-spend-mean'));
		if (spend.id === 'penalised') warnings.push(remark('value-spend-penalised'));
		if (Math.abs(correlation) > strongCorrelation) {
			warnings.push(remark('value-correlated', { correlation: Math.round(correlation * 100) / 100 }));
		}
		const observed = span.asOf - span.firstDay + 1;
		if (params.months * monthDays > observed) {
			warnings.push(
				remark('value-far-horizon', { months: params.months, observed: Math.floor(observed / monthDays) })
			);
		}
		const off = scalars.holdoutExpected / scalars.holdoutOrders - 1;
		if (scalars.holdoutOrders > 0 && Math.abs(off) > farOff) {
			warnings.push(remark(off > 0 ? 'value-holdout-high' : 'value-holdout-low', { share: Math.abs(off) }));
		}
	}
	if (outlook !== null && Number.isNaN(scalars.holdoutError)) warnings.push(remark('value-no-holdout'));
	if (cohorts.found > cohorts.sizes.length) {
		warnings.push(remark('value-too-many-cohorts', { shown: cohorts.sizes.length, all: cohorts.found }));
	}
	return warnings;
}
