import { readdirSync } from 'node:fs';

/** Files of data, in the folders of the sets, of which no figures are expected. */
export function unexpectedFiles(folder: string, expected: Readonly<Record<string, unknown>>): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((set) => set.isDirectory())
		.flatMap((set) => readdirSync(`${folder}/${set.name}`).map((file) => `${set.name}/${file}`))
		.filter((path) => /\.(?:csv|txt|xlsx|gz)$/.test(path) && !(path in expected));
}
