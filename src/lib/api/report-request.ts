import type { AskedItem, ReportBrand, ReportTemplate } from '#lib/core/dataset/report-layout.ts';
import type { SharingRules } from '#lib/core/dataset/sharing.ts';
import type { AnalysisRequest } from './analysis-request.ts';

/**
 * The forms of a file of findings: one self-contained HTML page to read; results, parameters, recipe, definitions and
 * provenance to open in the app; slides to show; a workbook of all tables to go on reckoning with; or the tables as files of their own in
 * an archive (ZIP), CSV or Parquet.
 */
export type ReportForm = 'html' | 'snapshot' | 'xlsx' | 'csv' | 'parquet' | 'pptx';

/** What goes into a report or a snapshot; both are built from the same request. */
export interface ReportRequest {
	readonly title: string;
	readonly preparedFor: string;
	readonly locale: 'zh-CN' | 'en';
	readonly notes: string;
	/** The questions that it answers, each once. */
	readonly sections: readonly AnalysisRequest[];
	/** What is read, in its order; absent: the findings, then a chapter with all that there is for each section. */
	readonly items?: readonly AskedItem[];
	readonly brand?: ReportBrand;
	/** A page gives every part in this language too; other forms keep to the first. */
	readonly also?: 'zh-CN' | 'en' | null;
	/** A page that sorts, shows values, and turns to a language or theme, by a script inside it. */
	readonly interactive?: boolean;
	/** A page that opens in the app as its snapshot does, for it carries one. A locked page never does. */
	readonly reopens?: boolean;
	/** What a title of none says: the ready report that it is, of whom. */
	readonly titled?: { readonly template: ReportTemplate; readonly subject: string };
	readonly nowMs: number;
	readonly appVersion: string;
	/** Shown where the data does not say its currency; nothing is converted. */
	readonly currency?: string | null;
	/** Groups of fewer are hidden, with what would give them away; null hides none. */
	readonly hideBelow: number | null;
	/** What becomes of columns whose values would appear; null keeps them as they are. */
	readonly sharing: SharingRules | null;
	/** Of a snapshot that stays in this browser: it says, under codes, where each customer stands. */
	readonly standings?: boolean;
	/** Of a snapshot: the rows behind it go with it, by the rules of `sharing`. Small groups can't be hidden then. */
	readonly rows?: boolean;
}

/** A report that is made from a snapshot, without the data. */
export interface ReportAgain {
	/** Its id. */
	readonly snapshot: string;
	readonly locale: ReportRequest['locale'];
	/** A page gives every part in this language too; other forms keep to the first. */
	readonly also: ReportRequest['locale'] | null;
	readonly interactive: boolean;
	readonly nowMs: number;
	readonly appVersion: string;
}
