import { methodById, methods } from '#lib/core/methods/registry.ts';
import { writeReport } from '#lib/report/index.ts';
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
		writeReport,
		now: () => performance.now()
	})
);
