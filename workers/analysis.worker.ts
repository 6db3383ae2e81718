import { methodById, methods } from '#lib/core/methods/registry.ts';
import { connect } from '#lib/storage/index.ts';
import { analysisHandler } from './analysis/handler.ts';
import { provenanceOf } from './analysis/provenance.ts';
import { expose } from './shared/expose.ts';

expose(
	analysisHandler({
		connection: connect(),
		methods: Object.values(methods),
		findMethod: methodById,
		provenance: provenanceOf,
		// Loaded when a file is written: a chart waits for its method, not for the words of a report.
		writeReport: async (...of) => (await import('#lib/report/index.ts')).writeReport(...of),
		now: () => performance.now()
	})
);
