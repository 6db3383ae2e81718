import { connect } from '#lib/storage/index.ts';
import { libraryHandler } from './library-handler.ts';
import { expose } from './shared/expose.ts';
import { newId } from './shared/new-id.ts';
import { pause } from './shared/pause.ts';

expose(
	libraryHandler({
		connection: connect(),
		newId,
		now: () => Date.now(),
		writeCsv: async (headers, rows) => (await import('#lib/report/csv.ts')).writeCsv(headers, rows),
		writeRows: async (...of) => (await import('#lib/report/parquet/write-rows.ts')).writeRows(...of),
		writeTemplate: async (headers, name) =>
			(await import('#lib/report/sheets/template-sheet.ts')).templateWorkbook(headers, name),
		// Loaded when a snapshot is opened: the first screen waits for the list of what is stored, not for this.
		readSnapshot: async (file) => (await import('#lib/report/index.ts')).readSnapshotInTurns(file, pause),
		unseal: async (file, passphrase) => (await import('#lib/report/index.ts')).openAge(file, passphrase)
	})
);
