import {
	stageIds,
	templateStages,
	templateTones,
	type TemplateId
} from '#lib/core/methods/lifecycle/types.ts';
import type { Messages } from './messages.ts';

/** A stage of a model: its id, its name, and its colour as a place in `stageIds`. */
export interface NamedStage {
	readonly id: string;
	readonly name: string;
	readonly tone: number;
}

/** The stages of a model in the order of its codes, by their names in the language of the messages. */
export function namedStages(
	template: TemplateId,
	{ stageModels }: Pick<Messages, 'stageModels'>
): NamedStage[] {
	const tones: readonly (typeof stageIds)[number][] = templateTones[template];
	return templateStages[template].map((id, at) => ({
		id,
		name: stageModels.names[id](),
		tone: stageIds.indexOf(tones[at] ?? 'mature')
	}));
}
