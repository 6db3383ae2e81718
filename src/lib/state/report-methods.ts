import type { MethodId } from './view-contract.ts';

/** The methods that a report or a snapshot can hold, in the order in which they are read. */
export const reportMethods = [
	'findings',
	'overview',
	'rfm',
	'lifecycle',
	'migration',
	'retention',
	'origins',
	'churn',
	'value',
	'contribution'
] as const satisfies readonly MethodId[];
