import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '#lib/core/calendar/day.ts';
import { newDateReading, readDateIn } from '#lib/import/values/read-date.ts';
import { ZoneClock } from '#lib/import/values/zone-clock.ts';

/** Instants and what the clock on the wall shows then, in seconds: test/oracle/make/zones.py. */
const golden = JSON.parse(
	readFileSync(new URL('../make/golden/zones.json', import.meta.url), 'utf8')
) as Readonly<Record<string, readonly (readonly [number, number])[]>>;

/** An instant written by a clock that is `minutes` ahead of UTC. */
function written(instant: number, minutes: number, style: 'iso' | 'tight' | 'hours'): string {
	const shown = new Date((instant + minutes * 60) * 1000).toISOString().slice(0, 19);
	const sign = minutes < 0 ? '-' : '+';
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) =>
		String(n).padStart(2, '0')
	);
	if (style === 'hours' && rest === '00') return `${shown.replace('T', ' ')}${sign}${hours}`;
	return `${shown}${sign}${hours}${style === 'iso' ? ':' : ''}${rest}`;
}

describe('days in a time zone (oracle: zoneinfo of Python; equal to the second)', () => {
	test.each(Object.entries(golden))('%s', (zone, instants) => {
		const dates = { order: 'ymd', zone: new ZoneClock(zone) } as const;
		const reading = newDateReading();
		const ours = instants.map(([instant]) => {
			readDateIn(new Date(instant * 1000).toISOString(), dates, reading);
			return [instant, reading.day * 86_400 + reading.time / 1000];
		});
		expect(instants.length).toBeGreaterThanOrEqual(40);
		expect(ours).toEqual(instants);
	});

	test('however an instant is written, it falls on one day and time', () => {
		const zones = Object.keys(golden).map((zone) => ({ order: 'ymd', zone: new ZoneClock(zone) }) as const);
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 2_000_000_000 }),
				fc.integer({ min: -56, max: 56 }).map((quarters) => quarters * 15),
				fc.constantFrom('iso', 'tight', 'hours'),
				fc.constantFrom(...zones),
				(instant, minutes, style, dates) => {
					const [utc, other] = [newDateReading(), newDateReading()];
					readDateIn(new Date(instant * 1000).toISOString(), dates, utc);
					expect(readDateIn(written(instant, minutes, style), dates, other)).toBe(0);
					expect([other.day, other.time]).toEqual([utc.day, utc.time]);
				}
			),
			{ numRuns: 300 }
		);
	});

	test('a time that does not say how far it is from UTC stays as it is written', () => {
		const dates = { order: 'ymd', zone: new ZoneClock('America/New_York') } as const;
		const reading = newDateReading();
		readDateIn('2024-03-05 00:30', dates, reading);
		expect([isoDate(reading.day), reading.time]).toEqual(['2024-03-05', 1_800_000]);
	});
});

test('a zone that the platform does not know is refused', () => {
	expect(() => new ZoneClock('Mars/Olympus')).toThrow(expect.objectContaining({ code: 'zone-unknown' }));
});
