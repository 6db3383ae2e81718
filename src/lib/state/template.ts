import { entitySpecs, type EntityKind } from '#lib/api/index.ts';
import { errorText } from '#lib/i18n/coded.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { App } from './app.svelte.ts';
import { fileNameOf, saveFile, type SaveOutcome } from './save-file.ts';

/** What there is a template for: a table that is nothing in particular has no columns of its own. */
export type TemplateKind = Exclude<EntityKind, 'other'>;

/** The columns of orders, in the order of their template. */
const orderRoles = [
	'order',
	'date',
	'customer',
	'customer-name',
	'product',
	'quantity',
	'price',
	'amount',
	'cost',
	'status'
] as const;

/** The headers of a template, in the order of its columns. */
export function templateHeaders(kind: TemplateKind, { headers }: TopicTexts<'templates'>): string[] {
	const roles = kind === 'order' ? orderRoles : entitySpecs[kind].roles.map(({ role }) => role);
	const texts: Readonly<Partial<Record<string, () => string>>> = headers[kind];
	return roles.map((role) => texts[role]?.() ?? '');
}

/** Saves a template; `title` names its file and its sheet. */
export async function saveTemplate(
	app: App,
	form: 'csv' | 'xlsx',
	headers: readonly string[],
	title: string
): Promise<SaveOutcome> {
	const outcome = await saveFile(app.library.files.template(form, headers, title), fileNameOf(title, form));
	const { t } = app.settings;
	if (outcome.kind === 'saved') app.speaker.toast(t.common.saved({ name: outcome.name }));
	if (outcome.kind === 'failed') app.speaker.problem(errorText(t, outcome.error));
	return outcome;
}
