/**
 * Takes a table that was copied from a spreadsheet and pasted onto the page (not into a field): it becomes a file of
 * tab-separated values, or the copied file itself.
 */
export function takePastedTable(event: ClipboardEvent, name: string, take: (file: File) => void): void {
	const { target, clipboardData } = event;
	if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null) return;
	const [copied] = clipboardData?.files ?? [];
	if (copied !== undefined) {
		event.preventDefault();
		take(copied);
		return;
	}
	const text = clipboardData?.getData('text/plain') ?? '';
	if (!looksLikeTable(text)) return;
	event.preventDefault();
	take(new File([text], `${name}.tsv`, { type: 'text/tab-separated-values' }));
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
