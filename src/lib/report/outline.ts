import { labelled } from '#lib/i18n/labelled.ts';
import type { OutlineItem, OutlinePiece, ReportOutline } from '#lib/api/report-outline.ts';
import { FINDINGS_PIECE, WHOLE_METHOD } from '#lib/core/dataset/report-layout.ts';
import { buildReportModel } from './model/build-model.ts';
import { plainItems } from './model/chapters.ts';
import { marksOf } from './model/marks.ts';
import { voiceFor, type Voice } from './model/voice.ts';
import type { Block, Finding, Section } from './model/types.ts';
import type { ReportInput } from './types.ts';

/**
 * What each item of a report will be called and say, and all that its methods could give: for those who put a report
 * together. Nothing is hidden in it: it is for the page that has the data.
 */
export function reportOutline(input: ReportInput): ReportOutline {
	const { request, analyses, dataset } = input;
	const items = request.items ?? plainItems(analyses.length);
	const whole = { ...request, items: plainItems(analyses.length), hideBelow: null };
	const { sections } = buildReportModel({ ...input, request: whole });
	const voice = voiceFor(request.locale, dataset.manifest);
	return {
		items: items.map((item): OutlineItem => {
			switch (item.kind) {
				case 'text':
					return { ...bare, title: '' };
				case 'summary':
					return { ...bare, title: voice.words.findings() };
				case 'heading': {
					const title = item.text || (item.word === null ? '' : voice.words.headings[item.word]());
					return { ...bare, title };
				}
				case 'piece':
					return pieceOutline(item.piece, sections[item.section], voice);
			}
		}),
		methods: sections.map((section) => ({
			method: section.method,
			title: section.title,
			pieces: section.blocks.map((block): OutlinePiece => ({
				id: block.id,
				title: titleOf(block, voice),
				kind: block.kind
			}))
		}))
	};
}

/** What has nothing to say or to remark upon. */
const bare = { finding: '', marks: [], cells: [], missing: false } as const;

function pieceOutline(piece: string, section: Section | undefined, voice: Voice): OutlineItem {
	const finding = section?.findings.map(sentence).join(' ') ?? '';
	const title = section?.title ?? '';
	if (piece === WHOLE_METHOD) return { ...bare, title, finding, missing: section === undefined };
	if (piece === FINDINGS_PIECE) {
		const own = labelled(title, voice.messages.charts.sentences(), voice.locale);
		return { ...bare, title: own, finding, missing: finding === '' };
	}
	const block = section?.blocks.find(({ id }) => id === piece);
	if (section === undefined || block === undefined) return { ...bare, title, missing: true };
	const { rows, cells } = marksOf(section.method, block);
	return {
		title: titleOf(block, voice),
		finding: 'finding' in block ? block.finding : '',
		marks: rows.map(({ key, label }) => ({ key, label })),
		cells,
		missing: false
	};
}

/** Blocks without a title are called for what they are, or by what they say. */
function titleOf(block: Block, voice: Voice): string {
	if (block.kind === 'tiles') return voice.messages.sharing.workbook.keyFigures();
	return block.kind === 'text' ? block.text : block.title;
}

const sentence = ({ strong, rest }: Finding): string =>
	[strong, rest].filter((part) => part !== '').join(' ');
