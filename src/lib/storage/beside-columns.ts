/** The raw bytes of the rows that were rejected, stored beside the table's columns. */
export const rejectsColumn = 'rejects';

/** What was wrong with rows, by code: JSON, stored beside the table's columns. */
export const issuesColumn = 'issues';

/** Columns that are none of the table's. */
export const isBesideTable = (name: string): boolean => name === rejectsColumn || name === issuesColumn;
