import type { DefinitionChange, Obstacle } from '#lib/api/comparison-api.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { provenanceInputs, sourcesOf } from '#lib/core/dataset/sources.ts';
import { numbersVersion } from '#lib/core/methods/numbers-version.ts';
import type { Frame } from '#lib/core/methods/types.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { choicesText } from '../model/made.ts';
import { describeParameters } from '../model/parameters.ts';
import type { Voice } from '../model/voice.ts';

/** What a method was asked in a state. */
export interface Asked {
	readonly method: string;
	readonly version: number;
	readonly params: Readonly<Record<string, unknown>>;
	readonly frame: Frame;
}

/** Windows of calendar months differ by as many days and are of one length all the same. */
const SAME_LENGTH_DAYS = 3;

/** All that a state was asked, by method. */
export function askedOf({ analyses, disclosed }: OpenSnapshot): ReadonlyMap<string, Asked> {
	const all = disclosed?.sections ?? analyses.map(({ result }) => result);
	return new Map(
		all.map(({ method, version, params, frame }) => [
			method,
			{ method, version, params: params as Asked['params'], frame }
		])
	);
}

/** Why the figures of a method of both states cannot be compared; null where they can. */
export function obstacleBetween(first: Asked, second: Asked): Obstacle | null {
	const versions = [first, second].map(({ method, version }) => numbersVersion(method, version));
	if (versions[0] !== versions[1]) return 'version';
	return sameLength(first.frame, second.frame) ? null : 'window';
}

function sameLength(first: Frame, second: Frame): boolean {
	if (first.from === null || second.from === null) return first.from === second.from;
	return Math.abs(first.asOf - first.from - (second.asOf - second.from)) <= SAME_LENGTH_DAYS;
}

/** Names of the parameters by which a method was asked differently, those that only one version has included. */
export function changedParams(first: Asked, second: Asked): string[] {
	const names = new Set([...Object.keys(first.params), ...Object.keys(second.params)]);
	const text = (value: unknown) => (value === undefined ? '' : canonicalJson(value));
	return [...names].filter((name) => text(first.params[name]) !== text(second.params[name])).sort();
}

/** Every definition and rule that is another in the two states, those about all first. */
export function changedDefinitions(
	first: OpenSnapshot,
	second: OpenSnapshot,
	voice: Voice
): DefinitionChange[] {
	const found: DefinitionChange[] = [];
	const note = (kind: DefinitionChange['kind'], a: string, b: string, method = '', name = ''): void => {
		if (a !== b || kind === 'recipe') found.push({ kind, method, name, first: a, second: b });
	};
	note('currency', first.dataset.currency ?? '', second.dataset.currency ?? '');
	note('refunds', first.refunds, second.refunds);
	note('hidden', String(first.disclosed?.hideBelow ?? ''), String(second.disclosed?.hideBelow ?? ''));
	note('language', first.disclosed?.locale ?? '', second.disclosed?.locale ?? '');
	const withSteps = first.stepsWithheld !== true && second.stepsWithheld !== true;
	if (recipesOf(first, withSteps) !== recipesOf(second, withSteps)) {
		note('recipe', choicesText(first.dataset.recipe, voice), choicesText(second.dataset.recipe, voice));
	}
	const [before, now] = [askedOf(first), askedOf(second)];
	const windows = new Set<string>();
	const calendars = new Set<string>();
	for (const [method, asked] of before) {
		const other = now.get(method);
		if (other === undefined) continue;
		const name = nameOf(method, [second, first], voice);
		for (const rule of ['weekStart', 'yearStart'] as const) {
			calendars.add([rule, asked.frame[rule] ?? 1, other.frame[rule] ?? 1].join());
		}
		note('version', String(asked.version), String(other.version), name);
		if (!sameLength(asked.frame, other.frame)) {
			const pair = [windowText(asked.frame, voice), windowText(other.frame, voice)] as const;
			if (!windows.has(pair.join())) note('window', ...pair);
			windows.add(pair.join());
		}
		for (const param of changedParams(asked, other)) {
			const [a, b] = [asked, other].map(
				({ params }) => describeParameters({ [param]: params[param] }, voice)[0]
			);
			note('parameter', a?.value ?? '', b?.value ?? '', name, a?.label ?? b?.label ?? param);
		}
	}
	for (const calendar of calendars) {
		const [rule, a = '', b = ''] = calendar.split(',');
		note(rule === 'weekStart' ? 'weekStart' : 'yearStart', a, b);
	}
	return found;
}

/** How the files were read, whatever they hold; cleaning steps count where both states tell them. */
function recipesOf({ dataset }: OpenSnapshot, withSteps: boolean): string {
	const told = ({ steps, ...recipe }: ImportRecipe) =>
		withSteps ? { ...recipe, steps: steps ?? [] } : recipe;
	const recipes = provenanceInputs(sourcesOf(dataset)).map(({ recipe, rule }) =>
		canonicalJson({ recipe: told(recipe), rule })
	);
	// The same export, read again every month by one recipe, is read the same.
	return [...new Set(recipes)].sort().join();
}

function windowText({ asOf, from }: Frame, voice: Voice): string {
	const { facts } = voice.words;
	return from === null
		? facts.windowAll()
		: facts.periodValue({ from: voice.day(from), to: voice.day(asOf) });
}

function nameOf(method: string, states: readonly OpenSnapshot[], { locale }: Voice): string {
	for (const { definitions } of states) {
		const found = definitions.find(({ id }) => id === method);
		if (found !== undefined) return found.name[locale];
	}
	return method;
}
