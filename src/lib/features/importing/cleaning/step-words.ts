import type { CleaningStep, ColumnRef, FilterCondition, AnyRecipe, StepReport } from '#lib/api/index.ts';
import type { CleaningWords } from '#lib/i18n/load-topic.ts';
import { columnOptions } from '#lib/state/step-edit.ts';

/** Names said of a list before the rest is only counted. */
const MOST_NAMES = 4;

const listed = (names: readonly string[], words: CleaningWords): string =>
	names.length <= MOST_NAMES
		? names.join(words.comma())
		: `${names.slice(0, MOST_NAMES).join(words.comma())} +${names.length - MOST_NAMES}`;

/** The name of a column as the step at `index` sees it. */
export function namesFor(
	recipe: AnyRecipe,
	index: number,
	words: CleaningWords
): (column: ColumnRef) => string {
	const known = new Map(columnOptions(recipe, index).map(({ value, label }) => [value, label]));
	return (column) => known.get(String(column)) ?? words.goneColumn();
}

/** A step in one sentence. */
export function stepSentence(
	step: CleaningStep,
	nameOf: (column: ColumnRef) => string,
	words: CleaningWords
): string {
	const { says } = words;
	const unnamed = (name: string): string => (name.trim() === '' ? words.unnamed() : name);
	const column = 'column' in step ? nameOf(step.column) : '';
	const columns = 'columns' in step ? listed(step.columns.map(nameOf), words) || '…' : '';
	switch (step.kind) {
		case 'trim':
			return `${says.trim({ columns })} (${trimWhat(step, words)})`;
		case 'map-values': {
			const from = step.pairs.length;
			if (step.rest !== undefined) return says.mapRest({ from, column, rest: step.rest });
			return says.mapValues({ from, column, to: new Set(step.pairs.map((pair) => pair.to)).size });
		}
		case 'fill': {
			const filled = {
				column: listed([step.column, ...(step.more ?? [])].map(nameOf), words),
				value: step.value
			};
			if (step.within === undefined)
				return step.from === 'above' ? says.fillAbove(filled) : says.fillValue(filled);
			const within = { ...filled, within: nameOf(step.within) };
			return step.from === 'above' ? says.fillAboveWithin(within) : says.fillValueWithin(within);
		}
		case 'split': {
			const names = listed(step.names, words) || '…';
			if (step.by === 'text') return says.splitText({ column, text: step.text, names });
			const n = Math.abs(step.position);
			return step.position < 0
				? says.splitEnd({ column, n, names })
				: says.splitPosition({ column, n, names });
		}
		case 'join':
			return says.join({ columns, name: unnamed(step.name) });
		case 'derive':
			return says.derive({ name: unnamed(step.name), formula: step.formula || '…' });
		case 'filter': {
			const conditions = step.conditions
				.map((condition) => conditionText(condition, nameOf, words))
				.join(step.match === 'all' ? words.and() : words.or());
			const facts = { conditions: conditions || '…' };
			return step.fate === 'keep' ? says.filterKeep(facts) : says.filterAside(facts);
		}
		case 'drop-duplicates':
			return step.keep === 'first' ? says.duplicatesFirst({ columns }) : says.duplicatesLast({ columns });
		case 'unpivot': {
			const facts = { columns, label: unnamed(step.label), value: unnamed(step.value) };
			return step.year === undefined ? says.unpivot(facts) : says.unpivotYear({ ...facts, year: step.year });
		}
		case 'convert-currency':
			return says.convert({
				column: nameOf(step.amount),
				target: step.target || '…',
				name: unnamed(step.name),
				n: step.rates.length
			});
	}
}

function trimWhat(step: Extract<CleaningStep, { kind: 'trim' }>, words: CleaningWords): string {
	const what = words.says.trimWhat;
	return [
		...(step.blanks ? [what.blanks()] : []),
		...(step.invisible ? [what.invisible()] : []),
		...(step.halfWidth ? [what.halfWidth()] : []),
		...(step.letters === 'keep' ? [] : [what[step.letters]()])
	].join(words.comma());
}

/** Whether a test compares with nothing. */
export const isBare = (test: FilterCondition['test']): boolean => test === 'empty' || test === 'filled';

function conditionText(
	{ column, test, value }: FilterCondition,
	nameOf: (column: ColumnRef) => string,
	words: CleaningWords
): string {
	const said = `${nameOf(column)} ${words.tests[test]()}`;
	return isBare(test) ? said : `${said} ${value === '' ? '""' : value}`;
}

/** What a step did to the rows that were looked at, in words. */
export function stepEffect(step: CleaningStep, report: StepReport, words: CleaningWords): string {
	const { rows, changed, noValue, merged, aside, rejected } = report;
	const { did } = words;
	const makes =
		step.kind === 'derive' || step.kind === 'join' || step.kind === 'split' || step.kind === 'unpivot';
	const parts = [
		...(changed > 0 ? [(makes ? did.made : did.changed)({ n: changed, rows })] : []),
		...(aside > 0 ? [did.taken({ n: aside, rows })] : []),
		...(merged > 0 ? [did.merged({ n: merged, rows })] : []),
		...(rejected > 0 ? [did.rejected({ n: rejected })] : []),
		...(noValue > 0 ? [did.noValue({ n: noValue })] : [])
	];
	return parts.length === 0 ? did.nothing({ rows }) : parts.join(words.comma());
}

/** What is wrong with a step, in words; null when nothing is. */
export function problemText(report: StepReport | undefined, words: CleaningWords): string | null {
	const problem = report?.problem ?? null;
	if (problem === null) return null;
	const texts: Readonly<Record<string, (params: Readonly<Record<string, string | number>>) => string>> =
		words.problems;
	return texts[problem.code]?.(problem.params) ?? problem.code;
}
