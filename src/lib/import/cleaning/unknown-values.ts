import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import type { CountedValue } from '#lib/core/dataset/step-report.ts';
import { plainCurrency } from './convert-currency.ts';

/**
 * The values that came to a step and that it has nothing to say of: those that a list of values neither names nor gives,
 * and currencies without a rate. Empty for steps of other kinds. Cells without a value are left to what follows.
 */
export function unknownValues(step: CleaningStep, values: readonly CountedValue[]): readonly CountedValue[] {
	const known = knownTo(step);
	return known === null ? [] : values.filter(({ value }) => value !== '' && !known(value));
}

function knownTo(step: CleaningStep): ((value: string) => boolean) | null {
	if (step.kind === 'map-values') {
		const named = new Set(step.pairs.flatMap(({ from, to }) => [from.trim(), to.trim()]));
		return (value) => named.has(value);
	}
	if (step.kind === 'convert-currency') {
		const rated = new Set([step.target, ...step.rates.map(({ currency }) => currency)].map(plainCurrency));
		return (value) => rated.has(plainCurrency(value));
	}
	return null;
}
