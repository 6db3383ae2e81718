import { CoreError } from '#lib/core/errors.ts';

/** Shorter than this is refused: no stretching of a key makes up for it. */
export const PASSPHRASE_LEAST = 8;

/**
 * A passphrase in the one form (NFKC) in which it makes keys, so that full-width letters or a differently composed
 * accent, as another keyboard gives them, open the same file.
 *
 * @throws CoreError `passphrase-short` with `least` (characters) when fewer remain.
 *
 * @example
 * sealingPassphrase('ｏｐｅｎ 2024') // => 'open 2024'
 * sealingPassphrase('1234567') // => throws 'passphrase-short'
 */
export function sealingPassphrase(text: string): string {
	const form = text.normalize('NFKC');
	if ([...form].length < PASSPHRASE_LEAST) {
		throw new CoreError('passphrase-short', { least: PASSPHRASE_LEAST });
	}
	return form;
}
