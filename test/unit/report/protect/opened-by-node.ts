import { createDecipheriv, pbkdf2Sync } from 'node:crypto';

export const part = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
export const sealedIn = (html: string): Buffer =>
	Buffer.from(part(html, /<template id="sealed">([^<]*)<\/template>/), 'base64');

/** Oracle: Node's own OpenSSL, from the format as docs/protected-files.md describes it. */
export function openedByNode(html: string, secret: string): string {
	const sealed = sealedIn(html);
	const key = pbkdf2Sync(secret.normalize('NFKC'), sealed.subarray(0, 16), 600_000, 32, 'sha256');
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(16, 28));
	decipher.setAAD(Buffer.from('clientele-report 1'));
	decipher.setAuthTag(sealed.subarray(-16));
	return Buffer.concat([decipher.update(sealed.subarray(28, -16)), decipher.final()]).toString('utf8');
}
