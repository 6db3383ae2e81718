import type { MarkOwner } from './view-contract.ts';

/** The screens that a dataset is looked at on, as they stand in the rail; the first ten have a key. */
export const railScreens = [
	'overview',
	'segments',
	'lifecycle',
	'movement',
	'retention',
	'origins',
	'churn',
	'value',
	'contribution',
	'customers',
	'contracts',
	'compare',
	'data',
	'report'
] as const;

/** All screens. */
export const screenIds = ['start', 'import', ...railScreens] as const;
export type ScreenId = (typeof screenIds)[number];

/** Path of a screen below the app's base, with the closing slash that plain static hosts want. */
export type ScreenPath = '/' | `/${Exclude<ScreenId, 'start'>}/`;

/**
 * @example
 * screenPath('start') // => '/'
 * screenPath('segments') // => '/segments/'
 */
export function screenPath(screen: ScreenId): ScreenPath {
	return screen === 'start' ? '/' : `/${screen}/`;
}

/**
 * The screen that a route shows; null for an unknown one.
 *
 * @example
 * screenOfRoute('/segments') // => 'segments'
 * screenOfRoute('/') // => 'start'
 */
export function screenOfRoute(routeId: string | null): ScreenId | null {
	const name = (routeId ?? '').replaceAll('/', '');
	if (routeId === '/') return 'start';
	return screenIds.find((id) => id === name) ?? null;
}

/**
 * The screen on which a method's numbers stand.
 *
 * @example
 * screenOfMethod('rfm') // => 'segments'
 * screenOfMethod('findings') // => 'overview'
 */
export function screenOfMethod(
	method: MarkOwner
): Exclude<MarkOwner, 'rfm' | 'findings' | 'migration'> | 'segments' | 'movement' {
	if (method === 'findings') return 'overview';
	if (method === 'migration') return 'movement';
	return method === 'rfm' ? 'segments' : method;
}
