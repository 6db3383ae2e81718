import type { ErrorCode, LogEntry } from '#lib/api/index.ts';
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
	const { words, locale } = wording;
	return entries.map((entry, i) => ({
		// The latest come first: counted from the end, a line keeps its number when others are written.
		id: String(entries.length - i),
		muted: entry.failed !== undefined,
		cells: [
			formatTime(entry.at, locale),
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
		const { rows, money } = totals;
		details.push(
			words.rowsWent({ ...rows, aside: rows.setAside }),
			formatMoney(money.kept, locale, totals, true)
		);
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

/** The log as the header and rows of a CSV file: hashes, counts and codes in full, times in UTC. */
export function logFile(entries: readonly LogEntry[], { words }: Pick<LogWording, 'words'>) {
	const { csv } = words;
	const flag = (on: boolean | undefined) => (on === undefined ? null : on ? words.yes() : words.no());
	const columns: readonly (readonly [string, (entry: LogEntry) => string | number | null | undefined])[] = [
		[csv.time(), ({ at }) => new Date(at).toISOString()],
		[words.kind(), ({ kind }) => words.kinds[kind]()],
		[words.subject(), ({ subject }) => subject],
		[csv.code(), ({ failed }) => failed],
		[csv.file(), ({ file }) => file?.name],
		[csv.bytes(), ({ file }) => file?.size],
		[csv.fingerprint(), ({ fingerprint }) => fingerprint],
		[csv.recipe(), ({ recipe }) => recipe],
		[csv.seconds(), ({ durationMs }) => (durationMs === undefined ? null : durationMs / 1000)],
		[csv.rowsIn(), ({ totals }) => totals?.rows.in],
		[csv.rowsKept(), ({ totals }) => totals?.rows.kept],
		[csv.rowsMerged(), ({ totals }) => totals?.rows.merged],
		[csv.rowsAside(), ({ totals }) => totals?.rows.setAside],
		[csv.rowsRejected(), ({ totals }) => totals?.rows.rejected],
		[csv.moneyIn(), ({ totals }) => totals && totals.money.in / 10 ** totals.scale],
		[csv.moneyKept(), ({ totals }) => totals && totals.money.kept / 10 ** totals.scale],
		[csv.moneyMerged(), ({ totals }) => totals && totals.money.merged / 10 ** totals.scale],
		[csv.moneyAside(), ({ totals }) => totals && totals.money.setAside / 10 ** totals.scale],
		[csv.moneyRejected(), ({ totals }) => totals && totals.money.rejected / 10 ** totals.scale],
		[csv.currency(), ({ totals }) => totals?.currency],
		[csv.form(), (entry) => entry.export && words.forms[entry.export.form]()],
		[csv.rows(), (entry) => entry.export?.rows],
		[csv.names(), (entry) => flag(entry.export?.names)],
		[csv.locked(), (entry) => flag(entry.export?.locked)],
		[csv.hideBelow(), (entry) => entry.export?.hideBelow],
		[csv.dropped(), (entry) => entry.export?.dropped],
		[csv.coded(), (entry) => entry.export?.coded]
	];
	return {
		headers: columns.map(([header]) => header),
		rows: entries.map((entry) => columns.map(([, cell]) => cell(entry) ?? null))
	};
}
