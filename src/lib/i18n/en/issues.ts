/** English: issues. */
const issues = {} as const;
export default issues;
