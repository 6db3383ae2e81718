import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where every browser of a run writes what its network stack did. */
export const netLogFolder = 'test-results/net-log';

interface NetLogEvent {
	readonly type: number;
	readonly params?: Readonly<Record<string, unknown>>;
}

/** What one browser's network stack did in its life. */
export interface NetLog {
	readonly file: string;
	/** Addresses that a connection was attempted to, e.g. `127.0.0.1:43521`. */
	readonly connections: ReadonlySet<string>;
	/** Hosts of requests that a page, a worker or a service worker asked for. */
	readonly requestedHosts: ReadonlySet<string>;
	readonly requests: number;
}

/** A fresh path for one browser's log; the pid parts workers that follow one another. */
export function netLogPath(name: string): string {
	mkdirSync(netLogFolder, { recursive: true });
	return join(netLogFolder, `${name}-${process.pid}-${Date.now()}.json`);
}

function parse(text: string): {
	constants: { logEventTypes: Record<string, number> };
	events: NetLogEvent[];
} {
	try {
		return JSON.parse(text) as ReturnType<typeof parse>;
	} catch {
		// A browser that was killed leaves the list of events open; each event stands on a line of its own.
		return JSON.parse(`${text.replace(/,?\s*$/, '')}]}`) as ReturnType<typeof parse>;
	}
}

/** Reads all logs of a run. */
export function readNetLogs(): NetLog[] {
	return readdirSync(netLogFolder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => {
			const { constants, events } = parse(readFileSync(join(netLogFolder, name), 'utf8'));
			const types = new Map(Object.entries(constants.logEventTypes).map(([key, value]) => [value, key]));
			const connections = new Set<string>();
			const requestedHosts = new Set<string>();
			let requests = 0;
			for (const { type, params } of events) {
				const kind = types.get(type);
				const address = params?.['address'];
				if (kind === 'TCP_CONNECT_ATTEMPT' && typeof address === 'string') connections.add(address);
				const url = params?.['url'];
				const initiator = params?.['initiator'];
				// The browser's own services have no page as initiator, and no way out either: see connections.
				if (kind !== 'URL_REQUEST_START_JOB' || typeof url !== 'string') continue;
				if (typeof initiator !== 'string' || !initiator.startsWith('http')) continue;
				requests += 1;
				requestedHosts.add(new URL(url).hostname);
			}
			return { file: name, connections, requestedHosts, requests };
		});
}
