import { importOrders, importTable, inspectFile } from '#lib/import/index.ts';
import { connect } from '#lib/storage/index.ts';
import { importHandler } from './import-handler.ts';
import { expose } from './shared/expose.ts';
import { newId } from './shared/new-id.ts';

const now = (): number => performance.now();

expose(importHandler({ connection: connect(), newId, now, inspect: inspectFile, importOrders, importTable }));
