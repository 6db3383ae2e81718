import type { MethodResult } from '#lib/core/methods/types.ts';
import type { Block, Finding, Labelled } from './types.ts';
import type { Voice } from './voice.ts';

/** What a method contributes to its section. */
export interface MethodContent {
	readonly findings: readonly Finding[];
	readonly blocks: readonly Block[];
	readonly parameters: readonly Labelled[];
}

/** Puts a result into words, tables and pictures. */
export type Describe<R extends MethodResult = MethodResult> = (result: R, voice: Voice) => MethodContent;
