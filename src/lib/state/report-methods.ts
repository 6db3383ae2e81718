import type { MethodId } from './view-contract.ts';

/**
 * The methods of a whole report and of a snapshot, in the order in which they are read. Contracts need a table that most workspaces do
 * not have: they follow where there is one.
 */
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
