/**
 * The rooms of ARCHITECTURE.md and what each may import: the one table that ESLint, dependency-cruiser and the
 * architecture tests read.
 *
 * @typedef {object} Room
 * @property {string} name
 * @property {string} folder Path from the project's root.
 * @property {readonly string[]} may Rooms it may import, besides itself. `core-types`, `core-drawing`, `report-types` and
 *   `worker-entries` are the parts of rooms named in `parts`.
 */

/** @type {readonly Room[]} */
export const rooms = [
	{ name: 'core', folder: 'src/lib/core', may: [] },
	{ name: 'import', folder: 'src/lib/import', may: ['core'] },
	{ name: 'storage', folder: 'src/lib/storage', may: ['core'] },
	// What a report is asked for is part of the walls, which are types alone.
	{ name: 'report', folder: 'src/lib/report', may: ['core', 'i18n', 'api'] },
	{ name: 'sql', folder: 'src/lib/sql', may: ['core'] },
	{ name: 'api', folder: 'src/lib/api', may: ['core-types'] },
	// The client starts workers from the addresses of their built files, never by importing their code.
	{ name: 'client', folder: 'src/lib/client', may: ['api', 'worker-entries'] },
	{ name: 'i18n', folder: 'src/lib/i18n', may: ['core-types'] },
	{ name: 'ui', folder: 'src/lib/ui', may: [] },
	{ name: 'charts', folder: 'src/lib/charts', may: ['core-types', 'core-drawing', 'i18n', 'ui'] },
	{ name: 'state', folder: 'src/lib/state', may: ['client', 'api', 'i18n'] },
	{
		name: 'features',
		folder: 'src/lib/features',
		may: ['state', 'charts', 'ui', 'i18n', 'api', 'report-types']
	},
	{ name: 'routes', folder: 'src/routes', may: ['features', 'state', 'i18n'] },
	{ name: 'workers', folder: 'workers', may: ['api', 'core', 'import', 'storage', 'report', 'sql'] },
	{ name: 'service-worker', folder: 'src/service-worker', may: [] },
	{ name: 'scripts', folder: 'scripts', may: ['core', 'import', 'report', 'i18n'] }
];

/** Parts of rooms that more may import than the whole room. Patterns are from the project's root. */
export const parts = {
	'core-types': [
		'src/lib/core/errors.ts',
		'src/lib/core/**/types.ts',
		'src/lib/core/dataset/*.ts',
		'src/lib/core/result/table.ts'
	],
	// The geometry of pictures that the page and the report both draw.
	'core-drawing': ['src/lib/core/drawing/*.ts'],
	'report-types': ['src/lib/report/types.ts'],
	'worker-entries': ['workers/*.worker.ts']
};

/** Packages with one home (or few), and why. */
export const homes = [
	{ packages: ['dexie'], rooms: ['storage'], why: 'Only storage knows the database.' },
	{ packages: ['comlink'], rooms: ['client', 'workers'], why: 'Only client and workers know the wire.' },
	{ packages: ['layercake', 'd3-*'], rooms: ['charts'], why: 'Draw through a component of charts.' },
	{
		packages: ['papaparse'],
		rooms: ['import', 'report', 'scripts'],
		why: 'CSV is written by import and report, and scripts compare with it.'
	},
	{
		packages: ['write-excel-file', 'write-excel-file/*'],
		rooms: ['report'],
		why: 'Workbooks are written by report.'
	},
	{ packages: ['age-encryption'], rooms: ['report'], why: 'Files are locked and opened by report.' },
	{ packages: ['bits-ui'], rooms: ['ui'], why: 'Use a component of ui.' },
	{
		packages: ['svelte', 'svelte/*', '@lucide/svelte/**', '*.svelte', 'svelte-sonner', 'virtua/**'],
		rooms: ['ui', 'charts', 'state', 'features', 'routes'],
		why: 'This room knows no page.'
	},
	{
		packages: ['$app/*', '$env/*'],
		rooms: ['state', 'features', 'routes'],
		why: 'Only rooms on the page know the router.'
	},
	{ packages: ['node:*'], rooms: ['scripts'], why: 'This runs in a browser.' }
];
