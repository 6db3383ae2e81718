import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { homes, parts, rooms } from './scripts/toolchain/rooms.js';
import svelteConfig from './svelte.config.js';

/** The one file that may ask for a file of the app itself: the samples that ship with it. */
const mayFetch = ['src/lib/state/sample-file.ts'];
/** The one file that may start a worker. */
const maySpawn = ['src/lib/client/spawn.ts'];

const requests = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection'];
const noRequest = 'Nothing leaves the page: no request but for the samples that ship with the app.';
const pure = 'Core is pure: time and chance come in as arguments.';
const wallClock = 'Local time differs from machine to machine: use the UTC methods, or day numbers.';

const restrictedProperties = {
	everywhere: [
		...['window', 'globalThis', 'self'].flatMap((object) =>
			requests.map((property) => ({ object, property, message: noRequest }))
		),
		{ object: 'navigator', property: 'sendBeacon', message: noRequest },
		{ property: 'innerHTML', message: 'Values reach the page as text nodes only.' },
		{ property: 'outerHTML', message: 'Values reach the page as text nodes only.' },
		{ property: 'insertAdjacentHTML', message: 'Values reach the page as text nodes only.' }
	],
	core: [
		{ object: 'Math', property: 'random', message: pure },
		{ object: 'Date', property: 'now', message: pure }
	]
};

const newWorker = {
	selector: 'NewExpression[callee.name=/^(Worker|SharedWorker)$/]',
	message: 'Workers are started by client/spawn.ts alone.'
};
const now = { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: pure };
const localTime = {
	selector:
		'CallExpression > MemberExpression.callee[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)$/]',
	message: wallClock
};
const markup = [
	{
		selector: 'SvelteElement > SvelteText[value=/[A-Za-z\\u4e00-\\u9fff]/]',
		message: 'Words come from i18n, in both languages.'
	},
	{
		selector:
			'SvelteAttribute[key.name=/^(title|alt|placeholder|label|description|aria-label|aria-description|aria-roledescription)$/] > SvelteLiteral[value=/[A-Za-z\\u4e00-\\u9fff]/]',
		message: 'Words come from i18n, in both languages.'
	},
	{
		selector: ':matches(CallExpression[callee.name="$effect"], CallExpression[callee.object.name="$effect"])',
		message: 'Effects live in a .svelte.ts file beside the component.'
	}
];

/** What one room may not say: composed here, because a later block would replace an earlier one's lists. */
function fences({ name, folder }) {
	const foreign = homes.filter((home) => !home.rooms.includes(name));
	const isPure = name === 'core';
	const calendar = ['core', 'import'].includes(name);
	const syntax = [newWorker, ...(isPure ? [now] : []), ...(calendar ? [localTime] : [])];
	const imports = foreign.map(({ packages, why }) => ({ group: [...packages], message: why }));
	const workerCode = {
		regex: '(^|/)workers/(?!.*\\?worker&url$)',
		message: "A worker's code is never imported: start it from its address (?worker&url)."
	};
	const common = {
		'no-restricted-imports': [
			'error',
			{ patterns: [...imports, ...(['workers', 'scripts'].includes(name) ? [] : [workerCode])] }
		],
		'no-restricted-properties': [
			'error',
			...restrictedProperties.everywhere,
			...(isPure ? restrictedProperties.core : [])
		],
		'no-restricted-globals': [
			'error',
			...(name === 'service-worker' || name === 'scripts'
				? []
				: requests.map((global) => ({ name: global, message: noRequest })))
		],
		'no-console': name === 'scripts' ? 'off' : 'error'
	};
	return [
		{
			files: [`${folder}/**/*.{ts,js}`],
			rules: { ...common, 'no-restricted-syntax': ['error', ...syntax] }
		},
		{
			files: [`${folder}/**/*.svelte`],
			rules: { ...common, 'no-restricted-syntax': ['error', ...syntax, ...markup] }
		}
	];
}

export default defineConfig(
	globalIgnores([
		'assembly/',
		'build/',
		'.svelte-kit/',
		'.cache/',
		'bench/',
		'coverage/',
		'reports/',
		'test-results/'
	]),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			globals: { ...globals.browser, ...globals.worker },
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				// The same for every file: a change of this between two files loads all programs anew.
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			eqeqeq: 'error',
			'no-eval': 'error',
			'no-implied-eval': 'off',
			'no-new-func': 'error',
			'no-undef': 'off',
			'object-shorthand': 'error',
			'prefer-const': 'error',
			// There are no enums here (erasableSyntaxOnly): nothing to check, at a tenth of the whole run.
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			'@typescript-eslint/no-unsafe-enum-comparison': 'off',
			// Classes here have private fields: the compiler already refuses what is not made by them. Another tenth.
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
			'@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
			// Text is walked by code points, which is what spreading does.
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			// An async method that needs no await still keeps an interface.
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }
			],
			'@typescript-eslint/no-unnecessary-condition': [
				'error',
				{ allowConstantLoopConditions: 'only-allowed-literals' }
			],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// A generic that is used once still names a contract.
			'@typescript-eslint/no-unnecessary-type-parameters': 'off',
			// Constants under a name of their type are this code base's enums.
			'@typescript-eslint/no-redeclare': 'off',
			'no-redeclare': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, svelteConfig }
		},
		rules: {
			// Kit's typed resolve() cannot carry the query string in which this app keeps its view.
			'svelte/no-navigation-without-resolve': 'off',
			// A Map that is not state is a cache, and meant as one.
			'svelte/prefer-svelte-reactivity': 'off',
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$props', '$derived'] }],
			'svelte/no-unused-svelte-ignore': 'error',
			'svelte/button-has-type': 'error',
			'svelte/no-target-blank': 'error'
		}
	},
	// For each component the checker of types begins anew, which took a third of the whole run; svelte-check has its types.
	{ files: ['**/*.svelte'], ...ts.configs.disableTypeChecked },
	// Rooms.
	{
		files: ['src/**', 'workers/**', 'scripts/**'],
		ignores: ['src/app.d.ts'],
		plugins: { boundaries },
		settings: {
			'import/resolver': {
				[fileURLToPath(new URL('scripts/toolchain/eslint-resolver.cjs', import.meta.url))]: {}
			},
			'boundaries/elements': rooms.map(({ name, folder }) => ({ type: name, pattern: folder })),
			'boundaries/files': Object.entries(parts).map(([category, pattern]) => ({ category, pattern })),
			'boundaries/root-path': import.meta.dirname,
			'boundaries/legacy-warnings': false
		},
		rules: {
			'boundaries/dependencies': [
				'error',
				{
					default: 'disallow',
					message:
						'{{from.element.type}} may not import {{to.element.type}}: see the table of rooms in ARCHITECTURE.md',
					policies: rooms.map(({ name, may }) => ({
						from: { element: { type: name } },
						allow: [name, ...may].map((target) =>
							target in parts
								? { to: { file: { categories: target } } }
								: { to: { element: { type: target } } }
						)
					}))
				}
			],
			'boundaries/no-unknown-files': 'error'
		}
	},
	rooms.flatMap(fences),
	// SvelteKit's ambient declarations belong to no room.
	{ files: ['src/app.d.ts'], rules: { 'boundaries/no-unknown-files': 'off' } },
	{ files: mayFetch, rules: { 'no-restricted-globals': 'off' } },
	{ files: maySpawn, rules: { 'no-restricted-syntax': 'off' } },
	// One thing a file: a limit on code, not on the words that explain it.
	...[
		{ files: ['src/**/*.ts', 'workers/**/*.ts', 'scripts/**/*.ts'], max: 300 },
		{ files: ['src/lib/core/**/*.ts'], max: 150 },
		{ files: ['workers/*.worker.ts'], max: 60 },
		{ files: ['src/**/*.svelte'], max: 240 }
	].map(({ files, max }) => ({
		files,
		rules: { 'max-lines': ['error', { max, skipBlankLines: true, skipComments: true }] }
	})),
	{
		files: ['test/**'],
		rules: {
			'@typescript-eslint/no-non-null-assertion': 'off',
			// A matcher such as expect.any() is typed any.
			'@typescript-eslint/no-unsafe-assignment': 'off'
		}
	},
	{
		files: ['**/*.{js,cjs}'],
		extends: [ts.configs.disableTypeChecked],
		languageOptions: { globals: globals.node },
		rules: { '@typescript-eslint/no-require-imports': 'off' }
	}
);
