/** English: words used everywhere. */
const common = {
	appName: 'Clientele',
	customers: '{n|count} customer{{n:s}}',
	orders: '{n|count} order{{n:s}}',
	rows: '{n|count} row{{n:s}}',
	close: 'Close',
	cancel: 'Cancel',
	save: 'Save',
	undo: 'Undo',
	retry: 'Try again',
	delete: 'Delete',
	rename: 'Rename',
	open: 'Open',
	loading: 'Loading…',
	loadFailed: 'This could not be loaded',
	saved: 'Saved as {name}'
} as const;
export default common;
