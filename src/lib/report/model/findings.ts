import { findingSubjects, subjectUnits, type FindingsResult } from '#lib/core/methods/findings/types.ts';
import { segmentIds } from '#lib/core/methods/rfm/types.ts';
import { findingWords } from '#lib/i18n/finding-words.ts';
import { end, numberAt, plain, rowIndices, said, start } from './columns.ts';
import type { MethodContent } from './content.ts';
import type { Block, Cell } from './types.ts';
import type { Voice } from './voice.ts';

/** What stands out, as sentences and as numbers, and the change by segment. Single customers are not named in a report. */
export function describeFindings(result: FindingsResult, voice: Voice): MethodContent {
	const { findings: words, overview, terms } = voice.messages;
	const { params, scalars } = result;
	const told = rowIndices(result.tables.findings).map((row) =>
		findingWords(result, row, { locale: voice.locale, messages: voice.messages, money: voice.style })
	);
	const heads = ['now', 'was', 'low', 'high', 'p', 'money', 'surprise'] as const;
	const list: Block = {
		id: 'list',
		kind: 'table',
		title: words.title(),
		finding: '',
		table: {
			caption: voice.words.table({ title: words.title() }),
			columns: [start(words.columns.text()), ...heads.map((name) => end(words.columns[name]()))],
			behind: rowIndices(result.tables.findings).map((row) => peopleIn(result, row)),
			rows: told.map((own): Cell[] => [
				plain(`${own.group} · ${own.mark}`),
				...heads.map((name) => plain(own[name]))
			])
		}
	};
	return {
		findings:
			told.length === 0
				? [{ strong: words.findingNone(), rest: '' }]
				: told.map(({ lead, rest }) => ({ strong: lead, rest })),
		blocks: told.length === 0 ? [] : [list, segments(result, voice)],
		parameters: [
			{ label: overview.period(), value: terms.units[params.unit]() },
			{ label: words.columns.now(), value: voice.period(scalars.period, params.unit, result.frame) },
			{ label: words.columns.was(), value: voice.period(scalars.before, params.unit, result.frame) }
		]
	};
}

function segments({ tables: { segments: table } }: FindingsResult, voice: Voice): Block {
	const words = voice.messages.findings.segments;
	const names = voice.messages.terms.segments;
	const money = ['before', 'now', 'change'] as const;
	return {
		id: 'segments',
		kind: 'table',
		title: words.title(),
		finding: '',
		table: {
			caption: voice.words.table({ title: words.title() }),
			columns: [
				start(words.segment()),
				end(voice.messages.terms.measures.customers()),
				...money.map((name) => end(words[name]())),
				end(words.share())
			],
			rows: rowIndices(table).map((row): Cell[] => {
				const id = segmentIds[numberAt(table, 'segment', row)];
				return [
					plain(id === undefined ? words.notBefore() : names[id]()),
					said(voice, 'count', numberAt(table, 'customers', row)),
					...money.map((name) => said(voice, 'money', numberAt(table, name, row))),
					said(voice, 'share', numberAt(table, 'share', row))
				];
			})
		}
	};
}

/** The counts of people or orders that a finding rests on, or that are what it says. */
function peopleIn({ tables: { findings: table } }: FindingsResult, row: number): number[] {
	const at = (name: string) => numberAt(table, name, row);
	const subject = findingSubjects[at('subject')];
	const isCount = subject !== undefined && subjectUnits[subject] === 'count';
	return [at('n'), at('of'), ...(isCount ? [at('now'), at('was')] : [])];
}
