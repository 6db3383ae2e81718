import { defineConfig } from '@playwright/test';

/** Tests drive the built app as any static host serves it. The last project reads the browsers' own net logs. */
export default defineConfig({
	testDir: 'test/e2e',
	outputDir: 'test-results',
	fullyParallel: true,
	forbidOnly: process.env.CI !== undefined,
	retries: 0,
	workers: 2,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
	globalSetup: './test/e2e/support/global-setup.ts',
	use: {
		viewport: { width: 1440, height: 900 },
		locale: 'en-GB',
		// Storing the whole app anew for each test takes longer than most tests; those that are about it allow it.
		serviceWorkers: 'block',
		timezoneId: 'Asia/Shanghai',
		actionTimeout: 15_000,
		screenshot: 'only-on-failure'
	},
	projects: [
		{ name: 'app', testMatch: '**/*.test.ts', testIgnore: '**/no-request.test.ts' },
		{ name: 'net log', testMatch: '**/no-request.test.ts', dependencies: ['app'] }
	]
});
