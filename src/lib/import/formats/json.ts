import { CoreError } from '#lib/core/errors.ts';
import { SURVEY_BYTES } from '../limits.ts';
import { BatchBuilder, sheetNamed, type GridReader, type GridSheet } from './grid.ts';
import { JsonRecords, type JsonText } from './json-records.ts';
import { recordOf } from './json-value.ts';

const BATCH_ROWS = 1024;
const PIECE_BYTES = 2 ** 18;

/** A list of records, with the names that they use, in the order in which they first come. */
interface RecordList {
	rows: number;
	readonly names: Set<string>;
}

/**
 * Opens JSON: a list of flat records, an object with such lists (each is a sheet), or a record a line. The start of the
 * file, up to 96 MiB, is read to learn the names of all columns; a field that first comes later is left out. Lines are
 * those on which a record starts.
 *
 * @throws CoreError `json-malformed` {line}, `table-not-found`
 */
export async function openJson(file: Blob): Promise<GridReader> {
	const wrapped = await isWrapped(file);
	const lists = new Map<string | null, RecordList>();
	let complete = true;
	for await (const { records, done } of recordsOf(file, wrapped)) {
		for (const record of records) learn(lists, record);
		if (done >= SURVEY_BYTES && done < file.size) {
			complete = false;
			break;
		}
	}
	const sheets: GridSheet[] = [...lists].map(([name, { rows }]) => ({
		name,
		rows: complete ? rows : null,
		hidden: false,
		merges: []
	}));
	if (sheets.length === 0) throw new CoreError('table-not-found', { container: 'JSON' });
	let done = 0;
	return {
		container: 'json',
		sheets,
		named: true,
		progress: () => ({ done, total: file.size }),
		async *rows(name, given) {
			sheetNamed(sheets, name);
			const names = given ?? [...(lists.get(name)?.names ?? [])];
			const out = new BatchBuilder();
			out.add(names, 0, []);
			for await (const { records, done: read } of recordsOf(file, wrapped)) {
				done = read;
				for (const record of records) {
					if (record.list !== name) continue;
					addRow(out, names, record);
					if (out.size >= BATCH_ROWS) yield out.take();
				}
			}
			yield out.take();
		}
	};
}

function addRow(out: BatchBuilder, names: readonly string[], record: JsonText): void {
	const fields = fieldsOf(record);
	const row: string[] = [];
	const typed: boolean[] = [];
	for (const name of names) {
		const field = fields.get(name);
		row.push(field?.text ?? '');
		typed.push(field?.typed === true);
	}
	out.add(row, record.line, typed);
}

function learn(lists: Map<string | null, RecordList>, record: JsonText): void {
	let list = lists.get(record.list);
	if (list === undefined) {
		list = { rows: 0, names: new Set() };
		lists.set(record.list, list);
	}
	list.rows++;
	for (const name of fieldsOf(record).keys()) list.names.add(name);
}

function fieldsOf(record: JsonText) {
	const fields = recordOf(record.text);
	if (fields === null) throw new CoreError('json-malformed', { line: record.line });
	return fields;
}

async function* textOf(file: Blob): AsyncGenerator<{ text: string; done: number; last: boolean }, void> {
	const mark = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	const wide = mark[0] === 0xff && mark[1] === 0xfe ? 'utf-16le' : mark[0] === 0xfe && mark[1] === 0xff;
	const decoder = new TextDecoder(wide === true ? 'utf-16be' : wide === false ? 'utf-8' : wide);
	for (let from = 0; from < file.size; from += PIECE_BYTES) {
		const done = Math.min(file.size, from + PIECE_BYTES);
		let bytes: ArrayBuffer;
		try {
			bytes = await file.slice(from, done).arrayBuffer();
		} catch (cause) {
			throw new CoreError('file-unreadable', {}, { cause });
		}
		const last = done === file.size;
		yield { text: decoder.decode(bytes, { stream: !last }), done, last };
	}
}

async function* recordsOf(
	file: Blob,
	wrapped: boolean
): AsyncGenerator<{ records: readonly JsonText[]; done: number }, void> {
	const cutter = new JsonRecords(wrapped);
	for await (const { text, done, last } of textOf(file)) yield { records: cutter.push(text, last), done };
}

/**
 * Whether the file is one object round its lists: nothing follows its first object, and a list of objects stands
 * directly in it. A file whose first object is longer than two mebibytes is one.
 */
async function isWrapped(file: Blob): Promise<boolean> {
	const cutter = new JsonRecords(false);
	let first = '';
	let seen = 0;
	for await (const { text, done, last } of textOf(file)) {
		if (seen === 0 && text.trimStart().startsWith('[')) return false;
		let records: JsonText[];
		try {
			records = cutter.push(text, last);
		} catch {
			// What is wrong is said when the records are read.
			return seen === 0;
		}
		seen += records.length;
		if (seen > 1) return false;
		if (seen === 1 && first === '') first = records[0]?.text ?? '';
		if (seen === 0 && done > 2 ** 21) return true;
	}
	return first !== '' && new JsonRecords(true).push(first, true).length > 0;
}
