import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateOrders } from '#lib/core/dataset/value-styles.ts';
import { dateEvidence, decideOrder } from '#lib/import/values/date-order.ts';
import { monthPartsOf } from '#lib/import/values/month-parts.ts';
import { DateStatus, newDateReading, readDate } from '#lib/import/values/read-date.ts';

const names = [
	['Jan', 'January', 'Januar', 'janv.'],
	['Feb', 'February', 'févr.', 'febrero'],
	['Mar', 'March', 'März', 'MAR'],
	['Apr', 'April', 'abril'],
	['May', 'Mai', 'mayo'],
	['Jun', 'June', 'Juni'],
	['Jul', 'July', 'juillet'],
	['Aug', 'August', 'août'],
	['Sep', 'Sept', 'September'],
	['Oct', 'October', 'Oktober'],
	['Nov', 'November'],
	['Dec', 'December', 'Dez']
] as const;

/** A day from 2000 to 2068, and one of the names of its month. */
const day = fc.tuple(fc.integer({ min: 10_957, max: 36_159 }), fc.nat(3)).map(([number, which]) => {
	const date = new Date(number * 86_400_000);
	const months = names[date.getUTCMonth()]!;
	return {
		number,
		year: date.getUTCFullYear(),
		name: months[which % months.length]!,
		day: date.getUTCDate()
	};
});
type Day = Parameters<Parameters<typeof day.map>[0]>[0];
const two = (number: number) => String(number % 100).padStart(2, '0');

const spellings: readonly ((d: Day) => string)[] = [
	(d) => `${d.year} ${d.name} ${d.day}`,
	(d) => `${d.year}-${d.name}-${two(d.day)}`,
	(d) => `${d.year}.${d.name}.${two(d.day)}`,
	(d) => `${d.year}/${d.name}/${d.day}`,
	(d) => `${d.year}, ${d.name} ${d.day}th`,
	(d) => `${d.year}年${d.name}${d.day}日`,
	(d) => `${d.year}${d.name}${two(d.day)}`,
	(d) => `${d.year} ${d.name} ${d.day} 00:00`
];

it('A year of four digits before a named month reads as the same day in every order of a column, however it is spelled', () => {
	fc.assert(
		fc.property(day, fc.constantFrom(...spellings), fc.constantFrom(...dateOrders), (d, spell, order) => {
			const reading = newDateReading();
			expect(readDate(spell(d), order, reading)).toBe(DateStatus.OK);
			expect([reading.day, reading.time]).toEqual([d.number, 0]);
		})
	);
});

it('A year and a named month is the first of that month', () => {
	fc.assert(
		fc.property(day, fc.constantFrom(' ', '-', '年', ''), (d, mark) => {
			const month = new Date(d.number * 86_400_000).getUTCMonth() + 1;
			expect(monthPartsOf(`${d.year}${mark}${d.name}`)).toEqual({ year: d.year, month, orElse: null });
		})
	);
});

it('A short year before a named month is the year in the order that says so, and the day in all others', () => {
	fc.assert(
		fc.property(day, fc.constantFrom('ymd', 'dmy', 'mdy'), (d, other) => {
			const text = `${two(d.year)}-${d.name}-${two(d.day)}`;
			const reading = newDateReading();
			expect(readDate(text, 'ymd-named', reading)).toBe(DateStatus.OK);
			expect(reading.day).toBe(d.number);
			const swapped = `${two(d.day)}-${d.name}-${two(d.year)}`;
			expect(readDate(swapped, other as 'ymd', reading)).toBe(DateStatus.OK);
			expect(reading.day).toBe(d.number);
		})
	);
});

it('Short years before named months are taken for days without a question only where what stands last varies no more', () => {
	fc.assert(
		fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), fc.boolean(), (days, yearFirst) => {
			const cells = days.map((d) =>
				yearFirst ? `${two(d.year)}-${d.name}-${two(d.day)}` : `${two(d.day)}-${d.name}-${two(d.year)}`
			);
			const { order, choices } = decideOrder(dateEvidence(cells));
			// Where the year can only be first, or varies less than the day, that decides or is asked about.
			const right = yearFirst ? 'ymd-named' : 'ymd';
			const years = new Set(days.map((d) => d.year % 100));
			const ofMonth = new Set(days.map((d) => d.day));
			if (order === undefined) expect(choices).toEqual(['ymd-named', 'dmy']);
			else if (order !== right) {
				// Taken day first: what stands first varies more, and can always be a day.
				expect(yearFirst && order === 'ymd').toBe(true);
				expect(ofMonth.size <= years.size).toBe(true);
			}
		})
	);
});

it('A slip in a hundred days never changes where the year stands beside the names of months, nor whether it is asked', () => {
	const slip = fc.constantFrom(
		'31-JUN-24',
		'30-FEB-23',
		'32-MAR-24',
		'99-APR-24',
		'24-JUN-31',
		'24-MAR-32',
		'05-APR-99'
	);
	fc.assert(
		fc.property(
			fc.array(day, { minLength: 1, maxLength: 9 }),
			fc.boolean(),
			slip,
			(days, yearFirst, wrong) => {
				// Days and years enough that one slip varies nothing.
				const some = days.map((d) => [(d.year % 6) + 20, d.day] as const);
				const cells = Array.from({ length: 200 }, (_, i) => {
					const [year, date] = i < 28 ? [20 + (i % 6), i + 1] : some[i % some.length]!;
					return yearFirst ? `${two(year)}-MAR-${two(date)}` : `${two(date)}-MAR-${two(year)}`;
				});
				expect(decideOrder(dateEvidence([...cells, wrong]))).toEqual(decideOrder(dateEvidence(cells)));
			}
		)
	);
});
