/** English: report. */
const report = {} as const;
export default report;
