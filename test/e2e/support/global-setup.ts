import { existsSync, rmSync } from 'node:fs';
import { netLogFolder } from './net-log.ts';

/** The tests drive build/ as it stands; old logs would speak for another run. */
export default function globalSetup(): void {
	if (!existsSync('build/index.html')) throw new Error('There is no build: run "npm run build" first.');
	rmSync(netLogFolder, { recursive: true, force: true });
}
