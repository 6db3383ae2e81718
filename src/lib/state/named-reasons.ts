import type { Envelope } from '#lib/api/index.ts';
import { issueText } from '#lib/i18n/coded.ts';
import type { Messages } from '#lib/i18n/messages.ts';

/** A record begins with its line, the code and the column; before them stands the sheet where there are several. */
const start = /^(\uFEFF?(?:"(?:[^"]|"")*",|[^,"]*,)??[^,"]*),(code|[a-z]+-[a-z-]+),/;

/**
 * The file of rejected rows with the reason of each in words behind its code. A record may go on over lines within quotes.
 *
 * @example
 * namedReasons('line,code,column,Note\r\n7,date-missing,2,"a\r\nb"\r\n', (code) => (code === 'code' ? 'reason' : 'No date')) // => 'line,code,reason,column,Note\r\n7,date-missing,No date,2,"a\r\nb"\r\n'
 * namedReasons('sheet,line,code,column\r\n"Q1, Q2",7,row-note,0\r\n', () => 'why') // => 'sheet,line,code,why,column\r\n"Q1, Q2",7,row-note,why,0\r\n'
 */
export function namedReasons(csv: string, reasonOf: (code: string) => string): string {
	let isWithin = false;
	return csv
		.split('\r\n')
		.map((line) => {
			const begins = !isWithin;
			if ((line.split('"').length - 1) % 2 === 1) isWithin = !isWithin;
			if (!begins) return line;
			return line.replace(start, (_, place: string, code: string) => {
				const reason = reasonOf(code);
				const cell = /[",]/.test(reason) ? `"${reason.replaceAll('"', '""')}"` : reason;
				return `${place},${code},${cell},`;
			});
		})
		.join('\r\n');
}

/** The same for a file that is on its way to be saved, in the language of the page. */
export async function withReasons(file: Promise<Envelope<Blob>>, t: Messages): Promise<Envelope<Blob>> {
	const answer = await file;
	if (!answer.ok) return answer;
	const reasonOf = (code: string): string => {
		if (code === 'code') return t.data.rejectsReason();
		return code in t.issues ? issueText(t, code) : '';
	};
	// A byte order mark is not told apart by text().
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.value.arrayBuffer());
	return { ok: true, value: new Blob([namedReasons(text, reasonOf)], { type: answer.value.type }) };
}
