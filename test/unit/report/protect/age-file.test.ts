import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import * as cctv from 'cctv-age';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { readSnapshot, writeSnapshot } from '#lib/report/index.ts';
import { openAge, sealAge } from '#lib/report/protect/age-file.ts';
import { sampleInput } from '../fixture.ts';

const words = (text: string) => new TextEncoder().encode(text);
const passphrase = 'correct horse battery';

/** What became of an attempt: the content, or the code of the refusal. */
async function attempt(file: Uint8Array, secret = passphrase): Promise<string> {
	try {
		return Buffer.from(await openAge(file, secret)).toString('hex');
	} catch (thrown) {
		return (thrown as { code: string }).code;
	}
}

describe('a file locked in the age format', () => {
	test('opens with its passphrase alone, byte for byte', async () => {
		const plain = words(writeSnapshot(sampleInput('zh-CN')));
		const sealed = await sealAge(plain.slice(0, 200_000), passphrase, 6);
		expect(Buffer.from(sealed).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} 6\n/);
		expect(Buffer.from(await openAge(sealed, passphrase)).equals(Buffer.from(plain.slice(0, 200_000)))).toBe(
			true
		);
		expect(await attempt(sealed, 'correct horse batterz')).toBe('sealed-unreadable');
		expect(await attempt(sealed, '')).toBe('sealed-unreadable');
	});

	test('is never the same twice, and holds nothing readable', async () => {
		const plain = words('CANARY '.repeat(200));
		const [one, two] = await Promise.all([sealAge(plain, passphrase, 4), sealAge(plain, passphrase, 4)]);
		expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
		expect(Buffer.from(one).includes('CANARY')).toBe(false);
	});

	test('takes the same passphrase from another keyboard, and refuses a short one', async () => {
		const sealed = await sealAge(words('x'), 'ｃａｆé 密码 １２', 4);
		expect(await attempt(sealed, 'café 密码 12')).toBe('78');
		await expect(sealAge(words('x'), '1234567', 4)).rejects.toMatchObject({
			code: 'passphrase-short',
			params: { least: 8 }
		});
	});

	test('asks 2^18 rounds of scrypt from who guesses', async () => {
		const sealed = await sealAge(words('x'), passphrase);
		expect(Buffer.from(sealed).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n/);
	});
});

interface Vector {
	readonly name: string;
	readonly expect: string;
	readonly passphrase: string | null;
	readonly payload: string | null;
	readonly file: Uint8Array;
}

/** Oracle: the public test vectors of the format (C2SP CCTV). */
const all = Object.entries(cctv).map(([name, bytes]): Vector => {
	const text = Buffer.from(bytes);
	const end = text.indexOf('\n\n');
	const head = text.subarray(0, end).toString('utf8');
	const of = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(head)?.[1] ?? null;
	const body = text.subarray(end + 2);
	return {
		name,
		expect: of('expect') ?? '',
		passphrase: of('passphrase'),
		payload: of('payload'),
		file: Uint8Array.from(of('compressed') === 'zlib' ? inflateSync(body) : body)
	};
});

describe('the public age vectors', () => {
	test('are all here', () => {
		expect(all).toHaveLength(143);
		expect(all.filter((vector) => vector.passphrase !== null)).toHaveLength(26);
	});

	test.each(all.filter((vector) => vector.passphrase !== null))(
		'$name, with its passphrase: $expect',
		async (vector) => {
			const got = await attempt(vector.file, vector.passphrase ?? '');
			if (vector.expect !== 'success') {
				expect(got).toBe('sealed-unreadable');
				return;
			}
			expect(createHash('sha256').update(Buffer.from(got, 'hex')).digest('hex')).toBe(vector.payload);
		}
	);

	test('for keys instead of passphrases are refused by the same code, all of them', async () => {
		const others = all.filter((vector) => vector.passphrase === null);
		expect(others).toHaveLength(117);
		for (const { file, name } of others) {
			expect(await attempt(file, 'password'), name).toBe('sealed-unreadable');
		}
	});
});

describe('a locked snapshot that was changed', () => {
	test('is refused with one code, 1,200 of 1,200', async () => {
		const sealed = await sealAge(words(writeSnapshot(sampleInput('en')).slice(0, 3000)), passphrase, 2);
		const source = xoroshiro128plus(20_260_105);
		const int = (low: number, high: number) => uniformInt(source, low, high);
		// Half of the changes strike the first 300 bytes: header, nonce, start of the first piece.
		const place = () => (int(0, 1) === 0 ? int(0, 299) : int(0, sealed.length - 1));
		for (let trial = 0; trial < 1200; trial++) {
			const changed = changedBy(sealed, trial % 4, place, int);
			expect(Buffer.from(changed).equals(Buffer.from(sealed))).toBe(false);
			expect(await attempt(changed), `trial ${trial}`).toBe('sealed-unreadable');
		}
	});
});

/** A flipped bit, a cut, bytes put in, or bytes taken out. */
function changedBy(
	whole: Uint8Array,
	kind: number,
	place: () => number,
	int: (low: number, high: number) => number
): Uint8Array {
	const at = place();
	if (kind === 0) return whole.map((byte, i) => (i === at ? byte ^ (1 << int(0, 7)) : byte));
	if (kind === 1) return whole.slice(0, at);
	if (kind === 2) {
		return Uint8Array.from([...whole.subarray(0, at), int(0, 255), int(0, 255), ...whole.subarray(at)]);
	}
	return Uint8Array.from([...whole.subarray(0, at), ...whole.subarray(at + int(1, 20))]);
}

const hasAge = ['age', 'script'].every((name) => spawnSync(name, ['--version']).status === 0);

// The oracle is the age command; where it is not installed this says that it is skipped.
describe.skipIf(!hasAge)('the age command', () => {
	/** The command asks at a terminal: `script` gives it one. */
	function age(args: string, answers: string): void {
		execFileSync('script', ['-qec', `age ${args}`, '/dev/null'], { input: answers });
	}

	test('opens what is locked here, and what it locked opens here', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'age-'));
		const path = (name: string) => join(folder, name);
		const text = writeSnapshot(sampleInput('en'));
		try {
			writeFileSync(path('ours.age'), await sealAge(words(text), passphrase));
			age(`-d -o ${path('ours.json')} ${path('ours.age')}`, `${passphrase}\n`);
			expect(readFileSync(path('ours.json'), 'utf8')).toBe(text);
			writeFileSync(path('theirs.json'), text);
			age(`-p -a -o ${path('theirs.age')} ${path('theirs.json')}`, `${passphrase}\n${passphrase}\n`);
			const opened = await openAge(readFileSync(path('theirs.age')), passphrase);
			expect(readSnapshot(new TextDecoder().decode(opened)).title).toBe('Customer review 2023–2025');
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
