/**
 * Writes THIRD-PARTY-NOTICES.md from what is installed: name, version and licence text of every package that ends
 * up in the built app.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Build tools of which a part runs in the page, with the helpers that this part brings along. Their other
 * dependencies only run while building.
 */
const runtimesOfTools = ['svelte', '@sveltejs/kit', 'clsx', 'devalue', 'esm-env'];

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
	readonly dependencies?: Readonly<Record<string, string>>;
}

export interface Notice {
	readonly name: string;
	readonly version: string;
	readonly license: string;
	readonly text: string;
}

function manifestIn(folder: string): Manifest {
	return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
}

/** Finds a package as Node does: beside the one that asks for it, then in each folder above. */
function folderOf(name: string, from: string): string {
	for (let at = from; ; at = at.slice(0, at.lastIndexOf('/'))) {
		const found = `${at}/node_modules/${name}`;
		if (existsSync(`${found}/package.json`)) return found;
		if (!at.includes('/') || at === '') throw new Error(`${name} is not installed: run npm ci`);
	}
}

/** What ships: the app's dependencies and theirs, all the way down. Sorted by name and version. */
export function shippedPackages(): Notice[] {
	const seen = new Set<string>();
	const found = new Map<string, Notice>();
	const visit = (name: string, from: string, deep: boolean) => {
		const folder = folderOf(name, from);
		if (seen.has(folder)) return;
		seen.add(folder);
		const manifest = manifestIn(folder);
		const text = licenceText(folder);
		// The same version may be installed in several places; it is one package.
		found.set(`${manifest.name}@${manifest.version}`, {
			name: manifest.name,
			version: manifest.version,
			license: manifest.license ?? (text.startsWith('MIT License') ? 'MIT' : 'see text'),
			text
		});
		if (deep) for (const next of Object.keys(manifest.dependencies ?? {})) visit(next, folder, true);
	};
	const top = root.replace(/\/$/, '');
	for (const name of Object.keys(manifestIn(top).dependencies ?? {})) visit(name, top, true);
	for (const name of runtimesOfTools) visit(name, top, false);
	// The types of a package are erased; they are no part of the app.
	return [...found.values()]
		.filter(({ name }) => !name.startsWith('@types/'))
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

function licenceText(folder: string): string {
	const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
	return file === undefined ? '' : readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim();
}

/** The whole document, laid out as the project lays out its files. */
export async function noticesDocument(packages: readonly Notice[]): Promise<string> {
	const list = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
	const texts = packages.map(
		({ name, version, license, text }) =>
			`## ${name} ${version}\n\n${text === '' ? `Licence: ${license}. The package carries no licence text.` : fenced(text)}\n`
	);
	const document = [
		'# Third-party notices',
		'',
		'The built app contains these packages, or parts of them. Made by `tsx scripts/make-notices.ts`; a test keeps it',
		'up to date.',
		'',
		'| Package | Version | Licence |',
		'|---|---|---|',
		...list,
		'',
		...texts
	].join('\n');
	const config = await resolveConfig(`${root}THIRD-PARTY-NOTICES.md`);
	return format(document, { ...config, parser: 'markdown' });
}

function fenced(text: string): string {
	return `\`\`\`text\n${text}\n\`\`\``;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(`${root}THIRD-PARTY-NOTICES.md`, await noticesDocument(shippedPackages()));
}
