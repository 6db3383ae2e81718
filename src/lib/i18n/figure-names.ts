import type { StandingGroup } from '#lib/core/comparison/types.ts';
import type { TopicTexts } from './load-topic.ts';
import type { Messages } from './messages.ts';
import { movedGroups } from './place-names.ts';

type FigureWords = TopicTexts<'comparison'>['figures'];

/** A figure of two states, as far as its name says what it is. */
export interface NamedFigure {
	readonly id: keyof FigureWords['ids'];
	readonly group: { readonly of: StandingGroup; readonly code: number } | null;
	readonly n: number | null;
}

/** A figure's name, with the group or the N that it is of. `rules` are own segments, where there are. */
export function figureName(
	{ id, group, n }: NamedFigure,
	rules: Parameters<typeof movedGroups>[0]['rfm']['rules'],
	words: FigureWords,
	terms: Parameters<typeof movedGroups>[1]
): string {
	const figure = words.ids[id]();
	if (n !== null) return words.ofN({ figure, n });
	if (group === null) return figure;
	const found = standingNames(group.of, rules, terms)[group.code];
	return words.of({ figure, group: found?.name ?? String(group.code) });
}

/** The groups of a kind by their codes. */
export function standingNames(
	of: StandingGroup,
	rules: Parameters<typeof movedGroups>[0]['rfm']['rules'],
	terms: Pick<Messages['terms'], 'segments' | 'valueTypes' | 'stages'>
): ReturnType<typeof movedGroups> {
	return movedGroups({ of, rfm: { rules } }, terms);
}
