import type { Warning } from './types.ts';

/** Below this many customers a rate is shown with a warning. */
export const fewCustomers = 30;

/**
 * A remark by its code; its text is in i18n (`warnings`).
 *
 * @example
 * remark('few-customers', { n: 4, minimum: fewCustomers }) // => { code: 'few-customers', params: { n: 4, minimum: 30 } }
 */
export function remark(code: string, params: Warning['params'] = {}): Warning {
	return { code, params };
}
