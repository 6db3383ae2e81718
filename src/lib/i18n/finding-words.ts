import {
	findingAgainst,
	findingGroups,
	findingSubjects,
	subjectUnits,
	type FindingsResult,
	type FindingSubject
} from '#lib/core/methods/findings/types.ts';
import { segmentIds } from '#lib/core/methods/rfm/types.ts';
import {
	formatCount,
	formatMoney,
	formatMoneyShort,
	formatNumber,
	formatPeriod,
	formatShare,
	type MoneyStyle
} from './format.ts';
import type { Locale } from './locales.ts';
import type { Messages } from './make-messages.ts';

/** The language and the money that a finding is told in. */
export interface FindingVoice {
	readonly locale: Locale;
	readonly messages: Pick<Messages, 'findings' | 'terms'>;
	readonly money: MoneyStyle;
}

/** One finding in words: a sentence, its evidence, and its numbers for a table. */
export interface FindingWords {
	readonly group: string;
	readonly lead: string;
	readonly rest: string;
	/** A short name, for the customers behind it. */
	readonly mark: string;
	readonly now: string;
	readonly was: string;
	readonly low: string;
	readonly high: string;
	readonly p: string;
	readonly money: string;
	readonly surprise: string;
}

/** Tells row `row` of the findings. Every number in it is one of the result's; nothing is added. */
export function findingWords(result: FindingsResult, row: number, voice: FindingVoice): FindingWords {
	const { messages, locale, money: style } = voice;
	const words = messages.findings;
	const { columns } = result.tables.findings;
	const group = findingGroups[columns.group[row] ?? 0] ?? 'changed';
	const subject = findingSubjects[columns.subject[row] ?? 0] ?? 'revenue';
	const write = (value: number): string => writeValue(subject, value, voice);
	const period = formatPeriod(columns.period[row] ?? NaN, result.params.unit, locale, result.frame.yearStart);
	return {
		group: words.groups[group](),
		lead: leadOf(result, row, voice),
		rest: evidenceOf(result, row, voice).join(' · '),
		mark: words.mark({ subject: words.subjects[subject](), period }),
		now: write(columns.now[row] ?? NaN),
		was: write(columns.was[row] ?? NaN),
		low: writeDifference(subject, columns.low[row] ?? NaN, voice),
		high: writeDifference(subject, columns.high[row] ?? NaN, voice),
		p: chance(columns.p[row] ?? NaN, locale),
		money: formatMoneyShort(columns.money[row] ?? NaN, locale, style),
		surprise: formatNumber(columns.surprise[row] ?? NaN, locale, 1, 1)
	};
}

function leadOf(result: FindingsResult, row: number, voice: FindingVoice): string {
	const { messages, locale, money: style } = voice;
	const words = messages.findings;
	const { unit } = result.params;
	const { columns } = result.tables.findings;
	const group = findingGroups[columns.group[row] ?? 0] ?? 'changed';
	const subject = findingSubjects[columns.subject[row] ?? 0] ?? 'revenue';
	const against = findingAgainst[columns.against[row] ?? 0] ?? 'before';
	const [now, was] = [columns.now[row] ?? NaN, columns.was[row] ?? NaN];
	const item = columns.item[row] ?? -1;
	const direction = now >= was ? 'up' : 'down';
	const period = formatPeriod(columns.period[row] ?? NaN, unit, locale, result.frame.yearStart);
	const base = formatPeriod(columns.base[row] ?? NaN, unit, locale, result.frame.yearStart);
	const by = formatMoneyShort(Math.abs(now - was), locale, style);
	const told = { now: writeValue(subject, now, voice), was: writeValue(subject, was, voice), period };
	if (subject === 'retention') {
		const after = words.after[unit]({ n: item });
		return (group === 'unusual' ? words.cohortUnusual : words.cohort)[direction]({ ...told, after });
	}
	if (subject === 'segment') {
		const { revenue, revenueBefore } = result.scalars;
		const name = messages.terms.segments[segmentIds[item] ?? 'lost']();
		return words.segment[direction]({
			name,
			by,
			period,
			base,
			share: (now - was) / (revenue - revenueBefore)
		});
	}
	if (subject === 'movers') {
		const share = result.tables.movers.columns.share.reduce((sum, part) => sum + part, 0);
		return words.movers[direction]({ n: item, share, by, period, base });
	}
	if (subject === 'came' || subject === 'more' || subject === 'less' || subject === 'away') {
		const than = words.than[against === 'usual' ? 'usual' : 'before'][direction]({ by });
		return words.parts[subject]({ base, now: told.now, period, than });
	}
	const name = words.subjects[subject]();
	if (group === 'unusual') return words.unusual[direction]({ ...told, subject: name });
	const amount =
		subjectUnits[subject] === 'share'
			? words.points({ n: formatNumber(Math.abs(now - was) * 100, locale, 1) })
			: was > 0
				? formatShare(Math.abs(now / was - 1), locale)
				: writeValue(subject, Math.abs(now - was), voice);
	const compared = words.in[against === 'last-year' ? 'last-year' : 'before']({ base });
	return words.changed[direction]({ ...told, subject: name, by: amount, base: compared });
}

/** What stands behind a sentence: chance, what is usual, what it is worth, and how few it rests on. */
function evidenceOf(result: FindingsResult, row: number, voice: FindingVoice): string[] {
	const { messages, locale, money: style } = voice;
	const words = messages.findings;
	const { columns } = result.tables.findings;
	const group = findingGroups[columns.group[row] ?? 0] ?? 'changed';
	const subject = findingSubjects[columns.subject[row] ?? 0] ?? 'revenue';
	const [low, high, p] = [columns.low[row] ?? NaN, columns.high[row] ?? NaN, columns.p[row] ?? NaN];
	const history = columns.history[row] ?? 0;
	const n = formatNumber(columns.surprise[row] ?? NaN, locale, 1, 1);
	const said: string[] = [];
	if (!Number.isNaN(low)) {
		said.push(
			words.interval({
				low: writeDifference(subject, low, voice),
				high: writeDifference(subject, high, voice)
			})
		);
	}
	if (!Number.isNaN(p)) {
		const test = subjectUnits[subject] === 'share' ? words.tests.rates : words.tests.ranks;
		said.push(test({ p: chance(p, locale) }));
	}
	if (subject === 'segment') said.push(words.times.share({ n }));
	else if (history > 0) said.push(words.times[group === 'changed' ? 'movement' : 'deviation']({ n }));
	else if (group === 'changed' || subject !== 'movers') said.push(words.unknown());
	if (group !== 'carries' && subject !== 'revenue') {
		said.push(words.worth({ money: formatMoneyShort(columns.money[row] ?? NaN, locale, style) }));
	}
	if (columns.few[row] === 1) said.push(words.few({ n: columns.n[row] ?? 0, of: columns.of[row] ?? 0 }));
	return said;
}

function writeValue(subject: FindingSubject, value: number, { locale, money }: FindingVoice): string {
	switch (subjectUnits[subject]) {
		case 'money':
			return subject === 'basket'
				? formatMoney(value, locale, money)
				: formatMoneyShort(value, locale, money);
		case 'count':
			return formatCount(value, locale);
		case 'share':
			return formatShare(value, locale);
		default:
			return formatNumber(value, locale, 2, 2);
	}
}

/** A difference, with its sign: points for shares. */
function writeDifference(subject: FindingSubject, value: number, voice: FindingVoice): string {
	if (Number.isNaN(value)) return writeValue(subject, value, voice);
	const sign = value > 0 ? '+' : value < 0 ? '−' : '';
	const size =
		subjectUnits[subject] === 'share'
			? voice.messages.findings.points({ n: formatNumber(Math.abs(value) * 100, voice.locale, 1) })
			: writeValue(subject, Math.abs(value), voice);
	return sign + size;
}

/** A p value as it is written: three decimals, and no smaller than it can be told. */
function chance(p: number, locale: Locale): string {
	return p < 0.001 ? '< 0.001' : formatNumber(p, locale, 3);
}
