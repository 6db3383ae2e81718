import type { Warning } from './types.ts';

/** Below this many customers a rate is shown with a warning. */
export const fewCustomers = 30;

/** A remark by its code; its text is in i18n (`warnings`). */
export function remark(code: string, params: Warning['params'] = {}): Warning {
	return { code, params };
}
