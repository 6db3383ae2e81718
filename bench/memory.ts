import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** A field of /proc/<pid>/status in MiB. */
function mebibytes(pid: number, field: string): number {
	const line = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return Number(line?.[1] ?? NaN) / 1024;
}

/** The page processes of the browser that runs on a profile, found by their ancestors. */
function pagesOf(profile: string): number[] {
	const parent = new Map<number, number>();
	const command = new Map<number, string>();
	for (const name of readdirSync('/proc')) {
		if (!/^\d+$/.test(name)) continue;
		try {
			const pid = Number(name);
			command.set(pid, readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
			parent.set(pid, Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]));
		} catch {
			// It ended while we looked.
		}
	}
	const isOurs = (pid: number | undefined): boolean =>
		pid !== undefined && (command.get(pid)?.includes(profile) === true || isOurs(parent.get(pid)));
	return [...command.keys()].filter(
		(pid) => command.get(pid)?.includes('--type=renderer') === true && isOurs(pid)
	);
}

/**
 * Begins to watch the memory of a browser's pages; the function given back says by how many MiB the largest of them
 * grew at its peak. NaN where the system does not tell (it does on Linux).
 */
export function watchMemory(profile: string): () => number {
	const before = new Map<number, number>();
	try {
		for (const pid of pagesOf(profile)) {
			// Forgets the peak so far: another contender may have left it.
			writeFileSync(`/proc/${pid}/clear_refs`, '5');
			before.set(pid, mebibytes(pid, 'VmRSS'));
		}
	} catch {
		return () => NaN;
	}
	return () => {
		const grown = [...before].map(([pid, resident]) => mebibytes(pid, 'VmHWM') - resident);
		return grown.length === 0 ? NaN : Math.max(...grown);
	};
}
