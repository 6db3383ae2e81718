import { CoreError } from '#lib/core/errors.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A day and a time of day (milliseconds), and how many minutes the clock that says so is ahead of UTC. */
interface ZonedReading {
	day: number;
	time: number;
	readonly offset: number;
}

/**
 * The clock on the wall of a time zone: what day and time an instant is there, summer time included. The zone's rules
 * are the platform's. A day (UTC) that begins and ends with the same offset has it throughout; on the two days of a year
 * that do not, each instant is asked for.
 */
export class ZoneClock {
	readonly #format: Intl.DateTimeFormat;
	/** Offset in milliseconds at the start of a day (UTC). */
	readonly #starts = new Map<number, number>();

	/** @throws CoreError `zone-unknown` {zone} */
	constructor(zone: string) {
		try {
			this.#format = new Intl.DateTimeFormat('en-US', {
				timeZone: zone,
				calendar: 'gregory',
				numberingSystem: 'latn',
				hourCycle: 'h23',
				era: 'short',
				year: 'numeric',
				month: 'numeric',
				day: 'numeric',
				hour: 'numeric',
				minute: 'numeric',
				second: 'numeric'
			});
		} catch {
			throw new CoreError('zone-unknown', { zone });
		}
	}

	/**
	 * Milliseconds that the clock is ahead of UTC at an instant (milliseconds since 1970).
	 *
	 * @example
	 * new ZoneClock('Asia/Shanghai').offsetAt(0) // => 28800000
	 * new ZoneClock('America/New_York').offsetAt(Date.UTC(2024, 6, 1)) // => -14400000
	 */
	offsetAt(instant: number): number {
		const day = Math.floor(instant / DAY_MS);
		const start = this.#startOf(day);
		return start === this.#startOf(day + 1) ? start : this.#ask(instant);
	}

	/** Turns a reading that has an offset into the day and time that this clock shows then. */
	move(reading: ZonedReading): void {
		const instant = reading.day * DAY_MS + reading.time - reading.offset * MINUTE_MS;
		const shown = instant + this.offsetAt(instant);
		reading.day = Math.floor(shown / DAY_MS);
		reading.time = shown - reading.day * DAY_MS;
	}

	#startOf(day: number): number {
		let offset = this.#starts.get(day);
		if (offset === undefined) {
			offset = this.#ask(day * DAY_MS);
			this.#starts.set(day, offset);
		}
		return offset;
	}

	#ask(instant: number): number {
		const shown = { era: 'AD', year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
		for (const { type, value } of this.#format.formatToParts(instant)) {
			if (type === 'era') shown.era = value;
			else if (type in shown) shown[type as 'year'] = Number(value);
		}
		const { era, year, month, day, hour, minute, second } = shown;
		const date = new Date(0);
		date.setUTCFullYear(era === 'AD' ? year : 1 - year, month - 1, day);
		const whole = Math.floor(instant / 1000) * 1000;
		return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 - whole;
	}
}

/** The clock of a recipe's zone; null where days are those that are written. */
export function zoneClockOf({ zone }: { readonly zone?: string }): ZoneClock | null {
	return zone === undefined ? null : new ZoneClock(zone);
}
