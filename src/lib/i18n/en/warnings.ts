/** English: warnings. */
const warnings = {} as const;
export default warnings;
