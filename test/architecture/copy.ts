import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const everything = [
	'src',
	'workers',
	'scripts',
	'.svelte-kit',
	'package.json',
	'tsconfig.json',
	'tsconfig.base.json',
	'svelte.config.js',
	'eslint.config.js',
	'knip.json',
	'.dependency-cruiser.js',
	'.size-limit.js'
];

/** A copy of the project in a temporary folder, in which violations can be planted. */
export class Copy {
	readonly folder: string;

	constructor(names: readonly string[] = everything) {
		this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-')));
		for (const name of names) {
			if (existsSync(join(project, name)))
				cpSync(join(project, name), join(this.folder, name), { recursive: true });
		}
		symlinkSync(join(project, 'node_modules'), join(this.folder, 'node_modules'), 'dir');
	}

	plant(path: string, code: string): void {
		const file = join(this.folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, code);
	}

	/** Runs a tool of node_modules inside the copy. */
	run(tool: string, ...args: string[]): { status: number | null; output: string } {
		const { status, stdout, stderr } = spawnSync(join(project, 'node_modules/.bin', tool), args, {
			cwd: this.folder,
			encoding: 'utf8',
			maxBuffer: 256 * 1024 * 1024,
			env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
		});
		return { status, output: stdout + stderr };
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}
