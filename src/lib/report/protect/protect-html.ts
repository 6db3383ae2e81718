import { CoreError } from '#lib/core/errors.ts';
import { messagesFor, type Locale } from '#lib/i18n/messages.ts';
import { base64Of, base64OfHex } from '../base64.ts';
import { markup, Markup } from '../html/markup.ts';
import { reader } from '../html/reader-script.ts';
import { styles } from '../html/styles.ts';
import { sha256Hex } from '../sha256.ts';
import { sealingPassphrase } from './passphrase.ts';
import { ITERATIONS, NONCE_BYTES, SALT_BYTES, SEALED_AS, unlockScript } from './unlock-script.ts';

/**
 * A report that its reader's browser decrypts: the same HTML, sealed with AES-256-GCM under a key that PBKDF2 makes of
 * the passphrase, in a page that asks for it. Salt and nonce are fresh each time. What is not sealed says nothing of
 * the report but its language and its length. About half a second.
 *
 * @param interactive The report is one with a script: as that of a report which was opened here never runs, the lock's does
 * what it would.
 * @param iterations Of PBKDF2; fewer for tests alone.
 * @throws CoreError `passphrase-short`; `crypto-unavailable` where the browser gives no encryption (a page that is
 * not from https, this computer or a file).
 */
export async function protectHtml(
	html: string,
	passphrase: string,
	locale: Locale,
	iterations = ITERATIONS,
	interactive = false
): Promise<string> {
	const form = sealingPassphrase(passphrase);
	if (!('subtle' in crypto)) throw new CoreError('crypto-unavailable');
	const { subtle } = crypto;
	const random = crypto.getRandomValues(new Uint8Array(SALT_BYTES + NONCE_BYTES));
	const utf8 = new TextEncoder();
	const base = await subtle.importKey('raw', utf8.encode(form), 'PBKDF2', false, ['deriveKey']);
	const key = await subtle.deriveKey(
		{ name: 'PBKDF2', hash: 'SHA-256', salt: random.slice(0, SALT_BYTES), iterations },
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt']
	);
	const sealed = await subtle.encrypt(
		{ name: 'AES-GCM', iv: random.slice(SALT_BYTES), additionalData: utf8.encode(SEALED_AS) },
		key,
		utf8.encode(html)
	);
	return lockPage(
		base64Of(random, new Uint8Array(sealed)),
		locale,
		unlockScript(iterations, interactive ? reader : null)
	);
}

/** The page that asks for the passphrase. Its texts for the script stand in it unseen, in the reader's language. */
function lockPage(sealed: string, locale: Locale, script: string): string {
	const { common, sharing } = messagesFor(locale);
	const words = sharing.lock;
	const policy = [
		"default-src 'none'",
		`script-src 'sha256-${base64OfHex(sha256Hex(script))}'`,
		// The report's own style and the widths of its bars; its own policy, read after this one, allows no script.
		"style-src 'unsafe-inline'",
		'img-src data:',
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
	return markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Clientele">
<title>${words.title()}</title>
<style>${new Markup(styles + lockStyles)}</style>
</head>
<body class="locked">
<main class="card">
<p class="brand"><span aria-hidden="true">C</span>${common.appName()}</p>
<h1>${words.title()}</h1>
<p class="note">${words.text()}</p>
<form id="lock" hidden>
<label for="passphrase">${words.passphrase()}</label>
<input id="passphrase" type="password" autocomplete="off" spellcheck="false" required aria-describedby="said">
<button id="open">${words.open()}</button>
</form>
<p id="said" class="said" role="status">${words.waiting()}</p>
<div hidden><p id="opening">${words.opening()}</p><p id="failed">${words.failed()}</p><p id="unsupported">${words.unsupported()}</p></div>
</main>
<template id="sealed">${new Markup(sealed)}</template>
<script>${new Markup(script)}</script>
</body>
</html>
`.text;
}

const lockStyles = `
.locked{display:grid;min-height:100vh;align-items:center;padding-top:24px;padding-bottom:24px}
.locked main{width:100%;max-width:460px;margin:0 auto;padding:28px}
.locked h1{font-size:22px}
.locked .brand{margin-bottom:20px}
.locked form{display:grid;gap:8px;margin-top:20px}
.locked form[hidden]{display:none}
.locked label{color:var(--ink2);font-size:12px}
.locked input,.locked button{font:inherit;height:40px;border-radius:6px;padding:0 12px}
.locked input{width:100%;border:1px solid var(--ink2);background:var(--card);color:var(--ink)}
.locked button{margin-top:6px;border:0;background:var(--accent);color:var(--on-accent);font-weight:600;cursor:pointer}
.locked button:disabled{opacity:.6;cursor:progress}
.locked input:focus-visible,.locked button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.said{margin-top:14px;min-height:1.55em;font-size:13px}
`;
