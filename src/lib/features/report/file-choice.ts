import type { ReportForm } from '#lib/api/index.ts';
import type { Messages } from '#lib/i18n/messages.ts';

/** A file that can be saved. */
export interface FileChoice {
	readonly form: ReportForm;
	readonly label: string;
	readonly ending: string;
	/** Put together in a dialog of its own. */
	readonly asks?: true;
	readonly disabled?: boolean;
}

/** Files for one use. */
export interface FileGroup {
	readonly choices: readonly FileChoice[];
	readonly hint: string;
	readonly disabled: boolean;
}

/** The page to read, open or locked. */
export function pageGroup({ report: t }: Messages, locked: boolean, disabled: boolean): FileGroup {
	return {
		choices: [{ form: 'html', label: t.saveHtml(), ending: 'html' }],
		hint: locked ? t.saveHtmlLockedHint() : t.saveHtmlHint(),
		disabled
	};
}

/** What has no lock: slides, workbook, tables. */
export function openGroups({ report: t }: Messages, locked: boolean, disabled: boolean): FileGroup[] {
	const group = (hint: string, ...choices: FileChoice[]): FileGroup => ({
		choices,
		hint: locked ? t.openOnly() : hint,
		disabled: disabled || locked
	});
	return [
		group(t.saveSlidesHint(), { form: 'pptx', label: t.saveSlides(), ending: 'pptx' }),
		group(t.saveWorkbookHint(), { form: 'xlsx', label: t.saveWorkbook(), ending: 'xlsx' }),
		group(
			t.saveTablesHint(),
			{ form: 'csv', label: t.saveTablesCsv(), ending: 'csv.zip' },
			{ form: 'parquet', label: t.saveTablesParquet(), ending: 'parquet.zip' }
		)
	];
}
