/** English: start. */
const start = {} as const;
export default start;
