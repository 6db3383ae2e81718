import { connect } from '#lib/storage/index.ts';
import { analysisHandler } from './analysis/handler.ts';
import { provenanceOf } from './analysis/provenance.ts';
import { expose } from './shared/expose.ts';

/** All methods in a piece of their own: files that are opened do not wait for them, and each piece keeps to its size. */
const registry = () => import('#lib/core/methods/registry.ts');

expose(
	analysisHandler({
		connection: connect(),
		definitions: async () => Object.values((await registry()).methods).map(({ definition }) => definition),
		findMethod: async (id) => (await registry()).methodById(id),
		provenance: provenanceOf,
		// Loaded when a file is written: a chart waits for its method, not for the words of a report.
		writeReport: async (...of) => (await import('#lib/report/index.ts')).writeReport(...of),
		now: () => performance.now()
	})
);
