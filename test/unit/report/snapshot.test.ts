import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { OpenSnapshot } from '#lib/api/library-api.ts';
import { CoreError } from '#lib/core/errors.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import { buildReportHtml, readSnapshot, writeSnapshot } from '#lib/report/index.ts';
import { sha256Hex } from '#lib/report/sha256.ts';
import { bodySchema, snapshotFileSchema } from '#lib/report/snapshot/schema.ts';
import { rowsJsonSchema, snapshotJsonSchema } from '../../../scripts/make-snapshot-schema.ts';
import { sampleInput } from './fixture.ts';

const input = sampleInput('en');
const text = writeSnapshot(input);

/** The names of all fields, optional ones too, at every depth. */
type Fields<T> = T extends readonly (infer E)[]
	? Fields<E>
	: T extends object
		? { -readonly [K in keyof T]-?: Fields<T[K]> }
		: 'value';

type Body = Record<string, unknown> & { analyses: { result: Record<string, unknown>; provenance: string }[] };

/** A file changed by someone who knows how to seal it again. */
function resealed(change: (body: Body) => void): string {
	const { body, ...head } = JSON.parse(text) as { body: Body };
	change(body);
	return JSON.stringify({ ...head, checksum: sha256Hex(canonicalJson(body)), body });
}

function errorOf(snapshot: string): { code: string; params: unknown } {
	try {
		readSnapshot(snapshot);
	} catch (thrown) {
		if (thrown instanceof CoreError) return { code: thrown.code, params: thrown.params };
		throw thrown;
	}
	throw new Error('the snapshot was accepted');
}

describe('a snapshot', () => {
	test('gives back every result, parameter, definition and choice exactly', () => {
		const open = readSnapshot(text);
		expect(open.analyses).toEqual(input.analyses);
		expect(open.definitions).toEqual(input.definitions);
		expect(open.dataset).toEqual(input.dataset.manifest);
		expect(open).toMatchObject({
			title: input.request.title,
			preparedFor: input.request.preparedFor,
			notes: input.request.notes,
			createdAt: input.request.nowMs,
			appVersion: '0.1.0',
			refunds: 'net'
		});
		expect(open.provenance).toMatch(/^[0-9a-f]{64}$/);
	});

	test('is the same text when made again, also from what was read', () => {
		expect(writeSnapshot(input)).toBe(text);
		expect(writeSnapshot({ ...input, analyses: readSnapshot(text).analyses })).toBe(text);
	});

	test('makes the same report as the data did', () => {
		expect(buildReportHtml({ ...input, analyses: readSnapshot(text).analyses })).toBe(buildReportHtml(input));
	});

	test('holds nothing about single customers', () => {
		const keys = new Set(
			[...readFileSync(new URL('./fixture.ts', import.meta.url), 'utf8').matchAll(/\bC\d{5}\b/g)].map(
				([key]) => key
			)
		);
		expect(keys.size).toBe(0);
		expect(text).not.toMatch(/\bC\d{5}\b|Heron|Trade account \d/);
		expect(text.length).toBeLessThan(300_000);
	});

	test('says what it is in its first bytes, and follows its published schema', () => {
		expect(text.slice(0, 120)).toMatch(
			/^\{"checksum":"[0-9a-f]{64}","format":"clientele-snapshot","schema":9,/
		);
		expect(v.safeParse(snapshotFileSchema, JSON.parse(text)).success).toBe(true);
	});

	test('may begin with a byte order mark and be laid out otherwise', () => {
		const open = readSnapshot('\ufeff' + JSON.stringify(JSON.parse(text), null, '\t'));
		expect(open).toEqual(readSnapshot(text));
	});
});

test.each([1, 3, 6])(
	'a snapshot of schema %i, of before it said what its report looked like, is read as before',
	(schema) => {
		const earlier = resealed((body) => {
			delete body['page'];
			delete body['facts'];
			if (schema < 6) delete body['beside'];
			if (schema === 1) delete body['items'];
		}).replace('"schema":9', `"schema":${schema}`);
		const { beside, items, page: _page, facts: _facts, ...whole } = readSnapshot(text);
		expect(beside).toEqual({ linked: [], merged: [] });
		expect(readSnapshot(earlier)).toEqual({
			...whole,
			...(schema >= 3 && { items }),
			...(schema === 6 && { beside })
		});
	}
);

describe('a snapshot of an earlier version', () => {
	const earlier = resealed((body) => {
		for (const { result } of body.analyses) {
			if (result['method'] !== 'rfm') continue;
			Object.assign(result, { version: 1 });
			const {
				ranks: _ranks,
				ruleChecks: _checks,
				vip: _vip,
				...tables
			} = result['tables'] as Record<string, unknown>;
			const { rankAgreement: _agreement, ...scalars } = result['scalars'] as Record<string, unknown>;
			const { weights: _weights, ...params } = result['params'] as Record<string, unknown>;
			Object.assign(result, { tables, scalars, params });
		}
	});

	test('opens, with nothing where the method did not speak yet, and can be reported', () => {
		const open = readSnapshot(earlier);
		const found = open.analyses.find(({ result }) => result.method === 'rfm')?.result;
		expect(found?.tables['ranks']?.rows).toBe(0);
		expect(found?.scalars['rankAgreement']).toBeNaN();
		expect(found?.params).toMatchObject({ weights: { recency: 1, frequency: 1, monetary: 1 } });
		expect(found?.tables['segments']?.rows).toBe(11);
		expect(buildReportHtml({ ...input, analyses: open.analyses })).toContain('<h2');
	});

	test('has no value in a number column that its tables did not have yet', () => {
		type Saved = Record<string, { columns: Record<string, unknown>; types: Record<string, unknown> }>;
		const before = resealed((body) => {
			for (const { result } of body.analyses) {
				if (result['method'] !== 'retention') continue;
				const { matrix, curve, cohorts } = result['tables'] as Saved;
				for (const table of [matrix, curve]) {
					for (const name of ['moneyBase', 'money', 'moneyRate']) {
						delete table?.columns[name];
						delete table?.types[name];
					}
				}
				Object.assign(result, { version: 1, tables: { matrix, curve, cohorts } });
			}
		});
		const open = readSnapshot(before);
		const tables = open.analyses.find(({ result }) => result.method === 'retention')?.result.tables;
		const { moneyRate, rate } = tables?.['matrix']?.columns ?? {};
		expect(moneyRate).toHaveLength(tables?.['matrix']?.rows ?? 0);
		expect([...(moneyRate ?? [])].every(Number.isNaN)).toBe(true);
		expect([...(rate ?? [])].some((value) => Number(value) > 0)).toBe(true);
		expect([tables?.['matrix']?.types['money'], tables?.['brackets']?.rows]).toEqual(['money', 0]);
		expect(buildReportHtml({ ...input, analyses: open.analyses })).toContain('<h2');
	});
});

describe('a file that is not a sound snapshot', () => {
	test.each([
		['', 'json'],
		['{', 'json'],
		['null', 'format'],
		['[]', 'format'],
		['{"format":"other"}', 'format'],
		['{"format":"clientele-snapshot"}', 'schema'],
		['{"format":"clientele-snapshot","schema":"1"}', 'schema'],
		['{"format":"clientele-snapshot","schema":1,"body":{}}', 'checksum'],
		[text.slice(0, -200), 'json'],
		[text.replace('"refunds":"net"', '"refunds":"gross"'), 'checksum']
	])('is refused with the place of the fault: %.40s', (file, at) => {
		expect(errorOf(file)).toEqual({ code: 'snapshot-invalid', params: { at } });
	});

	test('of a later form is named as such, with both numbers', () => {
		const later = text.replace('"schema":9', '"schema":16');
		expect(errorOf(later)).toEqual({ code: 'snapshot-newer', params: { schema: 16, supported: 15 } });
	});

	test('of a later method version is named as such', () => {
		const later = resealed((body) => Object.assign(body.analyses[0]?.result ?? {}, { version: 99 }));
		expect(errorOf(later).code).toBe('snapshot-newer');
	});

	test.each<[string, (body: Body) => void]>([
		['an unknown field', (body) => Object.assign(body, { extra: 1 })],
		[
			'a script for an address',
			(body) => {
				body['definitions'] = [
					{ ...(body['definitions'] as object[])[0], sources: [{ title: 't', url: 'javascript:alert(1)' }] }
				];
			}
		],
		[
			'a table of a known method taken away',
			(body) => {
				delete (body.analyses[1]?.result['tables'] as Record<string, unknown>)['segments'];
			}
		],
		[
			'a column of another kind',
			(body) => {
				const tables = body.analyses[1]?.result['tables'] as Record<
					string,
					{ columns: Record<string, { kind: string }> }
				>;
				const column = tables['segments']?.columns['customers'];
				if (column !== undefined) column.kind = 'float64';
			}
		],
		[
			'a scalar taken away',
			(body) => {
				delete (body.analyses[0]?.result['scalars'] as Record<string, unknown>)['gini'];
			}
		],
		[
			'parameters that the method refuses',
			(body) => {
				Object.assign(body.analyses[1]?.result ?? {}, { params: { binning: 'by mood' } });
			}
		],
		['analyses in another order', (body) => void body.analyses.reverse()]
	])('is refused although its seal is right: %s', (_, change) => {
		expect(errorOf(resealed(change)).code).toBe('snapshot-invalid');
	});

	test('nested without end is refused, not followed', () => {
		const deep = `{"format":"clientele-snapshot","schema":1,"body":{"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`;
		expect(errorOf(deep).code).toBe('snapshot-invalid');
	});

	test('cannot reach a prototype', () => {
		errorOf(text.replace('"body":{', '"body":{"__proto__":{"polluted":1},'));
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});
});

describe('the published schema', () => {
	test('knows every field that a dataset or a definition can have, so that what is written can be read', () => {
		type Read = v.InferOutput<typeof bodySchema>;
		type Dataset = OpenSnapshot['dataset'];
		expectTypeOf<Fields<Read['dataset']>>().toEqualTypeOf<Fields<Dataset>>();
		expectTypeOf<Fields<Read['definitions']>>().toEqualTypeOf<Fields<OpenSnapshot['definitions']>>();
		expectTypeOf<keyof Read>().toEqualTypeOf<Exclude<keyof OpenSnapshot, 'disclosed' | 'standings'>>();
	});

	test('is what the code validates by', () => {
		const stored: unknown = JSON.parse(
			readFileSync(new URL('../../../docs/schemas/snapshot.schema.json', import.meta.url), 'utf8')
		);
		expect(stored).toEqual(snapshotJsonSchema());
		const rows = new URL('../../../docs/schemas/snapshot-rows.schema.json', import.meta.url);
		expect(JSON.parse(readFileSync(rows, 'utf8'))).toEqual(rowsJsonSchema());
	});
});
