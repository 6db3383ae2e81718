import { i18nObject } from 'typesafe-i18n';
import en from './en/index.ts';
import zhCN from './zh-CN/index.ts';
import { formattersFor } from './formatters.ts';
import type { Locale } from './locales.ts';

export { locales, type Locale } from './locales.ts';

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

type MessageTree<T> = {
	readonly [K in keyof T]: T[K] extends string ? MessageFunction<T[K]> : MessageTree<T[K]>;
};

/** All messages of one language; keys and parameters are checked against the English catalogue. */
export type Messages = MessageTree<typeof en>;

const made = new Map<Locale, Messages>();

/**
 * The messages of a language, as typed functions.
 *
 * @example
 * messagesFor('en').common.customers({ n: 4338 }) // => '4,338 customers'
 */
export function messagesFor(locale: Locale): Messages {
	let messages = made.get(locale);
	if (messages === undefined) {
		const catalogue: unknown = locale === 'zh-CN' ? zhCN : en;
		// The library types come from a code generator; ours are inferred from the catalogue above.
		messages = i18nObject(locale, catalogue as never, formattersFor(locale) as never);
		made.set(locale, messages);
	}
	return messages;
}
