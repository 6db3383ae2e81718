import { isGrid, type ImportRecipe, type SourceFormat } from '#lib/core/dataset/recipe.ts';
import { sourcesOf } from '#lib/core/dataset/sources.ts';
import type { ReportInput } from '../types.ts';
import { plain, start } from './columns.ts';
import type { Cell, TableModel } from './types.ts';
import type { Voice } from './voice.ts';

/** How the file became the numbers: source, recipe, and the hash of each analysis. */
export function madeTables(
	{ dataset: { manifest }, analyses, request }: ReportInput,
	provenance: string,
	nameOf: (method: string) => string,
	voice: Voice
): { table: TableModel; hashes: TableModel } {
	const { words } = voice;
	const { made } = words;
	const { recipe } = manifest;
	const cancelled = recipe.statusRules
		.filter((rule) => rule.treatment === 'cancelled')
		.map((rule) => rule.value);
	const row = (label: string, value: string): Cell[] => [plain(label), plain(value)];
	const rows: Cell[][] = [
		...sourcesOf(manifest).map(({ file }) =>
			row(made.file(), `${file.name} · ${made.bytes({ n: file.size })}`)
		),
		[plain(made.fingerprint()), mono(manifest.fingerprint)],
		...sourceRows(recipe.source).map(([label, value]) => row(made[label](), value)),
		row(made.columns(), columnsText(recipe, voice)),
		row(made.choices(), choicesText(recipe, voice)),
		row(voice.messages.importing.zone(), recipe.zone ?? voice.messages.importing.zoneAsWritten()),
		row(made.currency(), manifest.currency ?? made.currencyUnknown())
	];
	if (cancelled.length > 0) rows.push(row(made.statuses(), voice.list(cancelled)));
	rows.push(row(made.app(), `${voice.messages.common.appName()} ${request.appVersion}`));
	return {
		table: {
			caption: made.title(),
			columns: [start(words.columns.measure()), start(words.columns.value())],
			rows
		},
		hashes: {
			caption: made.hashes(),
			columns: [start(made.report()), start('SHA-256')],
			rows: analyses.map(({ result, provenance: hash }) => [
				plain(made.method({ name: nameOf(result.method), version: result.version })),
				mono(hash)
			]),
			total: [plain(made.report()), mono(provenance)]
		}
	};
}

function mono(text: string): Cell {
	return { text, mono: true };
}

/** How the bytes were a table: the file of an archive, then the text's or the sheet's facts. */
function sourceRows(
	source: SourceFormat
): ['member' | 'encoding' | 'delimiter' | 'container' | 'sheet', string][] {
	const member: ['member', string][] = source.member === undefined ? [] : [['member', source.member]];
	if (!isGrid(source)) {
		return [...member, ['encoding', source.encoding], ['delimiter', delimiterText(source.delimiter)]];
	}
	const names = source.sheet === null ? [] : [source.sheet, ...(source.more ?? [])];
	const sheet: ['sheet', string][] = names.length === 0 ? [] : [['sheet', names.join(', ')]];
	return [...member, ['container', source.container.toUpperCase()], ...sheet];
}

function delimiterText(delimiter: string): string {
	if (delimiter === '\t') return 'TAB';
	return delimiter === ' +' ? '␠' : delimiter;
}

function columnsText({ columns }: ImportRecipe, voice: Voice): string {
	const roles = voice.words.made.roles;
	return columns
		.filter((column) => column.role !== 'ignore')
		.map((column) => `${column.header} = ${roles[column.role]()}`)
		.join('; ');
}

/** What was decided about rows, in words. */
export function choicesText({ choices }: ImportRecipe, voice: Voice): string {
	const { made } = voice.words;
	return [
		choices.duplicates === 'drop' ? made.duplicatesDrop() : made.duplicatesKeep(),
		choices.cancelled === 'exclude' ? made.cancelledExclude() : made.cancelledKeep(),
		choices.zeroAmount === 'exclude' ? made.zeroExclude() : made.zeroKeep(),
		choices.noCustomer === 'set-aside' ? made.noCustomerAside() : made.noCustomerWalkIn()
	].join(voice.locale === 'en' ? '; ' : '；');
}
