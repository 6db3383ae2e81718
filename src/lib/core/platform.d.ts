/**
 * What core may use of the world beyond ECMAScript: text as bytes and back, which every page, worker and
 * Node gives alike. Anything else (a page, a clock, storage, the network) does not compile in this room.
 */
interface TextDecoder {
	decode(input?: ArrayBufferView | ArrayBuffer): string;
}
// A global is declared with `var`, as the platform's own declarations do.
/* eslint-disable no-var */
declare var TextDecoder: {
	new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};
interface TextEncoder {
	encode(input?: string): Uint8Array<ArrayBuffer>;
	encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}
declare var TextEncoder: { new (): TextEncoder };
