import type { ReportForm } from '#lib/api/analysis-api.ts';
import { CoreError } from '#lib/core/errors.ts';
import { currencySign } from '#lib/i18n/format.ts';
import { buildReportHtml } from './build-report-html.ts';
import { buildReportModel } from './model/build-model.ts';
import { voiceFor } from './model/voice.ts';
import { sealAge } from './protect/age-file.ts';
import { protectHtml } from './protect/protect-html.ts';
import { writeSnapshot } from './snapshot/write-snapshot.ts';
import { reportSheets } from './sheets/report-sheets.ts';
import { writeWorkbook } from './sheets/write-workbook.ts';
import type { ReportInput } from './types.ts';

/**
 * The findings as a file of a form, sealed when there is a passphrase (a workbook never is).
 *
 * @throws CoreError `passphrase-short`, `crypto-unavailable`; `internal` when a result holds an infinite number.
 */
export async function writeReport(
	input: ReportInput,
	form: ReportForm,
	passphrase: string | null
): Promise<Blob> {
	switch (form) {
		case 'html': {
			const html = buildReportHtml(input);
			const text = passphrase === null ? html : await protectHtml(html, passphrase, input.request.locale);
			return new Blob([text], { type: 'text/html;charset=utf-8' });
		}
		case 'xlsx': {
			// A lock that is asked for and not given would be worse than none.
			if (passphrase !== null) throw new CoreError('params-invalid', { method: '', param: 'passphrase' });
			const { locale } = input.request;
			const { scale, currency } = input.dataset.manifest;
			const voice = voiceFor(locale, input.dataset.manifest);
			const sheets = reportSheets(buildReportModel(input), voice);
			return writeWorkbook(sheets, { scale, sign: currencySign(currency, locale) });
		}
		case 'snapshot': {
			// It holds the results themselves; sent as if redacted it would be a trap.
			if (input.request.hideBelow !== null) {
				throw new CoreError('params-invalid', { method: '', param: 'hideBelow' });
			}
			const text = writeSnapshot(input);
			if (passphrase === null) return new Blob([text], { type: 'application/json' });
			const sealed = await sealAge(new TextEncoder().encode(text), passphrase);
			return new Blob([sealed], { type: 'application/octet-stream' });
		}
	}
}
