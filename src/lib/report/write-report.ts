import type { ReportForm } from '#lib/api/report-request.ts';
import { CoreError } from '#lib/core/errors.ts';
import { currencySign } from '#lib/i18n/format.ts';
import { buildReportHtml } from './build-report-html.ts';
import { buildReportModel } from './model/build-model.ts';
import { voiceFor } from './model/voice.ts';
import { sealAge } from './protect/age-file.ts';
import { protectHtml } from './protect/protect-html.ts';
import { writeSnapshot } from './snapshot/write-snapshot.ts';
import { reportSheets, reportTables } from './sheets/report-sheets.ts';
import { writeWorkbook } from './sheets/write-workbook.ts';
import { reportSlides } from './slides/report-slides.ts';
import { tableArchive } from './tables/table-archive.ts';
import type { ReportInput } from './types.ts';

/**
 * The findings as a file of a form, sealed when there is a passphrase (slides, workbooks and tables never are).
 *
 * @throws CoreError `passphrase-short`, `crypto-unavailable`; `internal` when a result holds an infinite number.
 */
export async function writeReport(
	input: ReportInput,
	form: ReportForm,
	passphrase: string | null
): Promise<Blob> {
	if (input.request.hideBelow !== null) noteOtherLanguage(input);
	switch (form) {
		case 'html': {
			const { locale, interactive = false, reopens = false } = input.request;
			const carried = reopens ? writeSnapshot(input) : null;
			const html = buildReportHtml(input, carried);
			const text =
				passphrase === null ? html : await protectHtml(html, passphrase, locale, undefined, interactive);
			return new Blob([text], { type: 'text/html;charset=utf-8' });
		}
		case 'csv':
		case 'parquet':
		case 'pptx':
		case 'xlsx':
			// A lock that is asked for and not given would be worse than none.
			if (passphrase !== null) throw new CoreError('params-invalid', { method: '', param: 'passphrase' });
			return writeOpen(input, form);
		case 'snapshot': {
			const text = writeSnapshot(input);
			if (passphrase === null) return new Blob([text], { type: 'application/json' });
			const sealed = await sealAge(new TextEncoder().encode(text), passphrase);
			return new Blob([sealed], { type: 'application/octet-stream' });
		}
	}
}

/** The forms that have no lock. */
async function writeOpen(input: ReportInput, form: 'csv' | 'parquet' | 'pptx' | 'xlsx'): Promise<Blob> {
	const { locale, nowMs, brand = null } = input.request;
	const { scale, currency } = input.dataset.manifest;
	const voice = voiceFor(locale, input.dataset.manifest);
	const model = buildReportModel(input);
	const money = { scale, sign: currencySign(currency, locale) };
	switch (form) {
		case 'csv':
		case 'parquet':
			return tableArchive(reportTables(model, voice), form, scale, nowMs);
		case 'xlsx':
			return writeWorkbook(reportSheets(model, voice, brand), money);
		case 'pptx': {
			const { writeSlides } = await import('./slides/write-slides.ts');
			const slides = reportSlides(model, voice, scale, brand?.organisation);
			return writeSlides(slides, model.title, { locale, foot: model.title, brand, money });
		}
	}
}

/** Cells are named by the words beside them: a file in the other language must find what this one hides. */
function noteOtherLanguage(input: ReportInput): void {
	if (input.memory === undefined) return;
	const locale = input.request.locale === 'en' ? 'zh-CN' : 'en';
	buildReportModel({ ...input, request: { ...input.request, locale } });
}
