import { formatDay } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';

/** The window in words: "all history", "last 12 months", "since 2011-01-01". */
export function windowWords(workbench: Workbench, t: Messages): string {
	const { window, frame, readOnly } = workbench;
	if (readOnly || window.kind === 'from') {
		const from = frame?.from ?? null;
		return from === null ? t.shell.windowAll() : t.shell.windowFrom({ day: formatDay(from) });
	}
	return window.kind === 'all' ? t.shell.windowAll() : t.shell.windowMonths({ n: window.months });
}

/** How refunds count, in words. */
export function refundsWords(workbench: Workbench, t: Messages): string {
	return workbench.refunds === 'net' ? t.shell.refundsNet() : t.shell.refundsGross();
}
