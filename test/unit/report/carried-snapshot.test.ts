import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { carriedSnapshot, carryingMarkup } from '#lib/report/snapshot/carried-snapshot.ts';
import { buildReportHtml, readSnapshot, writeReport, writeSnapshot } from '#lib/report/index.ts';
import { fileKind } from '#lib/state/file-kind.ts';
import { snapshotBytes } from '../../../workers/shared/snapshot-bytes.ts';
import { sampleInput } from './fixture.ts';

const limit = 1 << 24;
const asText = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes);
const page = (part: string): string => `<!doctype html>\n<html><body>${part}\n</body>\n</html>\n`;
const unlocked = () => Promise.reject(new Error('not locked'));

describe('a report that opens in the app', () => {
	test('carries the snapshot of the same request, and is else the same page', async () => {
		const input = sampleInput('en');
		const carrying = { ...input, request: { ...input.request, reopens: true } };
		const file = new File([await writeReport(carrying, 'html', null)], 'report.html');
		const html = await file.text();
		expect(html.replace(/<template.*<!--clientele-snapshot-->\n/, '')).toBe(buildReportHtml(input));
		expect(html).not.toMatch(/<script|javascript:|\son[a-z]+\s*=/i);
		expect(await fileKind(file)).toBe('snapshot');
		const bytes = await snapshotBytes(file, null, unlocked);
		expect(asText(bytes)).toBe(writeSnapshot(input));
		const opened = readSnapshot(asText(bytes) ?? '');
		expect(opened.analyses.map(({ result }) => result.method)).toEqual(
			input.analyses.map(({ result }) => result.method)
		);
	});

	test('carries what the report may tell where small groups are hidden, and nothing else', async () => {
		const input = sampleInput('en');
		const hidden = { ...input, request: { ...input.request, hideBelow: 5, reopens: true } };
		const html = await (await writeReport(hidden, 'html', null)).text();
		expect(asText(carriedSnapshot(html, limit))).toBe(writeSnapshot(hidden));
	});

	test('opens by its passphrase where it is locked; another one, or a changed page, opens nothing', async () => {
		const input = sampleInput('zh-CN');
		const asked = { ...input, request: { ...input.request, hideBelow: 5, reopens: true } };
		const secret = 'ｐass 短语 of five';
		const locked = new File([await writeReport(asked, 'html', secret)], 'locked.html');
		const html = await locked.text();
		expect(html).not.toContain('clientele-snapshot');
		expect(await fileKind(locked)).toBe('sealed');
		const opened = await snapshotBytes(locked, secret.normalize('NFKC'), unlocked);
		expect(asText(opened)).toBe(writeSnapshot(asked));
		const at = html.indexOf('<template id="sealed">') + 2000;
		const other = html[at] === 'A' ? 'B' : 'A';
		const changed = new File([html.slice(0, at) + other + html.slice(at + 1)], 'changed.html');
		const cut = new File([html.slice(0, at)], 'cut.html');
		for (const [file, passphrase] of [
			[locked, `${secret}s`],
			[changed, secret],
			[cut, secret]
		] as const)
			await expect(snapshotBytes(file, passphrase, unlocked)).rejects.toMatchObject({
				code: 'sealed-unreadable'
			});
	});

	test('carries nothing unasked; a report that carries none says so, locked or not', async () => {
		const input = sampleInput('en');
		const plain = new File([await writeReport(input, 'html', null)], 'report.html');
		expect(await fileKind(plain)).toBe('snapshot');
		await expect(snapshotBytes(plain, null, unlocked)).rejects.toMatchObject({
			code: 'report-without-snapshot'
		});
		const secret = 'a passphrase of five words';
		const locked = new File([await writeReport(input, 'html', secret)], 'locked.html');
		await expect(snapshotBytes(locked, secret, unlocked)).rejects.toMatchObject({
			code: 'report-without-snapshot'
		});
	});

	test('a page of another maker is a table', async () => {
		const other = new File([page('<table><tr><td>1</td></tr></table>')], 'page.html');
		expect(await fileKind(other)).toBe('table');
	});

	test('what a page says before its end cannot stand in the place of the snapshot', () => {
		const html = page(`<p>${carryingMarkup('of somebody')}</p>${carryingMarkup('its own')}`);
		expect(asText(carriedSnapshot(html, limit))).toBe('its own');
		expect(carriedSnapshot(page('<p>nothing</p>'), limit)).toBeNull();
	});

	test('a part that is damaged, cut off or endless is refused', () => {
		const whole = carryingMarkup(Array.from({ length: 2000 }, (_, i) => (i * i) % 9973).join());
		const cut = whole.replace(/.{400}<\/template>/, '</template>');
		expect(() => carriedSnapshot(page(cut), limit)).toThrow(
			expect.objectContaining({ code: 'snapshot-invalid' })
		);
		const odd = whole.replace(/(snapshot">).{4}/, '$1@@@@');
		expect(() => carriedSnapshot(page(odd), limit)).toThrow(
			expect.objectContaining({ code: 'snapshot-invalid' })
		);
		const bomb = btoa(String.fromCharCode(...gzipSync(new Uint8Array(1 << 22))));
		const endless = whole.replace(/(snapshot">)[^<]*/, `$1${bomb}`);
		expect(() => carriedSnapshot(page(endless), 1 << 20)).toThrow(
			expect.objectContaining({ code: 'file-too-large' })
		);
	});
});
