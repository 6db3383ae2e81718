const MS_PER_DAY = 86_400_000;

/** The day number (days since 1970-01-01) of a calendar date. */
export function dayOf(year: number, month: number, day: number): number {
	return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

/** Year, month (1–12) and day of a day number. */
export function dateOf(day: number): { year: number; month: number; day: number } {
	const date = new Date(day * MS_PER_DAY);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
