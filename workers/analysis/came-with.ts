import type { LinkedInput } from '#lib/core/result/provenance.ts';
import type { ReportInput } from '#lib/report/types.ts';
import { listWorkspaces, type Connection } from '#lib/storage/index.ts';
import type { OpenData } from './open-data.ts';

/**
 * What answers depend on beside the files of the orders. Of data that came with a snapshot, as that says it: columns of theirs have
 * other places here, and customers other ids; and the snapshot itself.
 */
export async function cameWith(
	connection: Connection,
	data: OpenData,
	inputs: readonly LinkedInput[]
): Promise<Pick<ReportInput, 'beside' | 'derived' | 'coded'>> {
	const beside = data.beside.sources(inputs);
	const workspaces = await connection.use(listWorkspaces);
	const origin = workspaces.find(({ id }) => id === data.workspaceId)?.origin;
	if (origin === undefined) return { beside };
	const { title, madeAt, provenance, checksum, rules, stepsWithheld } = origin;
	return {
		// Its hashes say so: whoever reckons them again has to know it.
		...(data.coded && { coded: data.coded }),
		beside: {
			linked: beside.linked.map(
				(own) =>
					origin.beside.linked.find(
						({ name, fingerprint }) => name === own.name && fingerprint === own.fingerprint
					) ?? own
			),
			merged: origin.beside.merged
		},
		derived: {
			...{ title, provenance, createdAt: madeAt, rows: checksum },
			rules: rules
				.filter(({ policy }) => policy !== 'keep')
				.map(({ column, policy }) => ({ column, policy })),
			...(stepsWithheld && { stepsWithheld })
		}
	};
}
