import type { ReportForm } from '#lib/api/analysis-api.ts';
import { buildReportHtml } from './build-report-html.ts';
import { sealAge } from './protect/age-file.ts';
import { protectHtml } from './protect/protect-html.ts';
import { writeSnapshot } from './snapshot/write-snapshot.ts';
import type { ReportInput } from './types.ts';

/**
 * The findings as a file of a form, sealed when there is a passphrase.
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
		case 'snapshot': {
			const text = writeSnapshot(input);
			if (passphrase === null) return new Blob([text], { type: 'application/json' });
			const sealed = await sealAge(new TextEncoder().encode(text), passphrase);
			return new Blob([sealed], { type: 'application/octet-stream' });
		}
	}
}
