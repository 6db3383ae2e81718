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
		buildReportHtml: async (input) => (await import('#lib/report/index.ts')).buildReportHtml(input),
		writeSnapshot: async (input) => (await import('#lib/report/index.ts')).writeSnapshot(input),
		now: () => performance.now()
	})
);
