import { CoreError } from '#lib/core/errors.ts';
import { ITERATIONS, NONCE_BYTES, SALT_BYTES, SEALED_AS } from './unlock-script.ts';

const OPENS = '<template id="sealed">';
const CLOSES = '</template>';

/**
 * The report inside a page that `protectHtml` locked, as its own script opens it in a browser. Half a second. The passphrase is
 * taken in the form in which this app seals.
 *
 * @throws CoreError `sealed-unreadable` when the passphrase is another, the page was changed, or is no locked one;
 * `crypto-unavailable` where the browser gives no encryption.
 */
export async function openHtml(page: string, passphrase: string): Promise<string> {
	if (!('subtle' in crypto)) throw new CoreError('crypto-unavailable');
	const { subtle } = crypto;
	const utf8 = new TextEncoder();
	try {
		const sealed = sealedIn(page);
		const form = utf8.encode(passphrase.normalize('NFKC'));
		const base = await subtle.importKey('raw', form, 'PBKDF2', false, ['deriveKey']);
		const key = await subtle.deriveKey(
			{ name: 'PBKDF2', hash: 'SHA-256', salt: sealed.slice(0, SALT_BYTES), iterations: ITERATIONS },
			base,
			{ name: 'AES-GCM', length: 256 },
			false,
			['decrypt']
		);
		const iv = sealed.slice(SALT_BYTES, SALT_BYTES + NONCE_BYTES);
		const plain = await subtle.decrypt(
			{ name: 'AES-GCM', iv, additionalData: utf8.encode(SEALED_AS) },
			key,
			sealed.slice(SALT_BYTES + NONCE_BYTES)
		);
		return new TextDecoder('utf-8', { fatal: true }).decode(plain);
	} catch (thrown) {
		throw new CoreError('sealed-unreadable', {}, { cause: thrown });
	}
}

function sealedIn(page: string): Uint8Array<ArrayBuffer> {
	const start = page.indexOf(OPENS);
	const end = page.indexOf(CLOSES, start);
	if (start < 0 || end < 0) throw new Error('not locked');
	return Uint8Array.from(atob(page.slice(start + OPENS.length, end)), (sign) => sign.charCodeAt(0));
}
