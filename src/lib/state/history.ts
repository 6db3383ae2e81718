/** What was before the present state, and what was undone since, nearest last. */
export interface History<T> {
	readonly past: readonly T[];
	readonly future: readonly T[];
	/** What the last change was about: more of the same is undone with it. */
	readonly about: string | null;
}

export const noHistory: History<never> = { past: [], future: [], about: null };

/** Changes that can be undone. */
const MOST = 100;

/**
 * The history after a change away from `present`. Changes that follow each other about one thing are one change.
 *
 * @example
 * remembered({ past: ['a'], future: ['z'], about: 'step s1' }, 'b', 'step s1') // => { past: ['a'], future: [], about: 'step s1' }
 * remembered({ past: ['a'], future: [], about: 'step s1' }, 'b', null) // => { past: ['a', 'b'], future: [], about: null }
 */
export function remembered<T>(history: History<T>, present: T, about: string | null): History<T> {
	const same = about !== null && about === history.about && history.past.length > 0;
	return { past: same ? history.past : [...history.past, present].slice(-MOST), future: [], about };
}

/**
 * The state before the present one (`back`), or the one that was undone last; null where there is none.
 *
 * @example
 * travelled({ past: ['a'], future: [], about: null }, 'b', 'back') // => { state: 'a', history: { past: [], future: ['b'], about: null } }
 * travelled({ past: ['a'], future: [], about: null }, 'b', 'forth') // => null
 */
export function travelled<T>(
	{ past, future }: History<T>,
	present: T,
	way: 'back' | 'forth'
): { readonly state: T; readonly history: History<T> } | null {
	const state = (way === 'back' ? past : future).at(-1);
	if (state === undefined) return null;
	const history =
		way === 'back'
			? { past: past.slice(0, -1), future: [...future, present] }
			: { past: [...past, present], future: future.slice(0, -1) };
	return { state, history: { ...history, about: null } };
}
