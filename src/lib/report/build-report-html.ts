import { reportDocument } from './html/document.ts';
import type { Tongue } from './html/tongues.ts';
import { buildReportModel } from './model/build-model.ts';
import { voiceFor } from './model/voice.ts';
import type { ReportInput } from './types.ts';

/**
 * One self-contained HTML file from results: findings in sentences, charts as inline SVG with their tables,
 * definitions, parameters, control totals and provenance, in the language of the request, or in two. No address, and no
 * script but the one of an interactive report; every text from data is escaped. Takes a few milliseconds.
 *
 * @param snapshot what the page carries to open in the app, if anything
 */
export function buildReportHtml(input: ReportInput, snapshot: string | null = null): string {
	const { request, dataset } = input;
	const { locale, also = null, brand = null, interactive = false } = request;
	const tongue = (own: typeof locale): Tongue => ({
		model: buildReportModel({ ...input, request: { ...request, locale: own } }),
		voice: voiceFor(own, dataset.manifest)
	});
	const others = also === null || also === locale ? [] : [tongue(also)];
	return reportDocument([tongue(locale), ...others], { brand, interactive, snapshot });
}
