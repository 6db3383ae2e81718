import type { Compressors } from 'hyparquet';
import {
	decompressBrotli,
	decompressGzip,
	decompressLz4,
	decompressLz4Raw,
	decompressZstd
} from 'hyparquet-compressors';

/** All codecs but Snappy, which hyparquet has itself and without WebAssembly: the page's policy allows none. */
export const otherCompressors: Compressors = {
	GZIP: (input, length) => decompressGzip(input, length),
	BROTLI: decompressBrotli,
	ZSTD: (input) => decompressZstd(input),
	LZ4: decompressLz4,
	LZ4_RAW: decompressLz4Raw
};
