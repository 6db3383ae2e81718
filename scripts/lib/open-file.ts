import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { CoreError } from '../../src/lib/core/errors.ts';

/** A file on disk as the import reads files. Throws `file-unreadable`. */
export async function openFile(path: string): Promise<Blob> {
	try {
		return await openAsBlob(path);
	} catch (cause) {
		throw new CoreError('file-unreadable', { file: basename(path) }, { cause });
	}
}
