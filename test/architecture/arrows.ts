import { existsSync, globSync } from './files.ts';
import { parts, rooms } from '../../scripts/toolchain/rooms.js';

/** One import from a room to a room, planted as a file of its own. */
export interface Arrow {
	readonly from: string;
	readonly to: string;
	readonly allowed: boolean;
	readonly file: string;
	readonly code: string;
}

const partFiles = (part: string): string[] =>
	part in parts ? parts[part as keyof typeof parts].flatMap((pattern) => globSync(pattern)) : [];

/** How a room's file writes the address of another file. */
function specifier(from: string, target: string): string {
	if (target.startsWith('src/lib/')) return `#lib/${target.slice('src/lib/'.length)}`;
	return '../'.repeat(from.split('/').length) + target;
}

/** A file of a room that is of none of its freely importable parts. */
function privateFile(folder: string): string | undefined {
	const open = new Set(Object.keys(parts).flatMap(partFiles));
	return globSync(`${folder}/**/*.ts`).find((file) => !open.has(file) && !file.endsWith('.d.ts'));
}

/** Every arrow between two rooms, and from each room to the open parts of others: allowed or not, as the table says. */
export function allArrows(): Arrow[] {
	const arrows: Arrow[] = [];
	for (const { name, folder, may } of rooms) {
		for (const target of rooms) {
			if (target.name === name || !existsSync(target.folder)) continue;
			const file = privateFile(target.folder);
			if (file !== undefined) arrows.push(arrow(name, folder, target.name, file, may.includes(target.name)));
		}
		for (const part of Object.keys(parts)) {
			const file = partFiles(part)[0];
			if (file === undefined || file.startsWith(`${folder}/`)) continue;
			const owner = rooms.find((room) => file.startsWith(`${room.folder}/`));
			arrows.push(arrow(name, folder, part, file, may.includes(part) || may.includes(owner?.name ?? '')));
		}
	}
	return arrows;
}

function arrow(from: string, folder: string, to: string, target: string, allowed: boolean): Arrow {
	const file = `${folder}/planted/${from}-to-${to}.ts`;
	const code = `import type * as planted from '${specifier(`${folder}/planted`, target)}';\nexport type Planted = typeof planted;\n`;
	return { from, to, allowed, file, code };
}
