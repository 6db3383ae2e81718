import { placeKinds, type MigrationResult } from '#lib/api/index.ts';
import { segmentColor, stageColor, typeColor } from '#lib/charts/group-colors.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import { movedGroups } from '#lib/i18n/place-names.ts';
import type { AnalysisView } from '#lib/state/view-contract.ts';

/** What shaping needs to write numbers: the language, its words, those of this screen, and how money is written. */
export interface Wording extends Pick<AnalysisView, 'messages' | 'locale' | 'money'> {
	readonly words: TopicTexts<'migration'>;
}

/** A row of `places` as it is shown. */
export interface Place {
	readonly name: string;
	/** CSS colour. */
	readonly color: string;
}

/** The places of a result, row by row. */
export function placesOf(result: MigrationResult, { messages, words }: Wording): readonly Place[] {
	const { kind, code } = result.tables.places.columns;
	const groups = movedGroups(result.params, messages.terms);
	const colorOf = { segments: segmentColor, types: typeColor, stages: stageColor }[result.params.of];
	return Array.from(kind, (own, row): Place => {
		const id = placeKinds[own] ?? 'group';
		if (id !== 'group') return { name: words.kinds[id](), color: 'var(--ink-3)' };
		const group = groups[code[row] ?? 0];
		return { name: group?.name ?? '', color: colorOf(group?.tone ?? 0) };
	});
}
