import {
	contractGroupKinds,
	renewalModels,
	type ContractsResult
} from '#lib/core/methods/contracts/types.ts';
import { formatMoney, formatMoneyShort, formatNumber, formatPeriod, type MoneyStyle } from './format.ts';
import type { TopicTexts } from './load-topic.ts';
import type { Locale } from './locales.ts';

/** What contracts are written with: the language, their words, and how money is written. */
export interface ContractWords {
	readonly locale: Locale;
	readonly money: MoneyStyle;
	readonly words: TopicTexts<'contracts'>;
}

/** A group by its row: the value itself, or the word for the others, those without a value, and all. */
export function contractGroup(
	{ tables }: Pick<ContractsResult, 'tables'>,
	row: number,
	{ words }: Pick<ContractWords, 'words'>
): string {
	const { kind, label } = tables.groups.columns;
	return words.kinds[contractGroupKinds[kind[row] ?? 0] ?? 'value']({ label: label[row] ?? '' });
}

/** What lengths are counted in. */
export function lengthUnit({
	scalars,
	params
}: Pick<ContractsResult, 'scalars' | 'params'>): 'day' | 'month' | 'year' {
	return scalars.dated === 1 ? 'day' : params.tenureIn;
}

/** A length in words. */
export function lengthText(
	result: Pick<ContractsResult, 'scalars' | 'params'>,
	length: number,
	{ words, locale }: Pick<ContractWords, 'words' | 'locale'>
): string {
	if (Number.isNaN(length)) return formatNumber(length, locale);
	const unit = lengthUnit(result);
	return words.lengths[unit]({ n: Number(length.toFixed(unit === 'day' ? 0 : 1)) });
}

/** How money of the table is written: in its own currency where it says one. */
export function contractMoney(result: Pick<ContractsResult, 'tables'>, { money, locale }: ContractWords) {
	const [currency = ''] = result.tables.source.columns.currency;
	const style = currency === '' ? money : { ...money, currency };
	return {
		full: (units: number) => formatMoney(units, locale, style),
		short: (units: number) => formatMoneyShort(units, locale, style)
	};
}

/** The finding on top: who is under contract and how many left, with the money of it. */
export function contractsFinding(
	result: ContractsResult,
	wording: ContractWords
): { readonly lead: string; readonly rest: string } {
	const { words, locale } = wording;
	const { scalars: s, params, frame } = result;
	const money = contractMoney(result, wording);
	const { active, ended, spells } = s;
	const period = formatPeriod(s.churnPeriod, params.unit, locale, frame.yearStart);
	const dated = Number.isNaN(s.churnRate)
		? words.lead.active({ active })
		: words.lead.both({ active, rate: s.churnRate, period });
	const rest = [
		s.inGrace === 0 ? '' : words.rest.grace({ n: s.inGrace }),
		Number.isNaN(s.money)
			? ''
			: words.rest.money({ money: money.short(s.money), per: words.per[params.amountIn]() }),
		Number.isNaN(s.residualValue)
			? ''
			: words.rest.value({ value: money.short(s.residualValue), discount: params.discount })
	];
	return {
		lead: s.dated === 0 ? words.lead.lengths({ active, ended, spells }) : dated,
		rest: joined(rest, locale)
	};
}

/** What the movements say: the last complete period, and the rule of renewal. */
export function periodsFinding(
	{ tables, params, frame }: ContractsResult,
	{ words: { periods: words }, locale }: Pick<ContractWords, 'words' | 'locale'>
): string {
	const { columns, rows } = tables.periods;
	if (rows === 0) return words.noDays();
	const last = columns.incomplete.lastIndexOf(0);
	const rate = columns.rate[last] ?? NaN;
	const told = Number.isNaN(rate)
		? words.findingNone()
		: words.finding({
				period: formatPeriod(columns.period[last] ?? NaN, params.unit, locale, frame.yearStart),
				lost: columns.lost[last] ?? 0,
				start: columns.start[last] ?? 0,
				rate
			});
	return joined([told, words.rule({ n: params.grace })], locale);
}

/** Whether groups differ in how long customers stay. */
export function groupsFinding(
	{ scalars: { p } }: Pick<ContractsResult, 'scalars'>,
	{ words: { groups: words }, locale }: Pick<ContractWords, 'words' | 'locale'>
): string {
	if (Number.isNaN(p)) return words.one();
	const text = p < 0.001 ? '< 0.001' : `= ${formatNumber(p, locale, 3)}`;
	return (p < 0.05 ? words.differ : words.alike)({ p: text });
}

/** How long half of them stay. */
export function survivalFinding(
	result: ContractsResult,
	wording: Pick<ContractWords, 'words' | 'locale'>
): string {
	const { survival: words } = wording.words;
	if (result.tables.survival.rows === 0) return words.findingNone();
	const { median } = result.scalars;
	if (Number.isNaN(median)) return words.findingOpen();
	return words.finding({ median: lengthText(result, median, wording) });
}

/** Which model is better, and how many it sees still there at the end. */
export function renewalFinding(
	{ tables: { models, ages }, scalars, params }: ContractsResult,
	{ words: { renewal: words }, locale }: Pick<ContractWords, 'words' | 'locale'>
): string {
	const best = renewalModels[scalars.best];
	if (best === undefined) return words.findingNone();
	const n = ages.rows - 1;
	const unit = words.units[params.age]();
	const told = { model: words.models[best](), share: ages.columns[best][n] ?? NaN, n, unit };
	const [low = NaN, high] = [...models.columns.aic].sort((a, b) => a - b);
	if (high === undefined) return words.findingOne(told);
	return words.finding({
		...told,
		aic: formatNumber(low, locale, 1),
		other: formatNumber(high, locale, 1)
	});
}

/** How often customers of the first and of the longest age seen renew, discounted. */
export function valueFinding(
	{ tables: { ages }, scalars, params }: ContractsResult,
	{ words, locale }: Pick<ContractWords, 'words' | 'locale'>
): string {
	if (Number.isNaN(scalars.best)) return words.value.findingNone();
	const number = (row: number) => formatNumber(ages.columns.remaining[row] ?? NaN, locale, 2);
	return words.value.finding({
		first: number(0),
		n: scalars.observedAges,
		unit: words.renewal.units[params.age](),
		later: number(scalars.observedAges)
	});
}

const joined = (texts: readonly string[], locale: Locale): string =>
	texts.filter((text) => text !== '').join(locale === 'en' ? ' ' : '');
