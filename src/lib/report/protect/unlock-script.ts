/** Iterations of PBKDF2 over SHA-256: what OWASP asks for, half a second on a desk, two on a phone. */
export const ITERATIONS = 600_000;

/** What the cipher text is bound to besides its key: a file of another form does not open as this one. */
export const SEALED_AS = 'clientele-report 1';

/** Bytes before the cipher text: salt of the key, then nonce of the cipher. */
export const SALT_BYTES = 16;
export const NONCE_BYTES = 12;

/**
 * The one script that a protected report holds. It is kept as text because the report's policy names its hash: not a
 * character may depend on how the app is built. Without `innerHTML` or `document.write` the report takes the place of
 * the lock: scripts in a document made by DOMParser never run, and both policies, the lock's and the report's, hold. `then` is a
 * function of the document, as text, for what is to be done once the report stands.
 */
export function unlockScript(iterations = ITERATIONS, then: string | null = null): string {
	return `'use strict';
(() => {
const get = (id) => document.getElementById(id);
const form = get('lock'), field = get('passphrase'), said = get('said'), button = get('open');
const say = (id) => { said.textContent = id === '' ? '' : get(id).textContent; };
const subtle = globalThis.crypto && crypto.subtle;
if (!subtle) { say('unsupported'); return; }
say('');
form.hidden = false;
field.focus();
const bytesOf = (text) => Uint8Array.from(atob(text.trim()), (sign) => sign.charCodeAt(0));
const open = async (passphrase) => {
const sealed = bytesOf(get('sealed').content.textContent);
const words = (text) => new TextEncoder().encode(text);
const base = await subtle.importKey('raw', words(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
const key = await subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: sealed.slice(0, ${SALT_BYTES}), iterations: ${iterations} }, base, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
const iv = sealed.slice(${SALT_BYTES}, ${SALT_BYTES + NONCE_BYTES});
const plain = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData: words('${SEALED_AS}') }, key, sealed.slice(${SALT_BYTES + NONCE_BYTES}));
return new TextDecoder('utf-8', { fatal: true }).decode(plain);
};
let busy = false;
form.addEventListener('submit', async (event) => {
event.preventDefault();
if (busy) return;
busy = true;
button.disabled = true;
say('opening');
try {
const report = new DOMParser().parseFromString(await open(field.value), 'text/html');
document.replaceChild(document.adoptNode(report.documentElement), document.documentElement);
window.scrollTo(0, 0);
${then === null ? '' : `(${then})(document);\n`}} catch {
say('failed');
field.select();
}
button.disabled = false;
busy = false;
});
})();
`;
}
