import type { PreviewCell } from '#lib/core/dataset/inspection.ts';
import { isMoneyRole, type ColumnPlan, type ImportRecipe } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { cellText, keyText } from './values/cell-text.ts';
import { agrees } from './values/currency.ts';
import { moneyOf, newMoney } from './values/money.ts';
import { DateStatus, newDateReading, readDateIn } from './values/read-date.ts';
import { newReading, NumberStatus, readNumber } from './values/read-number.ts';
import { zoneClockOf, type ZoneClock } from './values/zone-clock.ts';

/**
 * The first rows, each cell raw and as the recipe reads it: dates as day numbers, numbers as numbers, ids and names
 * as text, columns left out as null.
 */
export function previewRows(rows: readonly (readonly string[])[], recipe: ImportRecipe): PreviewCell[][] {
	const zone = zoneClockOf(recipe);
	const isOpen = openRows(recipe);
	return rows.map((row) => {
		const cells = recipe.columns.map((plan) =>
			previewCell(row[plan.index] ?? '', plan, recipe.currency, zone)
		);
		return isOpen(row) ? cells.map(withoutGap) : cells;
	});
}

/** Tells rows whose status says that nothing was sold (yet): they need neither a date nor money. */
function openRows({ columns, statusRules, choices }: ImportRecipe): (row: readonly string[]) => boolean {
	const status = columns.find(({ role }) => role === 'status');
	if (status === undefined || choices.cancelled !== 'exclude') return () => false;
	const open = new Set(
		statusRules.filter(({ treatment }) => treatment === 'cancelled').map(({ value }) => value)
	);
	return (row) => open.has((row[status.index] ?? '').trim());
}

const withoutGap = ({ issue, ...cell }: PreviewCell): PreviewCell =>
	issue === undefined || issue === 'date-missing' || issue === 'amount-missing' ? cell : { ...cell, issue };

function previewCell(
	raw: string,
	plan: ColumnPlan,
	currency: string | null,
	zone: ZoneClock | null
): PreviewCell {
	switch (plan.role) {
		case 'date':
			return dateCell(raw, plan, zone);
		case 'amount':
		case 'cost':
		case 'profit':
		case 'price':
		case 'quantity':
			return numberCell(raw, plan, currency);
		case 'customer':
		case 'order':
			return { raw, value: keyText(raw) || null };
		case 'ignore':
			return { raw, value: null };
		default:
			return { raw, value: cellText(raw) || null };
	}
}

/** A cell read as a date by a plan. */
export function dateCell(
	raw: string,
	plan: Pick<ColumnPlan, 'dateOrder'>,
	zone: ZoneClock | null
): PreviewCell {
	if (plan.dateOrder === undefined) return { raw, value: null };
	const reading = newDateReading();
	const status = readDateIn(raw, { order: plan.dateOrder, zone }, reading);
	if (status === DateStatus.OK) return { raw, value: reading.day };
	return { raw, value: null, issue: dateIssue(status) };
}

/** The issue that a failed reading of a date is. */
export function dateIssue(status: DateStatus): IssueCode {
	if (status === DateStatus.EMPTY) return 'date-missing';
	return status === DateStatus.IMPOSSIBLE ? 'date-impossible' : 'date-invalid';
}

/** A cell read as a number or as money, by what its column holds. */
export function numberCell(raw: string, plan: ColumnPlan, currency: string | null): PreviewCell {
	if (plan.numberStyle === undefined) return { raw, value: null };
	const reading = newReading();
	const status = readNumber(raw, plan.numberStyle, reading);
	// A cost or profit that is not there is not known, which is no fault.
	if (status === NumberStatus.EMPTY && isProfitRole(plan.role)) return { raw, value: null };
	const wrong = numberIssue(status, plan.role);
	if (wrong !== null) return { raw, value: null, issue: wrong };
	if (reading.percent)
		return { raw, value: null, issue: numberIssue(NumberStatus.INVALID, plan.role) ?? 'amount-invalid' };
	if (isMoneyRole(plan.role) && currency !== null && reading.sign !== '' && !agrees(reading.sign, currency)) {
		return { raw, value: null, issue: isProfitRole(plan.role) ? 'profit-invalid' : 'amount-other-currency' };
	}
	// A price may still come to an exact amount with its quantity.
	if (plan.role === 'amount' && !moneyOf(reading, newMoney())) {
		return { raw, value: null, issue: 'amount-too-large' };
	}
	return { raw, value: reading.mantissa / 10 ** reading.decimals };
}

const isProfitRole = (role: ColumnPlan['role']): boolean => role === 'cost' || role === 'profit';

/** The issue that a failed reading of a number is, by what the column holds; null when it was read. */
export function numberIssue(status: NumberStatus, role: ColumnPlan['role']): IssueCode | null {
	if (status === NumberStatus.OK) return null;
	if (role === 'quantity') return 'quantity-invalid';
	if (isProfitRole(role)) return 'profit-invalid';
	if (status === NumberStatus.TOO_LARGE) return 'amount-too-large';
	if (role === 'price') return 'price-invalid';
	return status === NumberStatus.EMPTY ? 'amount-missing' : 'amount-invalid';
}
