import type { AnyRecipe } from '#lib/api/index.ts';

/** The recipes before and after the present one, nearest last. */
export interface RecipeHistory {
	readonly past: readonly AnyRecipe[];
	readonly future: readonly AnyRecipe[];
	/** What the last change was about: more of the same is undone with it. */
	readonly about: string | null;
}

export const noHistory: RecipeHistory = { past: [], future: [], about: null };

/** Changes that can be undone. */
const MOST = 100;

/**
 * The history after a change away from `present`. Changes that follow each other about one thing are one change.
 *
 * @example
 * remembered({ past: ['a'], future: ['z'], about: 'step s1' }, 'b', 'step s1') // => { past: ['a'], future: [], about: 'step s1' }
 * remembered({ past: ['a'], future: [], about: 'step s1' }, 'b', null) // => { past: ['a', 'b'], future: [], about: null }
 */
export function remembered(history: RecipeHistory, present: AnyRecipe, about: string | null): RecipeHistory {
	const same = about !== null && about === history.about && history.past.length > 0;
	return { past: same ? history.past : [...history.past, present].slice(-MOST), future: [], about };
}

/**
 * The recipe before the present one (`back`), or the one that was undone last; null where there is none.
 *
 * @example
 * travelled({ past: ['a'], future: [], about: null }, 'b', 'back') // => { recipe: 'a', history: { past: [], future: ['b'], about: null } }
 * travelled({ past: ['a'], future: [], about: null }, 'b', 'forth') // => null
 */
export function travelled(
	{ past, future }: RecipeHistory,
	present: AnyRecipe,
	way: 'back' | 'forth'
): { readonly recipe: AnyRecipe; readonly history: RecipeHistory } | null {
	const recipe = (way === 'back' ? past : future).at(-1);
	if (recipe === undefined) return null;
	const history =
		way === 'back'
			? { past: past.slice(0, -1), future: [...future, present] }
			: { past: [...past, present], future: future.slice(0, -1) };
	return { recipe, history: { ...history, about: null } };
}
