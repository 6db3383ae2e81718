import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, locateBrowser } from './scripts/toolchain/browser.ts';

const executablePath = locateBrowser();

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					setupFiles: ['test/support/property-seed.ts'],
					// Loading the modules anew for each file takes longer than the tests; none of them leaves anything behind.
					isolate: false,
					include: ['test/{unit,property,oracle,import,storage}/**/*.test.ts'],
					// Real data sets take seconds; a test that hangs is still ended.
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'architecture',
					environment: 'node',
					include: ['test/architecture/**/*.test.ts'],
					// Each planted violation runs a tool over a copy of the tree.
					testTimeout: 180_000,
					hookTimeout: 180_000
				}
			},
			{
				extends: true,
				// Found late, these make Vite reload the page in the middle of a test.
				optimizeDeps: {
					include: [
						'@internationalized/date',
						'bits-ui',
						'browser-fs-access',
						'comlink',
						'd3-scale',
						'd3-shape',
						'dexie',
						'layercake',
						'papaparse',
						'pinyin-match',
						'svelte-sonner',
						'tinykeys',
						'typesafe-i18n',
						'valibot',
						'virtua/svelte',
						'vitest-browser-svelte'
					],
					// Icons are imported one by one; bundling all of them would take a minute.
					exclude: ['@lucide/svelte']
				},
				test: {
					name: 'browser',
					include: ['test/component/**/*.test.ts'],
					testTimeout: 20_000,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						viewport: { width: 1280, height: 800 },
						provider: playwright({
							launchOptions: { args: chromiumFlags, ...(executablePath === null ? {} : { executablePath }) }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
