import type { PreviewCell } from '#lib/core/dataset/inspection.ts';
import type { TableColumnPlan, TableRecipe } from '#lib/core/dataset/recipe.ts';
import { dateCell, numberCell } from '../preview.ts';
import { keyText } from '../values/cell-text.ts';
import { newReading, NumberStatus, readNumber } from '../values/read-number.ts';
import { zoneClockOf, type ZoneClock } from '../values/zone-clock.ts';
import { noValue } from './column-taker.ts';

/** The first rows of a table of any entity, each cell raw and as the type of its column reads it. */
export function previewTableRows(rows: readonly (readonly string[])[], recipe: TableRecipe): PreviewCell[][] {
	const zone = zoneClockOf(recipe);
	const { columns, currency } = recipe;
	return rows.map((row) => columns.map((plan) => tableCell(row[plan.index] ?? '', plan, currency, zone)));
}

function tableCell(
	raw: string,
	plan: TableColumnPlan,
	currency: string | null,
	zone: ZoneClock | null
): PreviewCell {
	if (plan.role === 'ignore') return { raw, value: null };
	switch (plan.type) {
		case 'key':
		case 'category':
		case 'text':
			return { raw, value: keyText(raw) || null };
		default:
			if (noValue.test(raw.trim())) return { raw, value: null };
	}
	if (plan.type === 'date') return dateCell(raw, plan, zone);
	if (plan.type === 'money') return numberCell(raw, { ...plan, role: 'amount' }, currency);
	if (plan.numberStyle === undefined) return { raw, value: null };
	const reading = newReading();
	if (readNumber(raw, plan.numberStyle, reading) !== NumberStatus.OK)
		return { raw, value: null, issue: 'number-invalid' };
	const { mantissa, decimals, percent } = reading;
	return { raw, value: mantissa / 10 ** (decimals + (percent ? 2 : 0)) };
}
