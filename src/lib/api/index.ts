/**
 * Everything that the page and the workers say to each other: types, and the constant lists of ids that give
 * codes in results their names. No logic.
 */
export type * from './disclosed-findings.ts';
export type * from './envelope.ts';
export type * from './import-api.ts';
export type * from './library-api.ts';
export type * from './verification.ts';
export type * from './worker-life.ts';
export * from './analysis-api.ts';
export type * from '#lib/core/errors.ts';
export * from '#lib/core/dataset/append/types.ts';
export * from '#lib/core/dataset/cleaning-step.ts';
export type * from '#lib/core/dataset/column-profile.ts';
export type * from '#lib/core/dataset/control-totals.ts';
export type * from '#lib/core/dataset/inspection.ts';
export type * from '#lib/core/dataset/issue-group.ts';
export * from '#lib/core/dataset/log.ts';
export * from '#lib/core/dataset/made-columns.ts';
export type * from '#lib/core/dataset/manifest.ts';
export * from '#lib/core/dataset/personal-data.ts';
export * from '#lib/core/dataset/recipe-drift.ts';
export * from '#lib/core/dataset/recipe.ts';
export * from '#lib/core/dataset/step-refs.ts';
export * from '#lib/core/dataset/row-issue.ts';
export * from '#lib/core/dataset/sharing.ts';
export * from '#lib/core/dataset/sources.ts';
export * from '#lib/core/dataset/step-report.ts';
export type * from '#lib/core/dataset/workspace.ts';
export type * from '#lib/core/ledger/types.ts';
export type * from '#lib/core/methods/types.ts';
export * from '#lib/core/methods/overview/types.ts';
export * from '#lib/core/methods/findings/types.ts';
export * from '#lib/core/methods/rfm/types.ts';
export * from '#lib/core/methods/lifecycle/types.ts';
export * from '#lib/core/methods/migration/types.ts';
export * from '#lib/core/methods/retention/types.ts';
export * from '#lib/core/methods/churn/types.ts';
export * from '#lib/core/methods/contribution/types.ts';
export * from '#lib/core/methods/value/types.ts';
export * from '#lib/core/methods/origins/types.ts';
export type * from '#lib/core/result/table.ts';
