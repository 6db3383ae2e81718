/** The public face of the report room: results in, files out (and a snapshot back in). */
export type { ReportInput } from './types.ts';
export { discloseGroups } from './disclose/disclose-groups.ts';
export { buildReportHtml } from './build-report-html.ts';
export { writeSnapshot } from './snapshot/write-snapshot.ts';
export { reportOutline } from './outline.ts';
export { writeReport } from './write-report.ts';
export { openAge } from './protect/age-file.ts';
export type { Difference, Verification } from '#lib/api/verification.ts';
export { verifySnapshot } from './verify/verify-snapshot.ts';
export { carriedSnapshot } from './snapshot/carried-snapshot.ts';
export { readSnapshot } from './snapshot/read-snapshot.ts';
export { readSnapshotInTurns } from './snapshot/read-in-turns.ts';
export { reportAgain } from './snapshot/snapshot-input.ts';
export { csvRows, CSV_BOM, writeCsv, type CsvCell } from './csv.ts';
