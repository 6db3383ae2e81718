import type { DisclosedFindings } from '#lib/api/disclosed-findings.ts';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import type { BenchmarkClient, ClientMeasure } from '#lib/core/benchmark/types.ts';
import { sourcesOf } from '#lib/core/dataset/sources.ts';
import { CoreError } from '#lib/core/errors.ts';
import { numbersVersion } from '#lib/core/methods/numbers-version.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { disclosedFindings } from '../disclose/disclosed-findings.ts';
import { voiceFor } from '../model/voice.ts';
import { sha256Hex } from '../sha256.ts';
import { snapshotInput } from '../snapshot/snapshot-input.ts';
import { measureSources } from './measure-sources.ts';

/** What a state is called here, and where it is from. */
export interface ClientAbout {
	readonly from: BenchmarkClient['from'];
	/** Empty: what the state says itself. */
	readonly name: string;
	/** Groups of fewer are hidden, unless the file hides some itself. */
	readonly hideBelow: number;
}

/**
 * What of a state may be held against other clients: a snapshot whose small groups are hidden as it is, another one once
 * they are hidden, by the same code that hides them in a report. Measures are read from the tables and headline figures that
 * are left then, and from nothing else: no customer, no result and no hidden cell comes near them.
 *
 * @throws CoreError `benchmark-nothing` where none of the measures is in it.
 */
export function clientOf(snapshot: OpenSnapshot, { from, name, hideBelow }: ClientAbout): BenchmarkClient {
	const findings = told(snapshot, hideBelow);
	const measures = measuresOf(findings, snapshot);
	const [any] = measures;
	if (any === undefined) throw new CoreError('benchmark-nothing');
	const { dataset } = snapshot;
	const about = [snapshot.provenance, snapshot.refunds, findings.hideBelow, dataset.id, snapshot.createdAt];
	return {
		key: sha256Hex(canonicalJson(from === 'now' ? ['now', dataset.id] : about)),
		name: name || snapshot.preparedFor || dataset.name,
		from,
		createdAt: snapshot.createdAt,
		workspace: dataset.workspaceId,
		fingerprints: [...new Set(sourcesOf(dataset).map(({ fingerprint }) => fingerprint))],
		frame: any.frame,
		firstDay: dataset.firstDay,
		refunds: snapshot.refunds,
		currency: dataset.currency,
		hideBelow: findings.hideBelow,
		measures
	};
}

function told(snapshot: OpenSnapshot, hideBelow: number): DisclosedFindings {
	if (snapshot.disclosed !== null) return snapshot.disclosed;
	const known = new Set(measureSources.map(({ method }) => method));
	const analyses = snapshot.analyses.filter(
		({ result }) => result.status === 'ok' && known.has(result.method)
	);
	const input = snapshotInput(snapshot, 'en', analyses);
	return disclosedFindings({ ...input, request: { ...input.request, hideBelow } });
}

/** Measures that a file has, or hides. */
function measuresOf({ locale, sections }: DisclosedFindings, { dataset }: OpenSnapshot): ClientMeasure[] {
	const voice = voiceFor(locale, dataset);
	return measureSources.flatMap(({ id, of, as, method, rests, read }): ClientMeasure[] => {
		const section = sections.find((own) => own.method === method);
		if (section === undefined) return [];
		const value = read(section, voice);
		if (value === 'absent' || Number.isNaN(value)) return [];
		const { frame, params } = section;
		const version = numbersVersion(method, section.version);
		return [
			{
				...{ id, of, as, version, frame },
				value: value === 'hidden' ? Number.NaN : value,
				hidden: value === 'hidden',
				rules: rests(params as Readonly<Record<string, unknown>>).map((rule) => rule ?? null)
			}
		];
	});
}
