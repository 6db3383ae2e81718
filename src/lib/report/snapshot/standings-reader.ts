import type { Standings } from '#lib/core/comparison/types.ts';

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isCode = (value: unknown): value is number => isCount(value) && value <= 255;

/** What the columns hold, by their names as they are written. */
const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
	'"codes":': (value) => typeof value === 'string',
	'"orders":': isCount,
	'"revenue":': Number.isFinite,
	'"segments":': isCode,
	'"types":': isCode,
	'"stages":': isCode
};

/** Puts together where customers stand from pieces of its columns, each checked as it comes. */
export class StandingsReader {
	readonly #columns = new Map<string, unknown[]>();
	readonly #codes = new Set<string>();

	/** Takes elements of a column, as they stand between commas; answers whether they are what they should be. */
	take(column: string, text: string): boolean {
		const check = checks[column];
		const values = check === undefined ? null : listOf(text);
		if (values === null || check === undefined || !values.every(check)) return false;
		if (column === '"codes":') for (const code of values) this.#codes.add(code as string);
		const held = this.#columns.get(column);
		if (held === undefined) this.#columns.set(column, values);
		else for (const value of values) held.push(value);
		return true;
	}

	/** All of it; null where a column is missing or of another length, or a code stands for two customers. */
	done(): Standings | null {
		const size = this.#codes.size;
		const columns = Object.keys(checks).map((column) => this.#columns.get(column));
		if (columns.some((column) => column?.length !== size)) return null;
		const [codes, orders, revenue, segments, types, stages] = columns as [string[], ...number[][]];
		return {
			codes,
			orders: Float64Array.from(orders ?? []),
			revenue: Float64Array.from(revenue ?? []),
			segments: Uint8Array.from(segments ?? []),
			types: Uint8Array.from(types ?? []),
			stages: Uint8Array.from(stages ?? [])
		};
	}
}

function listOf(text: string): unknown[] | null {
	try {
		return JSON.parse(`[${text}]`) as unknown[];
	} catch {
		return null;
	}
}
