import { readSnapshot } from '#lib/report/index.ts';
import { connect } from '#lib/storage/index.ts';
import { libraryHandler } from './library-handler.ts';
import { expose } from './shared/expose.ts';
import { newId } from './shared/new-id.ts';

expose(libraryHandler({ connection: connect(), newId, readSnapshot }));
