/** What a file that should hold a recipe holds: anything, or null where it is no JSON. */
export async function readRecipe(file: File): Promise<unknown> {
	try {
		return JSON.parse((await file.text()).replace(/^\ufeff/, '')) as unknown;
	} catch {
		return null;
	}
}
