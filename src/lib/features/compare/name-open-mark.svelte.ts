import type { Workbench } from '#lib/state/workbench.svelte.ts';

/**
 * Gives the mark that is open its name, also where an address opened it: no method's result says what it is called.
 * `title` answers null while nobody knows. Call while a component is made.
 */
export function nameOpenMark(
	workbench: Pick<Workbench, 'selection' | 'nameMark'>,
	title: () => string | null
): void {
	$effect(() => {
		const { selection } = workbench;
		const name = title();
		if (selection !== null && name !== null) workbench.nameMark({ ...selection, title: name });
	});
}
