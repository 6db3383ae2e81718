import { gunzipSync, gzipSync } from 'node:zlib';
import { makeChineseShop } from './chinese-shop.ts';
import { makeEnglishShop } from './english-shop.ts';
import { encodeLegacy } from '../encodings/legacy-encoder.ts';

/** The shops that ship with the app: file name below static/samples, and how its bytes are made. */
export const sampleShops: readonly { readonly file: string; readonly make: () => Uint8Array }[] = [
	{ file: 'english-shop.csv.gz', make: () => new TextEncoder().encode(makeEnglishShop()) },
	{ file: 'chinese-shop.csv.gz', make: () => encodeLegacy(makeChineseShop(), 'gb18030') }
];

/** Gzip without a time or a system in its header, so that the same shop is the same file everywhere. */
export function packed(bytes: Uint8Array): Uint8Array {
	const packedBytes = gzipSync(bytes, { level: 9, memLevel: 9 });
	packedBytes.fill(0, 4, 8);
	packedBytes[9] = 255;
	return packedBytes;
}

/** The content of a gzip file. */
export function unpacked(bytes: Uint8Array): Uint8Array {
	return gunzipSync(bytes);
}
