/** SHA-256 by the platform. */
export const sha256 = (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
	crypto.subtle.digest('SHA-256', bytes);
