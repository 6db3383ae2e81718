import {
	personalIn,
	type Envelope,
	type PersonalKind,
	type ReportForm,
	type ReportRequest
} from '#lib/api/index.ts';
import { formatDay } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/messages.ts';
import type { App } from './app.svelte.ts';
import { Protection } from './protection.svelte.ts';
import { reportMethods } from './report-methods.ts';
import { Sharing } from './sharing.svelte.ts';
import type { MethodId } from './view-contract.ts';

/** One method in the report, in or out. */
export interface ReportSection {
	readonly method: MethodId;
	readonly included: boolean;
}

/** What the next report says, as far as the user has chosen; the rest follows the view. */
export class ReportDraft {
	#title = $state<string | null>(null);
	#locale = $state<Locale | null>(null);
	#sections = $state.raw<readonly ReportSection[]>(
		reportMethods.map((method) => ({ method, included: true }))
	);
	preparedFor = $state('');
	notes = $state('');
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

	get title(): string {
		const { workbench, settings } = this.#app;
		return (
			this.#title ??
			settings.t.report.reportTitleDefault({
				name: workbench.workspace?.name ?? workbench.datasetName,
				day: formatDay(workbench.frame?.asOf ?? NaN)
			})
		);
	}

	set title(title: string) {
		this.#title = title.trim() === '' ? null : title;
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

	get locale(): Locale {
		return this.#locale ?? this.#app.settings.locale;
	}

	set locale(locale: Locale) {
		this.#locale = locale;
	}

	get sections(): readonly ReportSection[] {
		return this.#sections;
	}

	get included(): readonly MethodId[] {
		return this.#sections.filter((section) => section.included).map((section) => section.method);
	}

	include(method: MethodId, included: boolean): void {
		this.#sections = this.#sections.map((section) =>
			section.method === method ? { ...section, included } : section
		);
	}

	/** Moves a section one place up (−1) or down (+1); at the end it stays. */
	move(method: MethodId, by: -1 | 1): void {
		const from = this.#sections.findIndex((section) => section.method === method);
		const moved = this.#sections[from];
		const other = this.#sections[from + by];
		if (moved === undefined || other === undefined) return;
		this.#sections = this.#sections.map((section, at) =>
			at === from ? other : at === from + by ? moved : section
		);
	}

	/** What in the own words points to a person. */
	get personal(): PersonalKind[] {
		return personalIn([this.title, this.preparedFor, this.notes].join('\n'));
	}

	/** The same request makes the report and the snapshot. */
	request(): ReportRequest {
		return {
			title: this.title,
			preparedFor: this.preparedFor.trim(),
			locale: this.locale,
			notes: this.notes.trim(),
			sections: this.included.map((method) => this.#app.workbench.request(method)),
			nowMs: this.#app.now(),
			appVersion: this.#app.appVersion,
			currency: this.#app.workbench.currency,
			hideBelow: this.hideSmall ? this.threshold : null,
			sharing: this.redactColumns ? (this.sharing.rules ?? { policies: [], consent: null }) : null
		};
	}

	/** The file in a form, locked when a passphrase was chosen. */
	file(form: ReportForm): Promise<Envelope<Blob>> {
		if (this.hideSmall) this.sharing.hideBelow = this.threshold;
		return this.#app.analysisApi.report(this.request(), form, this.protection.passphrase);
	}
}
