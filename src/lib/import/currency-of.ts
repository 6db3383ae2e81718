import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import type { AnyRecipe, ColumnPlan, ImportRecipe } from '#lib/core/dataset/recipe.ts';
import type { ColumnProfile } from './infer.ts';
import { currencyInHeader, plainName } from './synonyms.ts';
import { cellText } from './values/cell-text.ts';
import { agrees, commonCurrency, currenciesOf, isCurrencyCode } from './values/currency.ts';
import { decideStyle } from './values/number-style.ts';
import { newReading, readNumber } from './values/read-number.ts';

/** A column of money, and what it means. */
interface MoneyColumn {
	readonly plan: ColumnPlan<string>;
	readonly profile: ColumnProfile;
}

/**
 * The currency of a table's money: that of a recipe, unless a cleaning step converts the money or the file itself speaks of
 * another; else that which the file agrees on. `mixed`: there are several, or one that nobody knows.
 */
export function currencyOf(
	money: readonly MoneyColumn[],
	{
		steps,
		profiles
	}: { readonly steps: readonly CleaningStep[]; readonly profiles: readonly ColumnProfile[] },
	recipe: AnyRecipe | null
): { readonly code: string | null; readonly mixed: boolean } {
	const converted = convertedTo(money, steps);
	if (converted !== null) return { code: converted, mixed: false };
	const { code, mixed, found } = currencyFound(
		money.map(({ profile }) => profile),
		profiles
	);
	const isKept = recipe !== null && !contradicts(recipe.currency, found);
	return { code: isKept ? recipe.currency : code, mixed };
}

/** The currency that headers, money signs and a currency column agree on. */
function currencyFound(
	moneyColumns: readonly ColumnProfile[],
	profiles: readonly ColumnProfile[]
): { code: string | null; mixed: boolean; found: readonly string[] } {
	const found: string[] = [];
	/** Codes that look like a currency's and are none that we know: as different from the others as they are. */
	const unknown = new Set<string>();
	for (const profile of moneyColumns) {
		const header = currencyInHeader(profile.header);
		if (header !== '') found.push(header);
		found.push(...signsIn(profile));
	}
	for (const profile of profiles) {
		if (
			!/^(?:order)?currency(?:code)?$|^币种$|^货币(?:代码|类型)?$|^货币单位$|^(?:wahrung|devise|moneda|divisa|valuta|moeda|通货|通貨)$/.test(
				plainName(profile.header)
			)
		)
			continue;
		for (const text of new Set(profile.cells.map((cell) => cellText(cell).toUpperCase()))) {
			if (isCurrencyCode(text) || currenciesOf(text).length > 0) found.push(text);
			else if (/^[A-Z]{3}$/.test(text)) unknown.add(text);
		}
	}
	const code = commonCurrency(found);
	const mixed = code === null || unknown.size + (found.length > 0 ? 1 : 0) > 1;
	return { code: mixed || code === '' ? null : code, mixed, found };
}

/** Whether a file's own signs and headers speak of another currency than the one that was chosen for another column or file. */
function contradicts(chosen: string | null, found: readonly string[]): boolean {
	return chosen !== null && found.some((sign) => !agrees(sign, chosen));
}

/** The currency that a cleaning step makes of the money of all rows; null where none does. */
function convertedTo(
	money: readonly Pick<MoneyColumn, 'plan'>[],
	steps: readonly CleaningStep[]
): string | null {
	const step = steps.find(({ id }) => money.some(({ plan }) => plan.made === `${id}.0`));
	return step?.kind !== 'convert-currency' || step.target === '' ? null : step.target;
}

/**
 * The header of a column of costs or profits that is in another currency than the amounts, as a step converts one of them and
 * not the other, or into another; null where there is none.
 */
export function unconvertedProfit({ columns, steps = [] }: ImportRecipe): string | null {
	const targetOf = (plan: ColumnPlan): string | null => convertedTo([{ plan }], steps);
	const amount =
		columns.find(({ role }) => role === 'amount') ?? columns.find(({ role }) => role === 'price');
	if (amount === undefined) return null;
	const target = targetOf(amount);
	const other = columns.find(
		(plan) => (plan.role === 'cost' || plan.role === 'profit') && targetOf(plan) !== target
	);
	return other?.header ?? null;
}

function signsIn(profile: ColumnProfile): Set<string> {
	const signs = new Set<string>();
	const reading = newReading();
	const styles = decideStyle(profile.numbers).choices;
	for (const cell of profile.cells) {
		// Plain digits, by far the most, carry no sign.
		if (/^[-\d.,\s]*$/.test(cell)) continue;
		for (const style of styles) {
			if (readNumber(cell, style, reading) === 0) break;
		}
		if (reading.sign !== '') signs.add(reading.sign);
	}
	return signs;
}
