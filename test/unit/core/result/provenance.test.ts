import { createHash, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ImportRecipe } from '#lib/core/dataset/recipe.ts';
import { canonicalJson } from '#lib/core/result/canonical-json.ts';
import {
	combinedProvenance,
	provenanceHash,
	provenanceText,
	type ProvenanceParts
} from '#lib/core/result/provenance.ts';

const sha256 = (bytes: Uint8Array<ArrayBuffer>) => webcrypto.subtle.digest('SHA-256', bytes);

const recipe: ImportRecipe = {
	version: 1,
	source: { encoding: 'gb18030', delimiter: ',', quote: '"', header: true, skipRows: 0 },
	columns: [{ index: 0, header: '客户', role: 'customer' }],
	statusRules: [],
	choices: {
		duplicates: 'keep',
		cancelled: 'exclude',
		cancelPrefix: 'C',
		zeroAmount: 'exclude',
		noCustomer: 'set-aside'
	},
	currency: null
};

const parts: ProvenanceParts = {
	inputs: [{ fingerprint: 'ab'.repeat(32), recipe }],
	refunds: 'net',
	method: 'rfm',
	version: 1,
	params: { bins: 5, binning: 'quantile' },
	frame: { asOf: 15318, from: null, weekStart: 1 }
};

describe('canonicalJson', () => {
	it('writes equal values alike, however their keys were set', () => {
		const a = { x: 1, y: { b: [true, null], a: 0.1 } };
		const b = { y: { a: 0.1, b: [true, null] }, x: 1, z: undefined };
		expect(canonicalJson(a)).toBe('{"x":1,"y":{"a":0.1,"b":[true,null]}}');
		expect(canonicalJson(b)).toBe(canonicalJson(a));
	});

	it('sorts keys by code units and escapes as JSON does', () => {
		expect(canonicalJson({ é: 1, b: '"\n', B: 2, 10: 3, 9: 4 })).toBe(
			'{"10":3,"9":4,"B":2,"b":"\\"\\n","é":1}'
		);
	});

	it.each([
		[Number.NaN],
		[Infinity],
		[new Date(0)],
		[new Map()],
		[[undefined]],
		[() => 1],
		[Symbol('x')],
		[1n]
	])('refuses %s', (value) => {
		expect(() => canonicalJson(value)).toThrow('internal');
	});
});

describe('provenance', () => {
	it('is the SHA-256 of the canonical text, as any tool computes it', async () => {
		const expected = createHash('sha256').update(provenanceText(parts), 'utf8').digest('hex');
		expect(await provenanceHash(parts, sha256)).toBe(expected);
		expect(provenanceText(parts)).toMatch(/^\{"form":"clientele-provenance-1","frame":\{"asOf":15318,/);
	});

	it('does not depend on the order of keys', async () => {
		const turned = { ...parts, params: { binning: 'quantile', bins: 5 } };
		expect(await provenanceHash(turned, sha256)).toBe(await provenanceHash(parts, sha256));
	});

	const changes: [string, Partial<ProvenanceParts>][] = [
		['the file', { inputs: [{ fingerprint: 'cd'.repeat(32), recipe }] }],
		['the recipe', { inputs: [{ fingerprint: 'ab'.repeat(32), recipe: { ...recipe, currency: 'CNY' } }] }],
		['the refund rule', { refunds: 'gross' }],
		['the method', { method: 'overview' }],
		["the method's version", { version: 2 }],
		['a parameter', { params: { bins: 4, binning: 'quantile' } }],
		['the as-of date', { frame: { asOf: 15317, from: null, weekStart: 1 } }],
		['the window', { frame: { asOf: 15318, from: 0, weekStart: 1 } }],
		['the start of the week', { frame: { asOf: 15318, from: null, weekStart: 7 } }]
	];
	it.each(changes)('changes with %s', async (_, change) => {
		expect(await provenanceHash({ ...parts, ...change }, sha256)).not.toBe(
			await provenanceHash(parts, sha256)
		);
	});

	it('names a set of analyses by their hashes in order', async () => {
		const [a, b] = ['0'.repeat(64), '1'.repeat(64)];
		const both = await combinedProvenance([a, b], sha256);
		expect(both).toMatch(/^[0-9a-f]{64}$/);
		expect(await combinedProvenance([b, a], sha256)).not.toBe(both);
	});
});
