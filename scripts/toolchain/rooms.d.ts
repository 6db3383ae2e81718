interface Room {
	readonly name: string;
	readonly folder: string;
	readonly may: readonly string[];
}
export const rooms: readonly Room[];
export const parts: Readonly<Record<'core-types' | 'report-types' | 'worker-entries', readonly string[]>>;
export const homes: readonly {
	readonly packages: readonly string[];
	readonly rooms: readonly string[];
	readonly why: string;
}[];
