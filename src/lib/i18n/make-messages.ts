import { i18nObject } from 'typesafe-i18n';
import type en from './en/index.ts';
import type benchmark from './en/benchmark.ts';
import type comparison from './en/comparison.ts';
import type contracts from './en/contracts.ts';
import type migration from './en/migration.ts';
import type reporting from './en/reporting.ts';
import type sharing from './en/sharing.ts';
import { formattersFor } from './formatters.ts';
import type { Locale } from './locales.ts';
import type { Translated } from './shape.ts';

type WithoutPlurals<S extends string> = S extends `${infer A}{{${string}}}${infer B}`
	? `${A}${WithoutPlurals<B>}`
	: S;
type ParamNames<S extends string> = S extends `${string}{${infer P}}${infer Rest}`
	? (P extends `${infer Name}|${string}` ? Name : P) | ParamNames<Rest>
	: never;

/** A message as a function: of nothing, or of the parameters that its English text names. */
export type MessageFunction<S extends string> = [ParamNames<WithoutPlurals<S>>] extends [never]
	? () => string
	: (params: Readonly<Record<ParamNames<WithoutPlurals<S>>, string | number>>) => string;

/** A catalogue, or a part of one, as functions. */
export type MessageTree<T> = {
	readonly [K in keyof T]: T[K] extends string ? MessageFunction<T[K]> : MessageTree<T[K]>;
};

/** What the page says in one language; keys and parameters are checked against the English catalogue. */
export type Messages = MessageTree<typeof en>;

/** The page's messages, the words inside report files, which no page shows, and what a page loads when it shows it. */
export type AllMessages = Messages & {
	readonly reporting: MessageTree<typeof reporting>;
	readonly sharing: MessageTree<typeof sharing>;
	readonly contracts: MessageTree<typeof contracts>;
	readonly migration: MessageTree<typeof migration>;
	readonly comparison: MessageTree<typeof comparison>;
	readonly benchmark: MessageTree<typeof benchmark>;
};

/** Turns the catalogue of a language into typed functions. */
export function makeMessages(locale: Locale, catalogue: Translated<typeof en>): Messages {
	return makeWords<typeof en>(locale, catalogue);
}

/** The same for a part of the texts that is loaded on its own. */
export function makeWords<T>(locale: Locale, catalogue: Translated<T>): MessageTree<T> {
	const loose: unknown = catalogue;
	// The library types come from a code generator; ours are inferred from the English catalogue.
	return i18nObject(locale, loose as never, formattersFor(locale) as never);
}
