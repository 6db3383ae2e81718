import { toJsonSchema } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { issueCodes } from '../../src/lib/core/dataset/row-issue.ts';
import { buildLedger } from '../../src/lib/core/ledger/build-ledger.ts';
import { methodById, methodIds } from '../../src/lib/core/methods/registry.ts';
import { frameSchema } from '../../src/lib/core/result/frame-schema.ts';
import { resultToJson, type JsonResult } from '../../src/lib/core/result/json.ts';
import { importOrders, inspect, recipeSchema, tableRecipeSchema } from '../../src/lib/import/index.ts';

/** A JSON Schema, draft 2020-12. */
type Schema = Readonly<Record<string, unknown>>;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

const whole = v.pipe(v.number(), v.integer());
const count = v.pipe(whole, v.minValue(0));
const rowsAndAmount = v.strictObject({ rows: count, amount: whole });
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const remark = v.strictObject({
	code: v.string(),
	params: v.record(v.string(), v.union([v.string(), v.number()]))
});
const perIssue = v.strictObject(Object.fromEntries(issueCodes.map((code) => [code, v.exactOptional(count)])));

/** How a file was read: `import` in the answer of `npm run analyse`. */
const importReport = v.strictObject({
	file: v.strictObject({ name: v.string(), size: count }),
	fingerprint: hash,
	recipe: recipeSchema,
	totals: v.strictObject({
		source: rowsAndAmount,
		kept: v.strictObject({ sales: rowsAndAmount, refunds: rowsAndAmount }),
		merged: rowsAndAmount,
		setAside: v.strictObject({
			noCustomer: rowsAndAmount,
			cancelled: rowsAndAmount,
			zeroAmount: rowsAndAmount,
			refundsUnmatched: rowsAndAmount,
			undated: v.exactOptional(rowsAndAmount),
			filtered: v.exactOptional(rowsAndAmount)
		}),
		rejected: rowsAndAmount,
		rejectedBy: perIssue,
		remarks: v.exactOptional(perIssue),
		duplicatesSeen: count,
		blankLines: count,
		steps: v.exactOptional(
			v.array(
				v.strictObject({
					step: v.string(),
					fate: v.picklist(['merged', 'filtered']),
					...rowsAndAmount.entries
				})
			)
		)
	}),
	issues: v.array(
		v.strictObject({
			code: v.picklist(issueCodes),
			line: count,
			column: count,
			header: v.string(),
			raw: v.string()
		})
	),
	scale: v.pipe(whole, v.minValue(0), v.maxValue(6)),
	currency: v.nullable(v.string()),
	refunds: v.picklist(['net', 'gross'])
});

const column = v.strictObject({
	kind: v.picklist(['float64', 'int32', 'uint32', 'uint8', 'text']),
	values: v.array(v.nullable(v.union([v.number(), v.string()])))
});
const table = v.strictObject({
	rows: count,
	columns: v.record(v.string(), column),
	types: v.record(
		v.string(),
		v.picklist(['text', 'count', 'number', 'money', 'share', 'day', 'days', 'code', 'flag'])
	)
});
const result = v.strictObject({
	method: v.picklist(methodIds),
	version: v.pipe(whole, v.minValue(1)),
	params: v.record(v.string(), v.unknown()),
	frame: frameSchema,
	status: v.picklist(['ok', 'not-enough-data']),
	missing: v.array(remark),
	n: count,
	warnings: v.array(remark),
	scalars: v.record(v.string(), v.nullable(v.number())),
	tables: v.record(v.string(), table)
});
const answered = v.strictObject({ result, provenance: hash, customers: v.exactOptional(table) });
const one = { import: importReport, results: v.array(answered) };
const form = v.literal('clientele-analysis-1');
const analysis = v.union([
	v.strictObject({ schema: form, ...one }),
	v.strictObject({ schema: form, analyses: v.array(v.strictObject(one)) })
]);

/** The schema by which the answer of `npm run analyse` is checked in tests. */
export const analysisSchema = analysis;

const converted = (
	schema: Parameters<typeof toJsonSchema>[0],
	title: string,
	typeMode: 'input' | 'output'
): Schema => ({
	...toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore', typeMode }),
	title
});

/** A few orders that every method has something to say about: the names of its numbers and tables come from it. */
const someOrders = `customer,order,date,amount
${Array.from({ length: 60 }, (_, i) => `C${i % 11},${i},2024-${String((i % 12) + 1).padStart(2, '0')}-15,${10 + (i % 7)}.50`).join('\n')}
`;

/** What a result of a method holds by name: the scalars, the tables, their columns and cell types. */
function resultShape(found: JsonResult): Schema {
	const tables = Object.entries(found.tables).map(([name, { columns, types }]): [string, Schema] => [
		name,
		{
			type: 'object',
			required: ['rows', 'columns', 'types'],
			properties: {
				rows: { type: 'integer', minimum: 0 },
				columns: {
					type: 'object',
					required: Object.keys(columns),
					properties: Object.fromEntries(
						Object.entries(columns).map(([key, { kind }]) => [
							key,
							{
								type: 'object',
								required: ['kind', 'values'],
								properties: {
									kind: { const: kind },
									values: { type: 'array', items: { type: kind === 'text' ? 'string' : ['number', 'null'] } }
								}
							}
						])
					)
				},
				types: {
					type: 'object',
					properties: Object.fromEntries(Object.entries(types).map(([key, type]) => [key, { const: type }]))
				}
			}
		}
	]);
	const scalars = Object.keys(found.scalars);
	return {
		$schema: DRAFT,
		title: `Result of the method "${found.method}", version ${found.version}`,
		type: 'object',
		required: [
			'method',
			'version',
			'params',
			'frame',
			'status',
			'missing',
			'n',
			'warnings',
			'scalars',
			'tables'
		],
		properties: {
			method: { const: found.method },
			version: { const: found.version },
			params: { $ref: `${found.method}.params.schema.json` },
			status: { enum: ['ok', 'not-enough-data'] },
			n: { type: 'integer', minimum: 0 },
			scalars: {
				type: 'object',
				required: scalars,
				properties: Object.fromEntries(scalars.map((name) => [name, { type: ['number', 'null'] }]))
			},
			tables: { type: 'object', required: Object.keys(found.tables), properties: Object.fromEntries(tables) }
		}
	};
}

/** All schemas of docs/schemas by file name. */
export async function allSchemas(): Promise<ReadonlyMap<string, Schema>> {
	const schemas = new Map<string, Schema>();
	schemas.set('recipe.schema.json', converted(recipeSchema, 'Import recipe', 'output'));
	schemas.set(
		'table-recipe.schema.json',
		converted(tableRecipeSchema, 'Import recipe of a table of another entity than orders', 'output')
	);
	schemas.set('analysis.schema.json', converted(analysis, 'Answer of npm run analyse', 'output'));
	const file = new Blob([someOrders]);
	const { recipe } = await inspect(file, 'orders.csv', null);
	const { table: orders } = await importOrders(file, 'orders.csv', recipe);
	const ledger = buildLedger(orders, 'net');
	for (const id of methodIds) {
		const method = methodById(id);
		schemas.set(
			`${id}.params.schema.json`,
			converted(method.params, `Parameters of the method "${id}"`, 'input')
		);
		const params = v.parse(method.params, {});
		const frame = { asOf: ledger.lastDay, from: null, weekStart: 1 };
		const { result: found } = method.run({ ledger, frame }, params);
		schemas.set(`${id}.result.schema.json`, resultShape(resultToJson(found)));
	}
	return schemas;
}

/** A schema as it stands in its file, laid out like all files of the project. */
export async function schemaText(schema: Schema): Promise<string> {
	const style = await resolveConfig('docs/schemas/recipe.schema.json');
	return format(JSON.stringify(schema), { ...style, parser: 'json' });
}
