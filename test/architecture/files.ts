import { existsSync as exists, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

export const existsSync = (path: string): boolean => exists(join(project, path));

/** All files of the project below a folder, as paths from its root with forward slashes. */
export function filesBelow(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(project.length + 1)
				.replaceAll('\\', '/')
		)
		.sort();
}

/** The project's files that match a pattern of `*` and `**`. */
export function globSync(pattern: string): string[] {
	const source = pattern
		.replace(/[.+^${}()|[\]\\]/g, '\\$&')
		.replaceAll('/**/', '/\u0000')
		.replaceAll('*', '[^/]*')
		.replaceAll('\u0000', '(?:.*/)?');
	const matcher = new RegExp(`^${source}$`);
	return filesBelow(pattern.slice(0, pattern.indexOf('/*'))).filter((file) => matcher.test(file));
}
