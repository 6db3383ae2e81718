import { parts, rooms } from './scripts/toolchain/rooms.js';

const glob = (pattern) =>
	`^${pattern
		.replaceAll('.', '\\.')
		.replaceAll('/**/', '/.:/')
		.replace(/\*/g, '[^/]*')
		.replaceAll('/.:/', '/.*/')}$`;
const inside = (folder) => `^${folder}(/|$)`;

/** Every room as a second witness to ESLint's rule: what it imports, if it is ours, must be on its list. */
const arrows = rooms.map(({ name, folder, may }) => ({
	name: `room-${name}`,
	comment: `${name} may import ${['itself', ...may].join(', ')} alone.`,
	severity: 'error',
	from: { path: inside(folder) },
	to: {
		path: '^(src|workers|scripts|test|bench)/',
		pathNot: [
			inside(folder),
			...may.flatMap((target) =>
				target in parts
					? parts[target].map(glob)
					: rooms.filter((room) => room.name === target).map((room) => inside(room.folder))
			)
		]
	}
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...arrows,
		{
			name: 'no-circular',
			comment: 'Files that need each other are one file, or hide a third.',
			severity: 'error',
			from: {},
			to: { circular: true }
		},
		{
			name: 'no-orphans',
			comment: 'A file that nothing uses and that uses nothing.',
			severity: 'error',
			from: {
				orphan: true,
				pathNot: [
					'\\.d\\.ts$',
					'^src/routes/',
					'^src/lib/[a-z]+/README\\.md$',
					'\\.json$',
					'^scripts/toolchain/'
				]
			},
			to: {}
		},
		{
			name: 'features-apart',
			comment: 'A screen never imports another screen.',
			severity: 'error',
			from: { path: '^src/lib/features/([^/]+)/' },
			to: {
				path: '^src/lib/features/([^/]+)/',
				pathNot: ['^src/lib/features/$1/', '^src/lib/features/shared/']
			}
		},
		{
			name: 'methods-apart',
			comment: 'A method is one folder: what two methods share lives beside methods/.',
			severity: 'error',
			from: {
				path: '^src/lib/core/methods/([^/]+)/',
				pathNot: '^src/lib/core/methods/(findings|migration|churn)/'
			},
			to: { path: '^src/lib/core/methods/([^/]+)/', pathNot: '^src/lib/core/methods/$1/' }
		},
		{
			name: 'findings-ask',
			comment: 'Findings ask other methods (ADR 42): by the front door, not for their kernels.',
			severity: 'error',
			from: { path: '^src/lib/core/methods/findings/' },
			to: {
				path: '^src/lib/core/methods/[^/]+/',
				pathNot: ['^src/lib/core/methods/findings/', '^src/lib/core/methods/[^/]+/(method|types)[.]ts$']
			}
		},
		{
			name: 'migration-labels',
			comment:
				'Movement asks RFM and the lifecycle where customers stand on a day (ADR 56), not for their kernels.',
			severity: 'error',
			from: { path: '^src/lib/core/methods/migration/' },
			to: {
				path: '^src/lib/core/methods/[^/]+/',
				pathNot: [
					'^src/lib/core/methods/migration/',
					'^src/lib/core/methods/(rfm|lifecycle)/(method|types|labels)[.]ts$'
				]
			}
		},
		{
			name: 'churn-alive',
			comment: 'Churn asks value who is still a customer (ADR 65), not for its kernels.',
			severity: 'error',
			from: { path: '^src/lib/core/methods/churn/' },
			to: {
				path: '^src/lib/core/methods/[^/]+/',
				pathNot: ['^src/lib/core/methods/churn/', '^src/lib/core/methods/value/(alive|types)[.]ts$']
			}
		},
		{
			name: 'not-unresolvable',
			comment: 'An import that leads nowhere.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: ['^\\$(app|env|service-worker)', '^\\./\\$types'] }
		},
		{
			name: 'no-dev-packages',
			comment: 'What ships may only use dependencies.',
			severity: 'error',
			from: { path: '^(src|workers)/' },
			to: { dependencyTypes: ['npm-dev'], pathNot: ['node_modules/(svelte|@sveltejs/kit)/'] }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(build|\\.svelte-kit|coverage|reports)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'types', 'default'],
			extensions: ['.ts', '.js', '.svelte', '.json', '.css']
		}
	}
};
