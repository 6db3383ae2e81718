import type { Envelope, OpenSnapshot, ReportForm } from '#lib/api/index.ts';
import type { Locale } from '#lib/i18n/messages.ts';
import type { App } from './app.svelte.ts';
import { Protection } from './protection.svelte.ts';

/** The report of a snapshot, made again: as it was, unless other languages are chosen. */
export class SnapshotReport {
	readonly #app: Pick<App, 'analysisApi' | 'appVersion' | 'now' | 'settings'>;
	readonly #id: string;
	readonly #page: OpenSnapshot['page'];
	#speaks = $state<Locale | 'both' | null>(null);
	#interactive = $state<boolean | null>(null);
	readonly protection = new Protection((bytes) => crypto.getRandomValues(bytes));

	constructor(
		app: Pick<App, 'analysisApi' | 'appVersion' | 'now' | 'settings'>,
		id: string,
		{ page }: OpenSnapshot
	) {
		this.#app = app;
		this.#id = id;
		this.#page = page;
	}

	/** Snapshots of before it was said speak the language of the page. */
	get speaks(): Locale | 'both' {
		if (this.#speaks !== null) return this.#speaks;
		if (this.#page === undefined) return this.#app.settings.locale;
		return this.#page.also === null ? this.#page.locale : 'both';
	}

	set speaks(speaks: Locale | 'both') {
		this.#speaks = speaks;
	}

	get interactive(): boolean {
		return this.#interactive ?? this.#page?.interactive ?? false;
	}

	set interactive(interactive: boolean) {
		this.#interactive = interactive;
	}

	/** The file in a form, locked when a passphrase was chosen. */
	file(form: ReportForm): Promise<Envelope<Blob>> {
		const { analysisApi, appVersion, now } = this.#app;
		const { speaks, interactive } = this;
		const [locale, also] = speaks === 'both' ? (['zh-CN', 'en'] as const) : [speaks, null];
		const request = { snapshot: this.#id, locale, also, interactive, nowMs: now(), appVersion };
		return analysisApi.reportAgain(request, form, this.protection.passphrase);
	}
}
