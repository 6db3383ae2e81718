/**
 * Writes the sample shops to static/samples. They come from fixed seeds: running this again changes nothing
 * unless the generator changed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packed, sampleShops } from './samples/files.ts';

const folder = fileURLToPath(new URL('../static/samples/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const shop of sampleShops) {
	const bytes = packed(shop.make());
	writeFileSync(folder + shop.file, bytes);
	console.log(`${shop.file}: ${bytes.length} bytes`);
}
