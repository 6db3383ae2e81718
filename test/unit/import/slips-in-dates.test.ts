import { describe, expect, it } from 'vitest';
import { inspectBy } from '#lib/import/inspect-by.ts';
import { importOrders } from '#lib/import/index.ts';
import { inspectFile } from '#lib/import/entities/inspect-file.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { dateEvidence, decideOrder } from '#lib/import/values/date-order.ts';
import { fileOf, look } from '../../support/import.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const two = (n: number): string => String(n).padStart(2, '0');
const dates = Array.from({ length: 300 }, (_, i) => `${two(1 + (i % 28))}-${months[i % 12]}-24`);
const orders = (all: readonly string[]): string =>
	['Order,Customer,Date,Amount', ...all.map((date, i) => `O${i},c${i % 40},${date},${(i % 50) + 1}.25`)].join(
		'\n'
	);
const FIRST = Date.UTC(2024, 0, 1) / 86_400_000;

const slips = ['31-JUN-24', '29-FEB-23', '32-MAR-24', '00-MAR-24', '31-JUN-24 10:00'];

describe.each(slips)('%s among dates with the day first', (slip) => {
	it('is rejected, and the others stay what they are', async () => {
		const text = orders([...dates, slip]);
		const seen = await look(text);
		expect(seen.recipe.columns[2]!.dateOrder).toBe('ymd');
		expect(seen.questions.map(({ code }) => code)).not.toContain('date-order-ambiguous');
		const { table, totals } = await importOrders(fileOf(text), 'x.csv', seen.recipe);
		expect([totals.kept.sales.rows, totals.rejected.rows]).toEqual([300, 1]);
		expect([Math.min(...table.day), Math.max(...table.day) < FIRST + 366]).toEqual([FIRST, true]);
	});

	it('changes nothing of a recipe, of orders or of another table', async () => {
		const { recipe } = await look(orders(dates));
		const { inspection } = await inspectBy(fileOf(orders([...dates, slip])), 'x.csv', recipe);
		expect((inspection.recipe as ImportRecipe).columns[2]!.dateOrder).toBe('ymd');
		const tickets = [...dates, slip].map((date, i) => `T${i},C${i % 20},${date},open,High`);
		const table = await inspectFile(
			fileOf(['Ticket ID,Customer,Created,Status,Priority', ...tickets].join('\n')),
			't.csv',
			null
		);
		expect(table.recipe.columns[2]!.dateOrder).toBe('ymd');
	});
});

it('Slips turn no column whose year leads either, and few years that can be no day are asked about', () => {
	const yearFirst = dates.map((_, i) => `${two(20 + (i % 5))}-${months[i % 12]}-${two(1 + (i % 28))}`);
	for (const slip of ['24-JUN-31', '24-MAR-32', '24-FEB-30'])
		expect(decideOrder(dateEvidence([...yearFirst, slip])).choices).toEqual(['ymd-named', 'dmy']);
	expect(
		decideOrder(dateEvidence([...yearFirst, '99-MAR-05', '98-MAR-05', '97-MAR-05', '96-MAR-05'])).order
	).toBe('ymd-named');
	expect(decideOrder(dateEvidence([...dates.slice(0, 20), '32-MAR-24'])).choices).toEqual([
		'ymd-named',
		'dmy'
	]);
	// Births on the first of their months: the year stands last, however it varies.
	const births = Array.from({ length: 40 }, (_, i) => `01-${months[i % 12]}-${50 + i}`);
	expect(decideOrder(dateEvidence(births)).order).toBe('ymd');
});

it('A slip among dates of three short numbers leads no year either', () => {
	const numbers = Array.from({ length: 300 }, (_, i) => `${two(1 + (i % 12))}/${two(1 + ((i * 5) % 12))}/24`);
	expect(decideOrder(dateEvidence([...numbers, '32/03/24'])).choices).toEqual(['dmy', 'mdy']);
});

it('What somebody said of the year beside names of months holds for the next file, which may not tell', async () => {
	const text = orders(dates.map((_, i) => `24-MAR-${two(1 + (i % 28))}`));
	const seen = await look(text);
	const columns = seen.recipe.columns.map((plan) =>
		plan.role === 'date' ? { ...plan, dateOrder: 'ymd-named' as const } : plan
	);
	const next = orders(dates.map((_, i) => `${two(20 + (i % 5))}-APR-05`));
	const { inspection } = await inspectBy(fileOf(next), 'x.csv', { ...seen.recipe, columns });
	expect((inspection.recipe as ImportRecipe).columns[2]!.dateOrder).toBe('ymd-named');
});
