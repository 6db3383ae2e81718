import type { DisclosedCell, DisclosedFindings, DisclosedTable } from '#lib/api/disclosed-findings.ts';
import { buildReportModel } from '../model/build-model.ts';
import { voiceFor } from '../model/voice.ts';
import { blockTables, type Titled } from '../sheets/report-sheets.ts';
import type { SheetCell } from '../sheets/sheet.ts';
import type { ReportInput } from '../types.ts';

/**
 * The findings of a report whose small groups are hidden, as tables and sentences: what a page or a workbook of the same
 * request shows, and no more. Where nothing is to be hidden: what such findings are compared with.
 */
export function disclosedFindings(input: ReportInput, model = buildReportModel(input)): DisclosedFindings {
	const { locale, hideBelow } = input.request;
	const voice = voiceFor(locale, input.dataset.manifest);
	return {
		locale,
		hideBelow: hideBelow ?? 0,
		sections: model.sections.map((section, i) => {
			const { result, provenance } = input.analyses[i] as ReportInput['analyses'][number];
			const { method, version, params, frame, n } = result;
			return {
				...{ method, version, params, frame, provenance },
				title: section.title,
				findings: section.findings.map(({ strong, rest }) => [strong, rest].filter(Boolean).join(' ')),
				warnings: section.warnings,
				remarks: [
					...(section.notice === '' ? [] : [section.notice]),
					...section.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))
				],
				tables: section.blocks.flatMap((block) =>
					blockTables(block, section, voice).map((table, part) => ({
						...tableOf(table),
						piece: block.id,
						finding: 'finding' in block && part === 0 ? block.finding : ''
					}))
				),
				parameters: section.parameters,
				n
			};
		})
	};
}

function tableOf({
	title,
	rows: [heads = [], ...rows],
	note,
	total = false,
	cellsFrom
}: Titled): DisclosedTable {
	return {
		title,
		heads: heads.map((cell) => (cell !== null && 'text' in cell ? cell.text : '')),
		rows: rows.map((row) => row.map(cellOf)),
		note: note ?? '',
		total,
		...(cellsFrom !== undefined && { cellsFrom })
	};
}

function cellOf(cell: SheetCell): DisclosedCell {
	if (cell === null) return null;
	return 'text' in cell ? cell.text : { value: cell.value, as: cell.as };
}
