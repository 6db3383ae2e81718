/** English: errors. */
const errors = {} as const;
export default errors;
