import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');
/** As a program of its own: the compiler's types would change those of the platform's own classes here. */
const compiler = require.resolve('assemblyscript/bin/asc.js');

const options = ['--optimizeLevel', '3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];
/** Half a mebibyte: what stands before the content, and some of that. Nothing is asked of the host. */
const memory = ['--initialMemory', '8', '--use', 'abort='];

/** What assembly/ compiles to, as the TypeScript file that carries it. */
export function assemble(): string {
	const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
	try {
		const out = join(folder, 'code.wasm');
		const args = [compiler, 'assembly/index.ts', '--outFile', out, ...options, ...memory];
		execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe' });
		const code = readFileSync(out).toString('base64');
		return `/** What assembly/ compiles to, made by \`npm run assembly\`: WebAssembly as base64. */\nexport const ASSEMBLY =\n\t'${code}';\n`;
	} finally {
		rmSync(folder, { recursive: true });
	}
}
