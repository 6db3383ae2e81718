import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../../scripts/toolchain/static-server.ts';
import { writeOrders } from './orders-file.ts';

/** A served build and a folder for profile and files, for one fault's run. */
export interface Workplace {
	readonly url: string;
	readonly folder: string;
	readonly profile: string;
	/** Writes an export of so many order lines and gives its path; the app names the dataset after it. */
	orders(name: string, lines: number, seed?: number): string;
}

/** Runs `task` in a workplace that is gone afterwards. */
export async function withWorkplace<T>(build: string, task: (place: Workplace) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'clientele-fault-'));
	const site = await serveFolder({ root: build });
	try {
		return await task({
			url: site.url,
			folder,
			profile: join(folder, 'profile'),
			orders(name, lines, seed = 7) {
				const path = join(folder, `${name}.csv`);
				writeOrders(path, lines, seed);
				return path;
			}
		});
	} finally {
		await site.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}
