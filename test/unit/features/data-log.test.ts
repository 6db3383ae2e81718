import { describe, expect, it } from 'vitest';
import type { LogEntry } from '#lib/api/index.ts';
import { logFile, logRows } from '#lib/features/data/shape-log.ts';
import { loadTopic } from '#lib/i18n/load-topic.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { writeCsv } from '#lib/report/csv.ts';

const entries: readonly LogEntry[] = [
	{
		at: Date.UTC(2024, 4, 2, 9, 30),
		workspaceId: 'w',
		kind: 'export',
		subject: '=cmd.csv',
		export: { form: 'customers', rows: 12, names: true, locked: false, hideBelow: 7, dropped: 3, coded: 2 }
	},
	{
		at: Date.UTC(2024, 4, 1),
		workspaceId: 'w',
		kind: 'import',
		subject: 'Orders',
		file: { name: 'orders.csv', size: 2000 },
		fingerprint: 'ab',
		recipe: 'cd',
		durationMs: 1500,
		totals: {
			rows: { in: 10, kept: 6, merged: 1, setAside: 2, rejected: 1 },
			money: { in: 1000, kept: 700, merged: 50, setAside: 150, rejected: 100 },
			scale: 2,
			currency: 'EUR'
		}
	},
	{ at: 0, workspaceId: 'w', kind: 'import', subject: 'x.csv', failed: 'file-empty' }
];

describe('the log on the data screen', () => {
	it.each(['en', 'zh-CN'] as const)('says where rows and money went, in %s', async (locale) => {
		const { texts } = await loadTopic('keeping', locale);
		const wording = { words: texts.log, messages: messagesFor(locale), locale };
		const rows = logRows(entries, wording);
		expect(rows.map(({ id, muted }) => [id, muted])).toEqual([
			['3', false],
			['2', false],
			['1', true]
		]);
		const details = rows.map(({ cells }) => cells[3]);
		expect(details[1]).toMatch(/orders\.csv.*10.*6.*1.*2.*1.*7\.00.*1\.5/);
		expect(details[0]).toMatch(/12.*7.*3.*2/);
		expect(details[2]).toContain(messagesFor(locale).errors['file-empty']());
	});

	it('tells of a table the money of each of its columns, in words and as lines of the file', async () => {
		const { texts } = await loadTopic('keeping', 'en');
		const parts = { in: 900, kept: 500, merged: 100, setAside: 300, rejected: 0 };
		const entry: LogEntry = {
			...{ at: 0, workspaceId: 'w', kind: 'append', subject: 'Deals', fingerprint: 'ef' },
			totals: {
				rows: { in: 9, kept: 5, merged: 1, setAside: 3, rejected: 0 },
				columns: [
					{ ...parts, header: 'Value', scale: 2 },
					{ ...parts, header: 'Cost', scale: 0 }
				],
				currency: 'EUR'
			}
		};
		const wording = { words: texts.log, messages: messagesFor('en'), locale: 'en' } as const;
		expect(logRows([entry], wording)[0]?.cells[3]).toMatch(
			/9 rows: 5 kept.*Value: €5\.00 kept.*Cost: €500 kept/
		);
		const { headers, rows } = logFile([entry], { words: texts.log });
		const cells = (header: string) => rows.map((row) => row[headers.indexOf(header)]);
		expect(cells('Column of the money')).toEqual(['Value', 'Cost']);
		expect(cells('Money in')).toEqual([9, 900]);
		expect(cells('Rows in')).toEqual([9, null]);
		expect(cells('Fingerprint (SHA-256)')).toEqual(['ef', null]);
	});

	it('is a file in which money adds up and nothing is a formula', async () => {
		const { texts } = await loadTopic('keeping', 'en');
		const { headers, rows } = logFile(entries, { words: texts.log });
		const text = writeCsv(headers, rows);
		expect(text).toContain("'=cmd.csv");
		const money = headers.map((header, i) => (header.startsWith('Money') ? Number(rows[1]?.[i]) : 0));
		expect(money.filter((value) => value !== 0)).toEqual([10, 7, 0.5, 1.5, 1]);
		expect(rows[0]?.[0]).toBe('2024-05-02T09:30:00.000Z');
		expect(rows.every((row) => row.length === headers.length)).toBe(true);
	});
});
