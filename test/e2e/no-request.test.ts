import { expect, test } from '@playwright/test';
import { readNetLogs } from './support/net-log.ts';

test('over the whole run no browser connected to, or asked for, any address but the app’s own', () => {
	const logs = readNetLogs();
	expect(logs.length).toBeGreaterThan(0);
	expect(logs.reduce((sum, log) => sum + log.requests, 0)).toBeGreaterThan(100);
	for (const log of logs) {
		const strangers = [...log.connections].filter((address) => !address.startsWith('127.0.0.1:'));
		expect(strangers, `connections in ${log.file}`).toEqual([]);
		const hosts = [...log.requestedHosts].filter((host) => host !== '127.0.0.1');
		expect(hosts, `requests in ${log.file}`).toEqual([]);
	}
});
