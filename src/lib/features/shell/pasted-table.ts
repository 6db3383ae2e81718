/**
 * Takes a table that was copied from a spreadsheet and pasted onto the page (not into a field): it becomes a file of
 * tab-separated values, or the copied files themselves. Spreadsheets put a picture of the cells beside their text.
 */
export function takePastedTable(
	event: ClipboardEvent,
	name: string,
	take: (files: readonly File[]) => void
): void {
	const { target, clipboardData } = event;
	if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null) return;
	const text = clipboardData?.getData('text/plain') ?? '';
	const copied = [...(clipboardData?.files ?? [])];
	const isPicture = copied.every(({ type }) => type.startsWith('image/'));
	if (isPicture && looksLikeTable(text)) {
		event.preventDefault();
		take([new File([text], `${name}.tsv`, { type: 'text/tab-separated-values' })]);
	} else if (copied.length > 0) {
		event.preventDefault();
		take(copied);
	}
}

/**
 * Whether a copied text is a table: two lines or more, with a separator in the first.
 *
 * @example
 * looksLikeTable('客户\t金额\nA1\t20') // => true
 * looksLikeTable('one line, with a comma') // => false
 */
export function looksLikeTable(text: string): boolean {
	const [head = '', second = ''] = text.split(/\r?\n/, 2);
	return second.trim() !== '' && /[\t,;|，]/.test(head);
}
