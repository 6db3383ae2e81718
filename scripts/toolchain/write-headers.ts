/**
 * Runs after the build: writes build/_headers, for hosts that read such a file. The policy is the one of the
 * pages' meta tags, with the script hashes of all pages; as a header it also covers what a meta tag cannot
 * (frames, and workers loaded from an address). Nothing depends on it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const build = join(import.meta.dirname, '../../build');
const pages = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) =>
	name.endsWith('.html')
);

const policy = new Map<string, Set<string>>();
for (const page of pages) {
	const html = readFileSync(join(build, page), 'utf8');
	const content = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
	if (content === undefined) throw new Error(`build/${page} carries no content security policy`);
	for (const directive of content.split(';')) {
		const [name, ...values] = directive.trim().split(/\s+/);
		if (name === undefined || name === '') continue;
		const known = policy.get(name) ?? new Set();
		for (const value of values) known.add(value);
		policy.set(name, known);
	}
}
policy.set('frame-ancestors', new Set(["'none'"]));

const written = [...policy].map(([name, values]) => `${name} ${[...values].sort().join(' ')}`).join('; ');
writeFileSync(
	join(build, '_headers'),
	[
		'/*',
		`  Content-Security-Policy: ${written}`,
		'  X-Content-Type-Options: nosniff',
		'  Referrer-Policy: no-referrer',
		'  Cross-Origin-Opener-Policy: same-origin',
		'  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()',
		'/_app/immutable/*',
		'  Cache-Control: public, max-age=31536000, immutable',
		''
	].join('\n')
);
