/** What lies over the page when it is asked for: loaded once the page itself stands. */
export async function loadSheets() {
	const [palette, shortcuts, explanation, toaster] = await Promise.all([
		import('./palette.svelte'),
		import('./shortcut-sheet.svelte'),
		import('./explain-drawer.svelte'),
		import('#lib/ui/toaster.svelte')
	]);
	return {
		Palette: palette.default,
		ShortcutSheet: shortcuts.default,
		ExplainDrawer: explanation.default,
		Toaster: toaster.default
	};
}
