import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

interface VitestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numPendingTests: number;
	readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
	readonly stats: {
		readonly expected: number;
		readonly unexpected: number;
		readonly flaky: number;
		readonly skipped: number;
	};
	readonly errors: readonly unknown[];
}

const read = (path: string): unknown => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/** Counts of a Vitest JSON report; a file that failed before its first test counts as one failure. */
export function vitestCounts(path: string): Counts | null {
	const report = read(path) as VitestReport | null;
	if (report === null) return null;
	const broken = report.testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.length === 0
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + broken.length,
		skipped: report.numPendingTests
	};
}

/** Counts of a Playwright JSON report; a test that passed only on a second try counts as failed. */
export function playwrightCounts(path: string): Counts | null {
	const report = read(path) as PlaywrightReport | null;
	if (report === null) return null;
	const { expected, unexpected, flaky, skipped } = report.stats;
	return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}
