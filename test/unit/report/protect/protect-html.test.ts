import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { buildReportHtml } from '#lib/report/index.ts';
import { protectHtml } from '#lib/report/protect/protect-html.ts';
import { unlockScript } from '#lib/report/protect/unlock-script.ts';
import en from '#lib/i18n/en/sharing.ts';
import zh from '#lib/i18n/zh-CN/sharing.ts';
import { sampleInput } from '../fixture.ts';
import { openedByNode, part, sealedIn } from './opened-by-node.ts';

const passphrase = '茶与 远山 café';
const report = buildReportHtml(sampleInput('en'));
const page = await protectHtml(report, passphrase, 'en');

const scriptIn = (html: string) => part(html, /<script>([\s\S]*?)<\/script>/);

describe('a protected report', () => {
	test('holds the whole report, sealed so that another implementation opens it', () => {
		expect(openedByNode(page, passphrase)).toBe(report);
		expect(() => openedByNode(page, 'another passphrase')).toThrow();
	});

	test('says nothing of the report outside the seal', () => {
		const outside = page.replace(/<template[\s\S]*<\/template>/, '').toLowerCase();
		for (const word of ['Customer review', 'Harbour Lane', 'customers', 'GBP', '£', 'english-shop']) {
			expect(report.includes(word), word).toBe(true);
			expect(outside.includes(word.toLowerCase()), word).toBe(false);
		}
	});

	test('allows its one script by hash, and nothing else', () => {
		const policy = part(page, /Content-Security-Policy" content="([^"]*)"/);
		const hash = createHash('sha256').update(scriptIn(page)).digest('base64');
		expect(policy).toBe(
			`default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`
		);
		expect(page.match(/<script/g)).toHaveLength(1);
		expect(page).not.toMatch(/\s(src|srcset|on[a-z]+|action|href)=/i);
		expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
	});

	test('has salt and nonce of its own each time', async () => {
		const again = await protectHtml(report, passphrase, 'en', 1000);
		expect(sealedIn(again).subarray(0, 28).equals(sealedIn(page).subarray(0, 28))).toBe(false);
		expect(sealedIn(again).subarray(0, 16).equals(sealedIn(page).subarray(0, 16))).toBe(false);
	});

	test('asks in the language of the report', async () => {
		expect(page).toContain(en.lock.open);
		const chinese = await protectHtml('<p>', passphrase, 'zh-CN', 1000);
		expect(chinese).toContain(zh.lock.failed);
		expect(chinese).toContain('<html lang="zh-CN">');
	});

	test('refuses a passphrase that is no protection', async () => {
		await expect(protectHtml('<p>', 'short', 'en')).rejects.toMatchObject({ code: 'passphrase-short' });
	});
});

/** Just enough of a page for the script in the file to run: what it says, and what it put in its own place. */
function fakePage(sealed: string) {
	const shown = { said: 'waiting', report: '' };
	let submit: ((event: { preventDefault(): void }) => Promise<void>) | undefined;
	const field = { value: '', focus: () => undefined, select: () => undefined };
	const parts: Readonly<Record<string, unknown>> = {
		lock: { hidden: true, addEventListener: (_: string, on: typeof submit) => (submit = on) },
		passphrase: field,
		said: {
			set textContent(text: string) {
				shown.said = text;
			}
		},
		open: { disabled: false },
		sealed: { content: { textContent: sealed } },
		opening: { textContent: 'opening' },
		failed: { textContent: 'failed' },
		unsupported: { textContent: 'unsupported' }
	};
	const document = {
		documentElement: {},
		getElementById: (id: string) => parts[id],
		adoptNode: (node: unknown) => node,
		replaceChild: (node: { html: string }) => (shown.report = node.html)
	};
	class DOMParser {
		parseFromString = (html: string) => ({ documentElement: { html } });
	}
	return {
		document,
		DOMParser,
		window: { scrollTo: () => undefined },
		async open(secret: string) {
			shown.report = '';
			field.value = secret;
			await submit?.({ preventDefault: () => undefined });
			return { ...shown };
		}
	};
}

function run(html: string) {
	const script = scriptIn(html);
	const fake = fakePage(part(html, /<template id="sealed">([^<]*)<\/template>/));
	// The script is code of this repository, run as the file holds it.
	// eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval
	const start = new Function('document', 'DOMParser', 'window', script) as (
		...of: readonly unknown[]
	) => void;
	start(fake.document, fake.DOMParser, fake.window);
	return fake;
}

describe('the script in the file', () => {
	test('is the one whose hash the policy names, and asks 600,000 iterations', () => {
		expect(scriptIn(page)).toBe(unlockScript());
		expect(scriptIn(page)).toContain('iterations: 600000 ');
	});

	test('opens with the passphrase, however composed, and says when it is another', async () => {
		const fake = run(page);
		expect(await fake.open('another passphrase')).toEqual({ said: 'failed', report: '' });
		expect(await fake.open(passphrase.normalize('NFD'))).toMatchObject({ report });
	});

	test('says the same of any change to what is sealed, 1,000 of 1,000', async () => {
		const small = await protectHtml('<p>一份报告</p>'.repeat(20), passphrase, 'en', 10);
		expect(await run(small).open(passphrase)).toMatchObject({ report: '<p>一份报告</p>'.repeat(20) });
		const whole = sealedIn(small);
		const source = xoroshiro128plus(7);
		for (let trial = 0; trial < 1000; trial++) {
			const at = uniformInt(source, 0, whole.length - 1);
			const changed =
				trial % 3 === 0
					? whole.subarray(0, at)
					: Buffer.from(whole.map((byte, i) => (i === at ? byte ^ (1 << (trial % 8)) : byte)));
			const html = small.replace(/(<template id="sealed">)[^<]*/, `$1${changed.toString('base64')}`);
			expect(await run(html).open(passphrase), `trial ${trial}`).toEqual({ said: 'failed', report: '' });
		}
	});

	test('says the same when what is sealed is no base64', async () => {
		const html = page.replace(/(<template id="sealed">)/, '$1*');
		expect(await run(html).open(passphrase)).toEqual({ said: 'failed', report: '' });
	});
});
