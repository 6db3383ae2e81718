import {
	personalIn,
	type Envelope,
	type LayoutItem,
	type PersonalKind,
	type ReportForm,
	type ReportLayout,
	type ReportRequest,
	type SharingRules
} from '#lib/api/index.ts';
import { formatDay } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/messages.ts';
import type { App } from './app.svelte.ts';
import { askedItems } from './asked-items.ts';
import { pieceQuestion } from './piece-question.ts';
import { Protection } from './protection.svelte.ts';
import { Sharing } from './sharing.svelte.ts';

/** What the next report says, as far as the user has chosen; the rest follows the view. */
export class ReportDraft {
	#locale = $state<Locale | null>(null);
	/** In both languages: 中文 first. */
	#both = $state(false);
	/** A page that its reader can turn. */
	interactive = $state(false);
	/** A page that opens in the app, too. */
	reopens = $state(false);
	/** Whether columns are treated by the workspace's rules. */
	redactColumns = $state(true);
	#hideSmall = $state<boolean | null>(null);
	#threshold = $state<number | null>(null);
	readonly protection = new Protection((bytes) => crypto.getRandomValues(bytes));
	readonly sharing: Sharing;
	readonly #app: App;

	constructor(app: App) {
		this.#app = app;
		this.sharing = new Sharing(app);
	}

	get #layout(): ReportLayout {
		return this.#app.report.layout;
	}

	/** Its own, or that of the ready report. */
	get title(): string {
		const { workbench, settings } = this.#app;
		const { title, template } = this.#layout;
		if (title !== '') return title;
		const day = formatDay(workbench.frame?.asOf ?? NaN);
		return settings.t.report.titles[template]({ name: this.#subject, day });
	}

	get #subject(): string {
		const { workbench } = this.#app;
		return workbench.workspace?.name ?? workbench.datasetName;
	}

	/** Hides groups of fewer than `threshold`: at first, if an earlier file of the workspace did. */
	get hideSmall(): boolean {
		return this.#hideSmall ?? this.sharing.hideBelow !== null;
	}

	set hideSmall(hide: boolean) {
		this.#hideSmall = hide;
	}

	get threshold(): number {
		return this.#threshold ?? this.sharing.hideBelow ?? 5;
	}

	/** From 2 to 100. */
	set threshold(k: number) {
		this.#threshold = Math.max(2, Math.min(100, Math.round(k) || 5));
	}

	/** The language of the files; of a page in both, the first. */
	get locale(): Locale {
		return this.#both ? 'zh-CN' : (this.#locale ?? this.#app.settings.locale);
	}

	get speaks(): Locale | 'both' {
		return this.#both ? 'both' : this.locale;
	}

	set speaks(speaks: Locale | 'both') {
		this.#both = speaks === 'both';
		if (speaks !== 'both') this.#locale = speaks;
	}

	/** What in the own words points to a person. */
	get personal(): PersonalKind[] {
		const { preparedFor, notes, items } = this.#layout;
		const words = items.flatMap((item) => {
			if (item.kind === 'piece') return [item.caption, ...item.remarks.map(({ text }) => text)];
			return item.kind === 'summary' ? [] : [item.text];
		});
		return personalIn([this.title, preparedFor, notes, ...words].join('\n'));
	}

	/** The same request makes the report, the snapshot and the workbook. */
	request(): ReportRequest {
		return this.requestOf(this.#layout.items);
	}

	/** What would be asked of a report of other items. */
	requestOf(items: readonly LayoutItem[]): ReportRequest {
		const { workbench, now, appVersion } = this.#app;
		const { title, template, preparedFor, notes, brand } = this.#layout;
		return {
			title: title.trim(),
			titled: { template, subject: this.#subject },
			preparedFor: preparedFor.trim(),
			locale: this.locale,
			also: this.#both ? 'en' : null,
			interactive: this.interactive,
			reopens: this.reopens,
			notes: notes.trim(),
			...askedItems(items, (method, view) => pieceQuestion(workbench, method, view)),
			brand,
			nowMs: now(),
			appVersion,
			currency: workbench.currency,
			hideBelow: this.hideSmall ? this.threshold : null,
			sharing: this.redactColumns ? (this.sharing.rules ?? { policies: [], consent: null }) : null
		};
	}

	/** The snapshot with its rows, by the rules of the workspace; no group is hidden in it. */
	fileWithRows(rules: SharingRules | null): Promise<Envelope<Blob>> {
		const sharing = rules ?? { policies: [], consent: null };
		const request = { ...this.request(), hideBelow: null, rows: true, sharing };
		return this.#app.analysisApi.report(request, 'snapshot', this.protection.passphrase);
	}

	/** The file in a form, locked when a passphrase was chosen. */
	file(form: ReportForm): Promise<Envelope<Blob>> {
		if (this.hideSmall) this.sharing.hideBelow = this.threshold;
		return this.#app.analysisApi.report(this.request(), form, this.protection.passphrase);
	}
}
