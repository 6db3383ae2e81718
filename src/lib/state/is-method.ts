import type { MarkOwner, MethodId } from './view-contract.ts';

const methodIds: readonly string[] = [
	'overview',
	'findings',
	'rfm',
	'lifecycle',
	'migration',
	'retention',
	'origins',
	'churn',
	'contracts',
	'value',
	'contribution'
] satisfies MethodId[];

/** Whether an id, from an address or a stored view, is that of a method that screens show. */
export function isMethod(id: string): id is MethodId {
	return methodIds.includes(id);
}

/** Whether a mark of an address can be of it: a method, or the comparison of two states. */
export function isMarkOwner(id: string): id is MarkOwner {
	return id === 'compare' || isMethod(id);
}
