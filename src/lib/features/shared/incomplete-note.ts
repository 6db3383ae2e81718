import type { Messages } from '#lib/i18n/messages.ts';

/** What the hatched mark of a legend means, where any of the periods shown is not complete: a legend of nothing misleads. */
export function incompleteNote(
	charts: Messages['charts'],
	incomplete: Uint8Array,
	color = 'var(--mark)'
): { readonly label: string; readonly color: string; readonly kind: 'hatched' }[] {
	return incomplete.includes(1) ? [{ label: `* ${charts.incomplete()}`, color, kind: 'hatched' }] : [];
}
