import {
	benchmarkMeasures,
	type BenchmarkCell,
	type BenchmarkedClient,
	type BenchmarkKind,
	type BenchmarkRow
} from '#lib/core/benchmark/types.ts';
import { stageIds } from '#lib/core/methods/lifecycle/types.ts';
import { segmentIds } from '#lib/core/methods/rfm/types.ts';
import { formatDay, formatMoney, formatNumber, formatShare } from './format.ts';
import type { TopicTexts } from './load-topic.ts';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';

export interface BenchmarkWords {
	readonly locale: Locale;
	readonly words: TopicTexts<'benchmark'>;
	readonly terms: Pick<Messages['terms'], 'segments' | 'stages' | 'units'>;
	/** Letters stand in place of the names of all clients but the first. */
	readonly letters: boolean;
}

/** A measure's name, with the days, the period or the group that it is of. */
export function measureName({ id, of, rules }: BenchmarkRow, { words, terms }: BenchmarkWords): string {
	const names = words.measures;
	const [rule] = rules;
	switch (id) {
		case 'firstTimeShare':
		case 'averageOrder':
			return names[id]({ days: Number(rule) });
		case 'retention': {
			const unit = (Object.keys(terms.units) as (keyof typeof terms.units)[]).find((name) => name === rule);
			return names.retention({ n: of ?? 0, unit: unit === undefined ? '' : terms.units[unit]() });
		}
		case 'segmentShare':
			return names.segmentShare({ group: nameIn(segmentIds, terms.segments, of) });
		case 'stageShare':
			return names.stageShare({ group: nameIn(stageIds, terms.stages, of) });
		default:
			return names[id]();
	}
}

function nameIn<K extends string>(
	ids: readonly K[],
	names: Readonly<Record<K, () => string>>,
	code: number | null
): string {
	const id = ids[code ?? -1];
	return id === undefined ? '' : names[id]();
}

/**
 * A client by its name, or, but for the one in question, by its letter: A to Z, then AA.
 *
 * @param at its place: 0 is the one in question
 */
export function benchmarkClientName(
	{ name, letter }: Pick<BenchmarkedClient, 'name' | 'letter'>,
	isOwn: boolean,
	{ letters, words }: BenchmarkWords
): string {
	if (!letters || isOwn) return name;
	return words.clients.letter({ letter: letterOf(letter) });
}

/**
 * The letter of a place in the alphabet.
 *
 * @example
 * letterOf(0) // => 'A'
 * letterOf(27) // => 'AB'
 */
export function letterOf(place: number): string {
	const letter = String.fromCharCode(65 + (place % 26));
	return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter;
}

/** A value as text. */
export function measureText(
	value: number,
	as: BenchmarkKind,
	currency: string | null,
	locale: Locale
): string {
	switch (as) {
		case 'share':
			return formatShare(value, locale);
		case 'money':
			return formatMoney(Math.round(value * 100), locale, { scale: 2, currency });
		case 'days':
		case 'index':
			return formatNumber(value, locale, 1);
		case 'number':
			return formatNumber(value, locale, 3);
	}
}

/** A client's value as it stands in a table: hidden, none, or with the reason why it is not compared. */
export function benchmarkCellText(
	{ value, hidden, obstacle }: BenchmarkCell,
	as: BenchmarkKind,
	{ currency }: Pick<BenchmarkedClient, 'currency'>,
	{ locale, words }: BenchmarkWords
): string {
	if (hidden) return words.table.hidden();
	if (Number.isNaN(value)) return words.table.none();
	const text = measureText(value, as, currency, locale);
	if (obstacle === null) return text;
	return `${words.table.other({ value: text })} ${words.obstacles[obstacle]()}`;
}

/** The measures of a set: what stands on its own, or one of the families. */
export function measuresIn(set: 'key' | 'retention' | 'segments' | 'stages'): readonly BenchmarkRow['id'][] {
	const families = { retention: 'retention', segments: 'segmentShare', stages: 'stageShare' } as const;
	if (set !== 'key') return [families[set]];
	return benchmarkMeasures.filter((id) => !Object.values<string>(families).includes(id));
}

/** The window in words; of a client without a name its first day is not told either. */
export function windowText(
	{ frame, firstDay }: Pick<BenchmarkedClient, 'frame' | 'firstDay'>,
	isOwn: boolean,
	{ letters, words }: BenchmarkWords
): string {
	const { clients } = words;
	if (frame.from !== null)
		return clients.from({ day: formatDay(frame.from), n: frame.asOf - frame.from + 1 });
	return letters && !isOwn ? clients.allPlain() : clients.all({ day: formatDay(firstDay) });
}

/** What is to be kept in mind of a client. */
export function clientRemarks(
	{ duplicateOf, cautions }: BenchmarkedClient,
	clients: readonly BenchmarkedClient[],
	words: BenchmarkWords
): string {
	const at = clients.findIndex(({ key }) => key === duplicateOf);
	const twin = clients[at];
	const { remarks } = words.words;
	return [
		...(twin === undefined ? [] : [remarks.duplicate({ name: benchmarkClientName(twin, at === 0, words) })]),
		...cautions.map((caution) => remarks[caution]())
	].join(' · ');
}
