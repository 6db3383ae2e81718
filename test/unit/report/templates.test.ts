import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'valibot';
import {
	FINDINGS_PIECE,
	reportTemplates,
	WHOLE_METHOD,
	type AnalysisApi,
	type AnalysisRequest,
	type Envelope,
	type ReportRequest
} from '#lib/api/index.ts';
import { DictionaryBuilder } from '#lib/core/columns/dictionary-builder.ts';
import type { OrderTable } from '#lib/core/dataset/order-table.ts';
import { methodById } from '#lib/core/methods/registry.ts';
import { buildReportModel } from '#lib/report/model/build-model.ts';
import { describeContracts } from '#lib/report/model/contracts.ts';
import { voiceFor } from '#lib/report/model/voice.ts';
import { writeReport } from '#lib/report/index.ts';
import { askedItems } from '#lib/state/asked-items.ts';
import { everyMethod, templateItems } from '#lib/state/report-templates.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { describeWithData } from '../../support/data.ts';
import { loadLedger } from '../../support/real-data.ts';
import { answers } from '../../support/shop.ts';
import { analysisHandler } from '../../../workers/analysis/handler.ts';
import { provenanceOf } from '../../../workers/analysis/provenance.ts';
import { definitions, findMethod, storedShop, tableOf } from '../workers/shop.ts';
import { sampleInput } from './fixture.ts';

const question = (method: string): AnalysisRequest => ({
	...{ method, params: {}, frame: { asOf: null, from: null, weekStart: 1 }, refunds: 'net' }
});
const requestOf = (items: ReturnType<typeof templateItems>): ReportRequest => ({
	...{ title: '', preparedFor: '', locale: 'en', notes: '', nowMs: 0, appVersion: '0' },
	...{ hideBelow: null, sharing: null },
	...askedItems(items, question)
});
/** Pieces that depend on parameters or on what the data are like: each with the method that it is of. */
const conditional = [
	'rfm.rules',
	'rfm.vip',
	'rfm.ranks',
	'rfm.sensitivity',
	'churn.causes',
	'contribution.profits',
	'value.sides'
];

describe('on a shop', () => {
	let api: AnalysisApi;
	beforeAll(async () => {
		freshBrowser();
		const connection = await storedShop(regulars());
		const tools = {
			connection,
			definitions,
			findMethod,
			provenance: provenanceOf,
			writeReport,
			now: () => 0
		};
		api = analysisHandler(tools);
		valueOf(await api.open('shop', 'net'));
	});

	test('every chart and table of every screen that names a piece is one that reports have', async () => {
		const outline = valueOf(await api.outline(requestOf(everyMethod(false))));
		const pieces = outline.methods.flatMap(({ method, pieces: own }) =>
			own.map(({ id }) => `${method}.${id}`)
		);
		// This shop has none; theirs stand in ready reports where there are some.
		const { blocks } = describeContracts(answers.contracts(), voiceFor('en', { scale: 2, currency: 'EUR' }));
		pieces.push(...blocks.map(({ id }) => `contracts.${id}`));
		const named = new Set(namedOnScreens());
		expect(named.size).toBeGreaterThan(40);
		const known = new Set([...pieces, ...conditional]);
		expect([...named].filter((piece) => !known.has(piece))).toEqual([]);
		for (const item of outline.items) expect(item).toMatchObject({ missing: false });
	});

	test.each(reportTemplates)('the ready report %s has all that it names', async (template) => {
		const request = requestOf(templateItems(template, false));
		const { items } = valueOf(await api.outline(request));
		const missing = templateItems(template, false).flatMap((item, i) =>
			items[i]?.missing === true && item.kind === 'piece' ? [`${item.method}.${item.piece}`] : []
		);
		expect(missing.filter((piece) => !conditional.includes(piece))).toEqual([]);
	});
});

test.each(reportTemplates)(
	'of contracts the ready report %s names pieces that they have, and none without them',
	(template) => {
		const { blocks } = describeContracts(answers.contracts(), voiceFor('en', { scale: 2, currency: 'EUR' }));
		const known = new Set<string>([...blocks.map(({ id }) => id), FINDINGS_PIECE, WHOLE_METHOD]);
		const named = (has: boolean) =>
			templateItems(template, has).flatMap((item) =>
				item.kind === 'piece' && item.method === 'contracts' ? [item.piece] : []
			);
		expect(named(true).filter((piece) => !known.has(piece))).toEqual([]);
		expect(named(true).length > 0).toBe(['everything', 'value', 'year', 'retention'].includes(template));
		expect(named(false)).toEqual([]);
		const ids = templateItems(template, true).map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	}
);

describeWithData('on Online Retail', () => {
	test.each(reportTemplates.filter((id) => id !== 'everything'))(
		'the ready report %s has chapters, charts and sentences that end well, unedited',
		(template) => {
			const ledger = loadLedger('online-retail');
			const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
			// Where customers come from is not in that ledger.
			const layout = templateItems(template, false).filter(
				(item) => !(item.kind === 'piece' && item.method === 'origins')
			);
			const request = requestOf(layout);
			const sample = sampleInput('en');
			const answers = request.sections.map(({ method: id }) => {
				const method = methodById(id);
				const result = method.run({ ledger, frame }, parse(method.params, {})).result;
				return { result, provenance: '0'.repeat(64) };
			});
			const model = buildReportModel({
				...sample,
				request: { ...request, titled: { template, subject: 'Online Retail' } },
				analyses: answers,
				definitions: definitions()
			});
			expect(model.title).toMatch(/^Online Retail: .*2011-12-09$/);
			expect(model.chapters.filter(({ title }) => title !== '').length).toBeGreaterThanOrEqual(3);
			const items = model.chapters.flatMap((chapter) => chapter.items);
			const blocks = items.flatMap((item) => (item.kind === 'piece' ? [item.block] : []));
			expect(blocks.length).toBeGreaterThanOrEqual(7);
			expect(blocks.some(({ kind }) => ['figure', 'matrix', 'triangle'].includes(kind))).toBe(true);
			const sentences = model.sections.flatMap(({ findings }) => findings);
			expect(sentences.length).toBeGreaterThanOrEqual(3);
			for (const { strong, rest } of sentences) {
				expect(`${strong} ${rest}`.trim()).toMatch(/[.)]$|[\d%kM]$/);
				expect(`${strong} ${rest}`).not.toMatch(/NaN|undefined|\{|–\./);
			}
		}
	);
});

function valueOf<T>(envelope: Envelope<T>): T {
	if (!envelope.ok) throw new Error(`${envelope.error.code} ${JSON.stringify(envelope.error)}`);
	return envelope.value;
}

/** Three hundred customers who come back at a rhythm of their own for two years, or stop. */
function regulars(): OrderTable {
	const lines = Array.from({ length: 300 }, (_, who) => {
		const gap = 9 + ((who * 17) % 80);
		const times = 1 + ((who * 7) % 12);
		return Array.from({ length: times }, (_, n) => ({
			key: `c${who}`,
			day: 19_000 + ((who * 13) % 400) + n * gap + ((who * n) % 7),
			amount: 500 + ((who * 31) % 900) * (1 + (n % 3))
		})).filter(({ day }) => day < 19_730);
	}).flat();
	const table = tableOf(lines);
	const values = new DictionaryBuilder();
	const codes = table.customer.map((who) => values.intern(['shop', 'web', 'phone'][who % 3] ?? ''));
	return { ...table, attributes: [{ header: 'Channel', dictionary: values.build(), codes }] };
}

/** What frames of screens call their pieces in the source. */
function namedOnScreens(): string[] {
	const root = new URL('../../../src/lib/features/', import.meta.url).pathname;
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.svelte'))
		.flatMap((file) => {
			const source = readFileSync(join(root, file), 'utf8');
			return [...source.matchAll(/\bpiece=(?:"([^"]+)"|\{([^}]*)\})/g)].flatMap(([, plain, code]) =>
				plain !== undefined
					? [plain]
					: [...(code ?? '').matchAll(/'(\w+\.\w+)'/g)].map(([, name]) => name ?? '')
			);
		});
}
