/** English: words used everywhere. */
const common = {
	appName: 'Clientele',
	customers: '{n|count} customer{{n:s}}',
	orders: '{n|count} order{{n:s}}'
} as const;
export default common;
