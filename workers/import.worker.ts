import { importOrders, importTable, inspectBy, inspectFile } from '#lib/import/index.ts';
import { connect } from '#lib/storage/index.ts';
import { importHandler, type ImportTools } from './import-handler.ts';
import { expose } from './shared/expose.ts';
import { newId } from './shared/new-id.ts';

const now = (): number => performance.now();

/** Loaded when a snapshot is verified: no import waits for the methods. */
const verify: ImportTools['verify'] = async (...of) =>
	(await import('#lib/report/verify/verify-snapshot.ts')).verifySnapshot(...of);
const readers = { inspect: inspectFile, inspectBy, importOrders, importTable };

expose(importHandler({ connection: connect(), newId, now, ...readers, verify }));
