import * as v from 'valibot';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { CoreError } from '#lib/core/errors.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { resultFromJson } from '#lib/core/result/json.ts';
import { overallProvenance } from '../provenance.ts';
import { sha256Hex } from '../sha256.ts';
import { checkKnownShape } from './known-shape.ts';
import {
	bodySchema,
	disclosedBodySchema,
	disclosedSchemas,
	keptBodySchema,
	keptSchemas,
	NEWEST_SCHEMA,
	SNAPSHOT_FORMAT
} from './schema.ts';
import { standingsFromJson } from './standings-json.ts';

/**
 * Opens a snapshot file of unknown origin. Everything is checked before anything is used: format, schema number,
 * checksum, every field, every table of every result, and the provenance over all of them.
 *
 * @throws CoreError `snapshot-newer` with `schema` and `supported` for a file of a later version; `snapshot-invalid`
 * with `at` (what is wrong: json, format, checksum, provenance or a path) for all else.
 */
export function readSnapshot(text: string): OpenSnapshot {
	try {
		return read(text);
	} catch (thrown) {
		if (thrown instanceof CoreError && thrown.code !== 'internal') throw thrown;
		// For example values nested so deeply that the stack ends.
		throw new CoreError('snapshot-invalid', { at: 'json' }, { cause: thrown });
	}
}

function read(text: string): OpenSnapshot {
	const file: unknown = parseJson(text);
	if (!isRecord(file) || file['format'] !== SNAPSHOT_FORMAT) throw invalid('format');
	const { schema, checksum, body } = file;
	if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) throw invalid('schema');
	if (schema > NEWEST_SCHEMA) {
		throw new CoreError('snapshot-newer', { schema, supported: NEWEST_SCHEMA });
	}
	if (!isRecord(body) || sha256Hex(canonicalJson(body)) !== checksum) throw invalid('checksum');
	if (isOneOf(disclosedSchemas, schema)) return disclosedContent(body);
	if (isOneOf(keptSchemas, schema)) {
		const { standings, ...content } = parsed(keptBodySchema, body);
		return { ...wholeContent(content), standings: standingsFromJson(standings) };
	}
	return { ...wholeContent(parsed(bodySchema, body)), standings: null };
}

const isOneOf = (schemas: readonly number[], schema: number): boolean => schemas.includes(schema);

/** What a snapshot with results holds, its results checked number by number and their hash against its own. */
export function wholeContent(content: v.InferOutput<typeof bodySchema>): Omit<OpenSnapshot, 'standings'> {
	const analyses = content.analyses.map(({ result, provenance }) => ({
		result: checkKnownShape(resultFromJson(result)),
		provenance
	}));
	if (overallProvenance(analyses) !== content.provenance) throw invalid('provenance');
	return { ...content, analyses, disclosed: null };
}

function disclosedContent(body: unknown): OpenSnapshot {
	const content = parsed(disclosedBodySchema, body);
	const { sections } = content.disclosed;
	if (sections.length === 0) throw invalid('disclosed.sections');
	if (overallProvenance(sections) !== content.provenance) throw invalid('provenance');
	return { ...content, analyses: [], standings: null };
}

function parsed<const S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
	const answer = v.safeParse(schema, body);
	if (!answer.success) throw invalid(v.getDotPath(answer.issues[0]) ?? 'body');
	return answer.output;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
	} catch {
		throw invalid('json');
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(at: string): CoreError {
	return new CoreError('snapshot-invalid', { at });
}
