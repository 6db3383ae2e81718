/**
 * Serves build/ on this machine alone: `npm run serve -- [--port 4173] [--base /sub/folder]`.
 * With --build, builds first when the sources are newer than the build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIsFresh } from './toolchain/build-age.ts';
import { serveFolder, type RunningServer } from './toolchain/static-server.ts';

const DEFAULT_PORT = 4173;
const project = join(import.meta.dirname, '..');
const { values } = parseArgs({
	options: {
		port: { type: 'string' },
		base: { type: 'string', default: '' },
		build: { type: 'boolean', default: false }
	}
});

if (values.build && !buildIsFresh(project)) {
	console.log('Building Clientele …');
	const { status } = spawnSync('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], {
		cwd: project,
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
	if (status !== 0) process.exit(status ?? 1);
}
const root = join(project, 'build');
if (!existsSync(join(root, 'index.html'))) {
	console.error('There is no build yet: run "npm start", or "npm run build" first.');
	process.exit(1);
}

const isTaken = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function listen(): Promise<RunningServer> {
	const serve = (port: number): Promise<RunningServer> =>
		serveFolder({ root, port, base: values.base, headers: true });
	if (values.port !== undefined) return serve(Number(values.port));
	try {
		return await serve(DEFAULT_PORT);
	} catch (error) {
		if (!isTaken(error)) throw error;
		console.log(
			`Port ${DEFAULT_PORT} is in use: taking another. A browser keeps data per address, so what was ` +
				`imported at port ${DEFAULT_PORT} is not seen here.`
		);
		return serve(0);
	}
}

try {
	const server = await listen();
	console.log(`\n  Clientele 客析台 is ready at  ${server.url}\n\n  Ctrl+C ends it.`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void server.close().then(() => process.exit(0)));
	}
} catch (error) {
	if (!isTaken(error)) throw error;
	console.error(`Port ${values.port ?? ''} is in use.`);
	process.exit(1);
}
