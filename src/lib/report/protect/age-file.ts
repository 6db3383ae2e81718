import { CoreError } from '#lib/core/errors.ts';
import { sealingPassphrase } from './passphrase.ts';

/** scrypt's N is 2 to this: about a second to seal and to open, for a guesser as for the owner. */
const WORK_FACTOR = 18;

const armorStart = '-----BEGIN AGE ENCRYPTED FILE-----';

/**
 * A file locked with a passphrase in the age format, version 1 (https://age-encryption.org/v1): the `age` command opens
 * it as well. Salt, file key and nonce are fresh each time. About 1 s, and 1 s per 100 MB.
 *
 * @param workFactor Base-2 logarithm of scrypt's N; lower for tests alone.
 * @throws CoreError `passphrase-short`.
 */
export async function sealAge(
	plain: Uint8Array,
	passphrase: string,
	workFactor = WORK_FACTOR
): Promise<Uint8Array<ArrayBuffer>> {
	const form = sealingPassphrase(passphrase);
	const { Encrypter } = await import('age-encryption');
	const encrypter = new Encrypter();
	encrypter.setPassphrase(form);
	encrypter.setScryptWorkFactor(workFactor);
	return new Uint8Array(await encrypter.encrypt(plain));
}

/**
 * Opens a file in the age format, binary or armored. The passphrase is tried as it was typed and in the form in which
 * this app seals; a file that asks for more than 2^20 rounds of scrypt is refused unread.
 *
 * @throws CoreError `sealed-unreadable` when the passphrase is another, or a single bit of the file was changed: the
 * two cannot be told apart.
 */
export async function openAge(file: Uint8Array, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
	const { Decrypter, armor } = await import('age-encryption');
	try {
		const decrypter = new Decrypter();
		for (const form of new Set([passphrase.normalize('NFKC'), passphrase])) decrypter.addPassphrase(form);
		const binary = isArmored(file) ? armor.decode(new TextDecoder().decode(file)) : file;
		return new Uint8Array(await decrypter.decrypt(binary));
	} catch (thrown) {
		throw new CoreError('sealed-unreadable', {}, { cause: thrown });
	}
}

function isArmored(file: Uint8Array): boolean {
	const head = new TextDecoder().decode(file.subarray(0, 256));
	return head.trimStart().startsWith(armorStart);
}
