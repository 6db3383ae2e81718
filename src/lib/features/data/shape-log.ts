import type { ErrorCode, LogEntry, LoggedMoney, LoggedParts, LoggedTotals } from '#lib/api/index.ts';
import { errorText } from '#lib/i18n/coded.ts';
import { formatTime } from '#lib/i18n/format-bytes.ts';
import { formatMoney, formatNumber } from '#lib/i18n/format.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import type { TableRow } from '#lib/ui/types.ts';

/** In what words the log is shown. */
export interface LogWording {
	readonly words: TopicTexts<'keeping'>['log'];
	readonly messages: Messages;
	readonly locale: Locale;
}

/** The lines of a log as rows of a table. */
export function logRows(entries: readonly LogEntry[], wording: LogWording): TableRow[] {
	const { words } = wording;
	return entries.map((entry, i) => ({
		// The latest come first: counted from the end, a line keeps its number when others are written.
		id: String(entries.length - i),
		muted: entry.failed !== undefined,
		cells: [
			formatTime(entry.at),
			words.kinds[entry.kind](),
			entry.subject,
			detailsOf(entry, wording).join(' · ')
		]
	}));
}

function detailsOf(entry: LogEntry, { words, messages, locale }: LogWording): string[] {
	const { failed, file, totals, durationMs } = entry;
	const details: string[] = [];
	if (failed !== undefined) {
		details.push(words.failed({ why: errorText(messages, { code: failed as ErrorCode, params: {} }) }));
	}
	if (file !== undefined && file.name !== entry.subject) details.push(file.name);
	if (totals !== undefined) {
		const { rows, currency } = totals;
		details.push(words.rowsWent({ ...rows, aside: rows.setAside }));
		for (const { header, kept, scale } of moneyIn(totals)) {
			const money = formatMoney(kept, locale, { scale, currency }, true);
			details.push(header === undefined ? money : words.moneyOf({ header, money }));
		}
	}
	if (durationMs !== undefined) details.push(words.took({ s: formatNumber(durationMs / 1000, locale, 1) }));
	if (entry.export !== undefined) {
		const { form, rows, names, locked, hideBelow, dropped = 0, coded = 0 } = entry.export;
		details.push(words.forms[form]());
		if (rows !== undefined) details.push(words.rows({ n: rows }));
		details.push(names ? words.named() : words.unnamed());
		if (locked) details.push(words.locked());
		if (hideBelow !== undefined) details.push(words.hideBelow({ k: hideBelow }));
		if (dropped > 0) details.push(words.dropped({ n: dropped }));
		if (coded > 0) details.push(words.coded({ n: coded }));
	}
	return details;
}

/** Where money went: of orders one sum, of a table one of each column of money. */
function moneyIn({ money, scale = 0, columns = [] }: LoggedTotals): readonly Money[] {
	return money === undefined ? columns : [{ ...money, scale }];
}

type Money = Omit<LoggedMoney, 'header'> & Partial<Pick<LoggedMoney, 'header'>>;

/** A line of the file; a table with several columns of money has one for each, the first of which says all. */
interface Line {
	readonly entry: LogEntry;
	readonly money: Money | undefined;
}

function linesOf(entry: LogEntry): readonly Line[] {
	const [money, ...others] = entry.totals === undefined ? [] : moneyIn(entry.totals);
	const { at, workspaceId, kind, subject } = entry;
	return [
		{ entry, money },
		...others.map((other) => ({ entry: { at, workspaceId, kind, subject }, money: other }))
	];
}

/** The log as the header and rows of a CSV file: hashes, counts and codes in full, times in UTC. */
export function logFile(entries: readonly LogEntry[], { words }: Pick<LogWording, 'words'>) {
	const { csv } = words;
	const flag = (on: boolean | undefined) => (on === undefined ? null : on ? words.yes() : words.no());
	const units =
		(of: keyof LoggedParts) =>
		({ money }: Line) =>
			money && money[of] / 10 ** money.scale;
	const columns: readonly (readonly [string, (line: Line) => string | number | null | undefined])[] = [
		[csv.time(), ({ entry }) => new Date(entry.at).toISOString()],
		[words.kind(), ({ entry }) => words.kinds[entry.kind]()],
		[words.subject(), ({ entry }) => entry.subject],
		[csv.code(), ({ entry }) => entry.failed],
		[csv.file(), ({ entry }) => entry.file?.name],
		[csv.bytes(), ({ entry }) => entry.file?.size],
		[csv.fingerprint(), ({ entry }) => entry.fingerprint],
		[csv.recipe(), ({ entry }) => entry.recipe],
		[csv.seconds(), ({ entry: { durationMs } }) => (durationMs === undefined ? null : durationMs / 1000)],
		[csv.rowsIn(), ({ entry }) => entry.totals?.rows.in],
		[csv.rowsKept(), ({ entry }) => entry.totals?.rows.kept],
		[csv.rowsMerged(), ({ entry }) => entry.totals?.rows.merged],
		[csv.rowsAside(), ({ entry }) => entry.totals?.rows.setAside],
		[csv.rowsRejected(), ({ entry }) => entry.totals?.rows.rejected],
		[csv.moneyColumn(), ({ money }) => money?.header],
		[csv.moneyIn(), units('in')],
		[csv.moneyKept(), units('kept')],
		[csv.moneyMerged(), units('merged')],
		[csv.moneyAside(), units('setAside')],
		[csv.moneyRejected(), units('rejected')],
		[csv.currency(), ({ entry }) => entry.totals?.currency],
		[csv.form(), ({ entry }) => entry.export && words.forms[entry.export.form]()],
		[csv.rows(), ({ entry }) => entry.export?.rows],
		[csv.names(), ({ entry }) => flag(entry.export?.names)],
		[csv.locked(), ({ entry }) => flag(entry.export?.locked)],
		[csv.hideBelow(), ({ entry }) => entry.export?.hideBelow],
		[csv.dropped(), ({ entry }) => entry.export?.dropped],
		[csv.coded(), ({ entry }) => entry.export?.coded]
	];
	return {
		headers: columns.map(([header]) => header),
		rows: entries.flatMap(linesOf).map((line) => columns.map(([, cell]) => cell(line) ?? null))
	};
}
