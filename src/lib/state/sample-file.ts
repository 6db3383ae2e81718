/** The sample shops that ship with the app: made-up orders, in files as clients would send them. */
export const sampleIds = ['english-shop', 'chinese-shop'] as const;
export type SampleId = (typeof sampleIds)[number];

/**
 * A sample's file, from the app's own address (`base` as SvelteKit gives it); null when it cannot be had. Offline it
 * comes from the service worker's store.
 */
export async function sampleFile(id: SampleId, base: string): Promise<File | null> {
	try {
		const response = await fetch(`${base}/samples/${id}.csv.gz`);
		if (!response.ok) return null;
		return new File([await response.blob()], `${id}.csv.gz`);
	} catch {
		return null;
	}
}
