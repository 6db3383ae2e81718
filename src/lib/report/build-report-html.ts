import { reportDocument } from './html/document.ts';
import { buildReportModel } from './model/build-model.ts';
import { voiceFor } from './model/voice.ts';
import type { ReportInput } from './types.ts';

/**
 * One self-contained HTML file from results: findings in sentences, charts as inline SVG with their tables,
 * definitions, parameters, control totals and provenance, in the language of the request. No script, no address;
 * every text from data is escaped. Takes a few milliseconds.
 */
export function buildReportHtml(input: ReportInput): string {
	return reportDocument(buildReportModel(input), voiceFor(input.request.locale, input.dataset.manifest));
}
