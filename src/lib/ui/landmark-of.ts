/**
 * Where what opens from a control is put: into the part of the page that holds the control, so that who goes by these parts
 * meets it there. Over a dialog, whose own box would cut it off, it goes to the end of the page.
 */
export function landmarkOf(control: HTMLElement | null): Element | 'body' {
	if (control === null || control.closest('[role="dialog"]') !== null) return 'body';
	return control.closest('main') ?? control.closest('nav, header, aside') ?? 'body';
}
