import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of. */
const inputs = [
	'src',
	'workers',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json'
];

/** Newest change time at or below a path, in ms; 0 when it does not exist. */
function newest(path: string): number {
	const info = statSync(path, { throwIfNoEntry: false });
	if (info === undefined) return 0;
	if (!info.isDirectory()) return info.mtimeMs;
	// A folder's own time tells of files that were removed.
	return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), info.mtimeMs);
}

/** Whether build/ is complete and no source has changed since it was written. */
export function buildIsFresh(project: string): boolean {
	const built = statSync(join(project, 'build/_headers'), { throwIfNoEntry: false });
	if (built === undefined) return false;
	return inputs.every((input) => newest(join(project, input)) <= built.mtimeMs);
}
