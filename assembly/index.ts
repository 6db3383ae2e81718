/** What the import does with the bytes of a file sixteen at a time. Compiled by `npm run assembly`; ADR 97. */
export { cutRows, next } from './cut-rows';
export { hashRows } from './hash-rows';
export { isUtf8 } from './is-utf8';
export {
	CONTENT,
	EDGE_KINDS,
	EDGES,
	FROM,
	HASHES,
	KEY_FROM,
	KEY_TO,
	KEYS,
	QUOTED,
	ROW_HASHES,
	TIMES,
	TO,
	WORDS
} from './layout';
export { readKeys } from './read-keys';
export { readTimes } from './read-times';
