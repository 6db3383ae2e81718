import type { DatasetManifest } from '#lib/core/dataset/manifest.ts';
import type { Frame, Warning } from '#lib/core/methods/types.ts';
import {
	formatCount,
	formatCountShort,
	formatDay,
	formatMoney,
	formatMoneyShort,
	formatNumber,
	formatPeriod,
	formatShare,
	type MoneyStyle,
	type PeriodUnit
} from '#lib/i18n/format.ts';
import { formatShareInterval } from '#lib/i18n/format-interval.ts';
import { messagesFor, type AllMessages, type Locale } from '#lib/i18n/messages.ts';

/** How a report speaks: its language, and the money of its dataset. */
export interface Voice {
	readonly locale: Locale;
	readonly messages: AllMessages;
	readonly words: AllMessages['reporting'];
	readonly style: MoneyStyle;
	/** Groups of fewer people are hidden in what is said; null where nothing is. */
	readonly hideBelow: number | null;
	readonly count: (value: number) => string;
	readonly countShort: (value: number) => string;
	readonly number: (value: number, digits?: number, least?: number) => string;
	readonly share: (value: number) => string;
	/** A share without decimals, unless it needs them. */
	readonly percent: (value: number) => string;
	/** The interval of a share, as one text. */
	readonly shares: (low: number, high: number) => string;
	/** In full, to the smallest unit. */
	readonly money: (units: number) => string;
	readonly moneyShort: (units: number) => string;
	readonly day: (day: number) => string;
	readonly period: (startDay: number, unit: PeriodUnit, frame: Frame) => string;
	/** Several names as one phrase. */
	readonly list: (names: readonly string[]) => string;
	/** A coded remark of the catalogue `area`; the code itself when the catalogue does not know it. */
	readonly remark: (area: 'warnings' | 'issues', remark: Warning) => string;
}

/** Makes the voice for a language and a dataset. */
export function voiceFor(
	locale: Locale,
	manifest: Pick<DatasetManifest, 'scale' | 'currency'>,
	hideBelow: number | null = null
): Voice {
	const messages = messagesFor(locale);
	const style = { scale: manifest.scale, currency: knownCurrency(manifest.currency) };
	const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
	return {
		locale,
		messages,
		words: messages.reporting,
		style,
		hideBelow,
		count: (value) => formatCount(value, locale),
		countShort: (value) => formatCountShort(value, locale),
		number: (value, digits, least) => formatNumber(value, locale, digits, least),
		share: (value) => formatShare(value, locale),
		percent: (value) =>
			formatShare(value, locale, Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 ? 0 : 1),
		shares: (low, high) => formatShareInterval(low, high, locale),
		money: (units) => formatMoney(units, locale, style, true),
		moneyShort: (units) => formatMoneyShort(units, locale, style),
		day: formatDay,
		period: (startDay, unit, { yearStart }) => formatPeriod(startDay, unit, locale, yearStart),
		list: (names) => lists.format(names),
		remark(area, { code, params }) {
			const known = /^[a-z][a-z-]*$/.test(code);
			const found: unknown = known ? (messages[area] as Readonly<Record<string, unknown>>)[code] : undefined;
			const text: unknown = typeof found === 'function' ? (found as (of: unknown) => unknown)(params) : '';
			return typeof text === 'string' && text !== '' ? text : code;
		}
	};
}

/** A currency that the platform can write; data may claim any text. */
function knownCurrency(currency: string | null): string | null {
	return currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null;
}
