import { isDrifted, type ColumnMatch, type RecipeDrift } from '#lib/api/index.ts';
import type { CleaningWords } from '#lib/i18n/load-topic.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import { sampleNumber } from '../number-style.ts';

/** What hangs on a column of a recipe: its role, and the steps that need it. */
export function hangsOn(
	{ role, steps }: ColumnMatch,
	words: CleaningWords,
	roles: Readonly<Record<string, () => string>>
): string {
	const { drift } = words;
	const idle = role === 'ignore' || role === 'attribute';
	return [
		...(idle ? [] : [drift.hangs({ role: roles[role]?.() ?? role })]),
		...(steps.length === 0 ? [] : [drift.hangsSteps({ list: steps.join(words.comma()) })])
	].join(words.comma());
}

/** What changed in a column beside its name, a sentence each. */
export function changesIn(match: ColumnMatch, words: CleaningWords, t: Messages): readonly string[] {
	const { drift } = words;
	const { kind, dateOrder, numberStyle } = match;
	const orders = t.importing.dateOrders;
	return [
		...(kind === undefined
			? []
			: [drift.kind({ before: drift.valueKinds[kind[0]](), now: drift.valueKinds[kind[1]]() })]),
		...(dateOrder === undefined
			? []
			: [drift.dateOrder({ before: orders[dateOrder[0]](), now: orders[dateOrder[1]]() })]),
		...(numberStyle === undefined
			? []
			: [drift.numberStyle({ before: sampleNumber(numberStyle[0]), now: sampleNumber(numberStyle[1]) })])
	];
}

/** The values that a step does not know, with how many rows have them, and what becomes of them. */
export function unknownIn(
	{ step, header, values, more, fate, rows }: RecipeDrift['unknown'][number],
	words: CleaningWords
): string {
	const { drift } = words;
	const listed = values.map(({ value, rows }) => drift.unknownValue({ value, n: rows }));
	const list = [...listed, ...(more > 0 ? [drift.unknownMore({ n: more })] : [])].join(words.comma());
	return drift.unknown[fate]({ step, header, list, n: rows });
}

/** The one word for what became of a column. */
export function driftKind({ now, evidence }: ColumnMatch): 'gone' | 'renamed' | 'changed' {
	if (now === null) return 'gone';
	return evidence === 'name' ? 'changed' : 'renamed';
}

/** Columns that only stand elsewhere. */
export function movedIn({ columns }: RecipeDrift): number {
	return columns.filter((match) => !isDrifted(match) && match.now?.index !== match.old.index).length;
}
