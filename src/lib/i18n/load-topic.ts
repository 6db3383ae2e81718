import { i18nObject } from 'typesafe-i18n';
import type benchmark from './en/benchmark.ts';
import type building from './en/building.ts';
import type cleaning from './en/cleaning.ts';
import type comparison from './en/comparison.ts';
import type entities from './en/entities.ts';
import type contracts from './en/contracts.ts';
import type customerCard from './en/customer-card.ts';
import type disclosure from './en/disclosure.ts';
import type joining from './en/joining.ts';
import type keeping from './en/keeping.ts';
import type migration from './en/migration.ts';
import type rows from './en/rows.ts';
import type sameness from './en/sameness.ts';
import type settings from './en/settings.ts';
import type templates from './en/templates.ts';
import { formattersFor } from './formatters.ts';
import type { Locale } from './locales.ts';
import type { MessageTree } from './make-messages.ts';

/** Texts that few visits need: they come with what shows them, and are no part of what the first page loads. */
interface Catalogues {
	/** Clients held against each other. */
	readonly benchmark: typeof benchmark;
	/** Putting a report together. */
	readonly building: typeof building;
	readonly cleaning: typeof cleaning;
	readonly comparison: typeof comparison;
	readonly contracts: typeof contracts;
	readonly customerCard: typeof customerCard;
	readonly disclosure: typeof disclosure;
	readonly joining: typeof joining;
	readonly keeping: typeof keeping;
	readonly migration: typeof migration;
	/** Snapshots that carry their rows. */
	readonly rows: typeof rows;
	readonly sameness: typeof sameness;
	readonly settings: typeof settings;
	readonly templates: typeof templates;
	/** Tables of other entities than orders. */
	readonly entities: typeof entities;
}
export type Topic = keyof Catalogues;
export type TopicTexts<T extends Topic> = MessageTree<Catalogues[T]>;

type Load<T extends Topic> = () => Promise<{ readonly default: unknown; readonly of?: T }>;
const loads: { readonly [T in Topic]: Readonly<Record<Locale, Load<T>>> } = {
	benchmark: { 'zh-CN': () => import('./zh-CN/benchmark.ts'), en: () => import('./en/benchmark.ts') },
	building: { 'zh-CN': () => import('./zh-CN/building.ts'), en: () => import('./en/building.ts') },
	cleaning: { 'zh-CN': () => import('./zh-CN/cleaning.ts'), en: () => import('./en/cleaning.ts') },
	comparison: { 'zh-CN': () => import('./zh-CN/comparison.ts'), en: () => import('./en/comparison.ts') },
	contracts: { 'zh-CN': () => import('./zh-CN/contracts.ts'), en: () => import('./en/contracts.ts') },
	customerCard: {
		'zh-CN': () => import('./zh-CN/customer-card.ts'),
		en: () => import('./en/customer-card.ts')
	},
	joining: { 'zh-CN': () => import('./zh-CN/joining.ts'), en: () => import('./en/joining.ts') },
	rows: { 'zh-CN': () => import('./zh-CN/rows.ts'), en: () => import('./en/rows.ts') },
	sameness: { 'zh-CN': () => import('./zh-CN/sameness.ts'), en: () => import('./en/sameness.ts') },
	entities: { 'zh-CN': () => import('./zh-CN/entities.ts'), en: () => import('./en/entities.ts') },
	disclosure: { 'zh-CN': () => import('./zh-CN/disclosure.ts'), en: () => import('./en/disclosure.ts') },
	keeping: { 'zh-CN': () => import('./zh-CN/keeping.ts'), en: () => import('./en/keeping.ts') },
	migration: { 'zh-CN': () => import('./zh-CN/migration.ts'), en: () => import('./en/migration.ts') },
	settings: { 'zh-CN': () => import('./zh-CN/settings.ts'), en: () => import('./en/settings.ts') },
	templates: { 'zh-CN': () => import('./zh-CN/templates.ts'), en: () => import('./en/templates.ts') }
};

/** What the review of an import says of cleaning steps, and of recipes for other files. */
export type CleaningWords = TopicTexts<'cleaning'>;

/** Loads the texts of a topic in a language. (Wrapped, as messages cannot be awaited on their own.) */
export async function loadTopic<T extends Topic>(
	topic: T,
	locale: Locale
): Promise<{ readonly texts: TopicTexts<T> }> {
	const catalogue = (await loads[topic][locale]()).default;
	// As in make-messages.ts: the library's types come from a code generator, ours from the English texts.
	return { texts: i18nObject(locale, catalogue as never, formattersFor(locale) as never) };
}
