/** The public face of the import: from a file to an order table, the same in a worker and under Node. */
export { inspect } from './inspect.ts';
export { readAgain, type FilesReadAgain } from './read-again.ts';
export { inspectBy, type KeptValues } from './inspect-by.ts';
export { importOrders } from './import-orders.ts';
export type { ImportedOrders, ImportHooks, ImportProgress } from './import-orders.ts';
export { appendedManifest, manifestOf } from './manifest.ts';
export { Breather } from './breather.ts';
export type { AppendedFile, ManifestFacts } from './manifest.ts';
export { parseRecipe, recipeSchema } from '#lib/core/dataset/recipe-schema.ts';
export { fingerprintOf } from './source.ts';
export { questionCodes } from './questions.ts';
export type { QuestionCode } from './questions.ts';
export { reasonCodes } from './reasons.ts';
export type { ReasonCode } from './reasons.ts';
export { importTable } from './entities/import-table.ts';
export type { ImportedTable } from './entities/import-table.ts';
export { appendedTableManifest, tableManifestOf } from './entities/table-manifest.ts';
export type { TableFacts } from './entities/table-manifest.ts';
export { inspectFile } from './entities/inspect-file.ts';
export type { LookBy } from './entities/inspect-file.ts';
export {
	parseAnyRecipe,
	parseTableRecipe,
	tableRecipeSchema
} from '#lib/core/dataset/table-recipe-schema.ts';
